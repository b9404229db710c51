//! Each command: convert, call `app`, convert.

use crate::args::{Args, ChartArg, Command, VerdictArg};
use crate::convert::{field, filter, order, source_id};
use crate::judging::Desk;
use crate::print::{self, json, line, message, table};
use crate::{columns, listing};
use dossier_app::{
    self as app, Actor, AppError, ChartKind, Dossier, ErrorClass, ImportState, Input, Jobs, Reader, Severity, Verdict,
};
use serde::Serialize;
use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Done,
    Findings,
    Usage,
    Input,
    Dossier,
}

impl From<ErrorClass> for Status {
    fn from(class: ErrorClass) -> Self {
        match class {
            ErrorClass::Refused => Self::Findings,
            ErrorClass::Usage => Self::Usage,
            ErrorClass::Input => Self::Input,
            ErrorClass::Dossier => Self::Dossier,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Findings => 1,
            Status::Usage => 2,
            Status::Input => 3,
            Status::Dossier => 4,
        })
    }
}

/// What goes to standard output: rows as JSON, or the same as a table.
pub(crate) struct Out {
    pub(crate) json: bool,
}

impl Out {
    pub(crate) fn rows<T: Serialize>(
        &self,
        rows: &[T],
        head: &[&str],
        cells: impl Fn(&T) -> Vec<String>,
    ) -> Result<Status, AppError> {
        let printed = if self.json { json(&rows) } else { table(head, &rows.iter().map(cells).collect::<Vec<_>>()) };
        done(printed)
    }

    pub(crate) fn value<T: Serialize>(&self, value: &T, words: impl FnOnce(&T) -> String) -> Result<Status, AppError> {
        done(if self.json { json(value) } else { line(&words(value)) })
    }
}

/// A reader that went away (`dossier claims FILE | head`) is no failure.
pub(crate) fn done(printed: std::io::Result<()>) -> Result<Status, AppError> {
    match printed {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(AppError::Unwritable { path: "standard output".into(), why: error.to_string() })
        }
        _ => Ok(Status::Done),
    }
}

pub(crate) fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

pub(crate) fn words<T: ToString>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

pub(crate) fn one(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Runs one command.
pub(crate) fn run(args: Args) -> Result<Status, AppError> {
    let name = args.actor.unwrap_or_else(dossier_app::account);
    let actor = match &args.now {
        Some(now) => Actor::at(name, now)?,
        None => Actor::now(name),
    };
    let out = Out { json: args.json };
    let desk = |file| Desk { out: &out, file, actor: &actor };
    match args.command {
        Command::New { file, title } => {
            let dossier = Dossier::create(&file, title.as_deref(), &actor)?;
            let title = dossier.title()?;
            dossier.close()?;
            out.value(&serde_json::json!({"file": file.display().to_string(), "title": title}), |_| {
                format!("{} is ready; next: dossier import {} PATH...", file.display(), file.display())
            })
        }
        Command::Specimen { file } => {
            let dossier = app::make_specimen(&file, &actor)?;
            let sources = app::sources(&dossier)?.len();
            dossier.close()?;
            out.value(&serde_json::json!({"file": file.display().to_string(), "sources": sources}), |_| {
                format!("{} holds a fictional case with {}", file.display(), one(sources, "report"))
            })
        }
        Command::Read => app::serve_as_reader().map(|()| Status::Done),
        Command::Ocr { language } => app::become_tesseract(&language).map(|()| Status::Done),
        Command::Import { file, paths, jobs } => import(&out, &file, paths, jobs, &actor),
        Command::Sources(file) => listing::sources(&out, &file.file),
        Command::Claims(file) => listing::claims(&out, &file.file),
        Command::Facts(file) => listing::facts(&out, &file.file),
        Command::Conflicts { file, all } => listing::conflicts(&out, &file.file, all),
        Command::Origins(file) => listing::origins(&out, &file.file),
        Command::Parties(file) => listing::parties(&out, &file.file),
        Command::Similar { file, source } => listing::similar(&out, &file, &source),
        Command::Difference { file, source, with } => listing::difference(&out, &file, &source, with.as_deref()),
        Command::Computations(file) => listing::computations(&out, &file.file),
        Command::Ledger(file) => listing::ledger(&out, &file.file),
        Command::Judgements(file) => listing::judgements(&out, &file.file),
        Command::Measures(file) => listing::measures(&out, &file.file),
        Command::Recipients { file, from } => {
            let rows = match from {
                None => app::recipients(&Dossier::look(&file.file)?)?,
                Some(from) => change(&file.file, |dossier| app::set_directory(dossier, &from, &actor))?,
            };
            out.rows(&rows, &["id", "name", "office", "as of", "powers"], |row| {
                vec![row.id.to_string(), row.name.clone(), row.office.clone(), row.as_of.clone(), words(&row.powers)]
            })
        }
        Command::Text { file, source } => {
            let source = source_id(&source)?;
            let text = app::text(&Dossier::look(&file)?, source)?;
            out.value(&serde_json::json!({"source": source, "text": text}), |_| text.clone())
        }
        Command::Source { file, id, set, reason } => {
            let id = source_id(&id)?;
            let row = if set.is_empty() {
                app::source(&Dossier::look(&file)?, id)?
            } else {
                let set = set.iter().map(|pair| field(pair)).collect::<Result<Vec<_>, _>>()?;
                change(&file, |dossier| app::set_metadata(dossier, id, &set, reason.as_deref(), &actor))?
            };
            out.value(&row, |row| {
                let not_stated = || "not stated".to_owned();
                format!(
                    "{}  {}\nfile       {}\nSHA-256    {}\npublisher  {}\npublished  {}\naddress    {}\nhandling   {}\nlength     {} characters",
                    row.id,
                    row.title.clone().unwrap_or_else(|| "(no title)".to_owned()),
                    row.file,
                    row.sha256,
                    row.publisher.clone().unwrap_or_else(not_stated),
                    row.published.map_or_else(not_stated, |date| date.to_string()),
                    row.url.clone().unwrap_or_else(not_stated),
                    row.handling,
                    row.characters
                )
            })
        }
        Command::Page { file, source, page, width, output } => {
            let reader = Reader::of_this_program(true);
            let drawn = (page, width);
            let row = app::write_page(&Dossier::look(&file)?, source_id(&source)?, drawn, &reader, &output)?;
            row.remarks.iter().for_each(|remark| message(remark));
            out.value(&row, |row| format!("{} written", row.path))
        }
        Command::Columns { file, source, set, confirm: false, .. } if set.is_empty() => columns::show(&out, &file, &source),
        Command::Columns { file, source, table, set, reason, .. } => {
            columns::say(&out, &file, (&source, table), &set, reason.as_deref(), &actor)
        }
        Command::Accept { file, claims, all, kind, source } => {
            desk(&file).accept(&claims, all, kind.as_deref(), source.as_deref())
        }
        Command::Reject { file, claims, reason } => desk(&file).reject(&claims, reason.as_deref()),
        Command::Edit { file, claim, from, reason } => desk(&file).edit(&claim, &from, reason.as_deref()),
        Command::Split { file, claim, from, reason } => desk(&file).split(&claim, &from, reason.as_deref()),
        Command::Merge { file, claims, from, reason } => desk(&file).merge(&claims, from.as_deref(), reason.as_deref()),
        Command::Add { file, source, from, reason } => desk(&file).add(&source, &from, reason.as_deref()),
        Command::Judge { file, verdict, ids, reason } => {
            let verdict = match verdict {
                VerdictArg::Same => Verdict::Same,
                VerdictArg::Different => Verdict::Different,
                VerdictArg::Adopt => Verdict::Adopt,
                VerdictArg::Dispute => Verdict::Dispute,
                VerdictArg::Supersede => Verdict::Supersede,
                VerdictArg::Credibility => Verdict::Credibility,
                VerdictArg::SameParty => Verdict::SameParty,
                VerdictArg::DifferentParty => Verdict::DifferentParty,
                VerdictArg::Revoke => Verdict::Revoke,
            };
            let row = change(&file, |dossier| app::judge(dossier, verdict, &ids, &reason, &actor))?;
            out.value(&row, |row| format!("{} recorded on {}", row.judgement, row.about.join(" ")))
        }
        Command::Undo(file) => {
            let undone = change(&file.file, |dossier| app::undo(dossier, &actor))?;
            out.value(&undone, |undone| format!("act {} undone: {}", undone.n, undone.act))
        }
        Command::Propose { file: Some(file), from: Some(from), schema: false } => desk(&file).propose(&from),
        Command::Propose { .. } => done(line(app::CLAIMS_SCHEMA.trim_end())),
        Command::Office { file, from } => {
            let office = match from {
                None => Dossier::look(&file)?.office()?,
                Some(from) => change(&file, |dossier| app::set_office(dossier, &from, &actor))?,
            };
            let missing = office.missing();
            if !missing.is_empty() {
                message(&format!("still blank: {}", missing.join(", ")));
            }
            out.value(&office, |office| office.name.clone().unwrap_or_else(|| "(no name)".to_owned()))
        }
        Command::Chart { file, chart, campaign, kind: kinds, certainty, output } => {
            let kind = match chart {
                ChartArg::Timeline => ChartKind::Timeline,
                ChartArg::Targeting => ChartKind::Targeting,
                ChartArg::Scale => ChartKind::Scale,
            };
            let filter = filter(campaign, &kinds, &certainty)?;
            let row = app::chart(&Dossier::look(&file)?, kind, &filter, &output)?;
            out.value(&row, |row| format!("{} written", row.path))
        }
        Command::Draft { file, to, kind, measure, date, from, name } => {
            let order = order(to, kind, &measure, date.as_deref(), from.as_deref(), name)?;
            let (draft, errors, reminders) = change(&file, |dossier| {
                let draft = app::draft(dossier, &order, &actor)?;
                let findings = app::check(dossier, &draft.name)?;
                let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
                Ok((draft, errors, app::reminders_for(dossier, &order.name)?))
            })?;
            reminders.iter().for_each(|reminder| message(&format!("reminder: {reminder}")));
            out.value(&draft, |draft| {
                let found = if errors == 0 {
                    "no errors".to_owned()
                } else {
                    format!("{}; `dossier check` lists them", one(errors, "error"))
                };
                format!("`{}` drafted to {}, dated {}: {found}", draft.name, draft.to, draft.date)
            })
        }
        Command::Drafts(file) => {
            let rows = app::drafts(&Dossier::look(&file.file)?)?;
            out.rows(&rows, &["name", "kind", "to", "version", "saved"], |row| {
                vec![row.name.clone(), row.kind.clone(), row.to.clone(), row.version.to_string(), row.saved_at.clone()]
            })
        }
        Command::Check { file, name } => check(&out, &file, &name),
        Command::Publish { file, name, output, final_ } => {
            let publish = |dossier: &mut Dossier| {
                let row = app::publish(dossier, &name, &output, final_, &actor)?;
                Ok((row, if final_ { app::reminders_for(dossier, &name)? } else { Vec::new() }))
            };
            // Only a final is entered in the ledger: anything else can be set while somebody else works on the dossier.
            let (row, reminders) = if final_ { change(&file, publish)? } else { publish(&mut Dossier::look(&file)?)? };
            reminders.iter().for_each(|reminder| message(&format!("reminder: {reminder}")));
            row.remarks.iter().for_each(|remark| message(&format!("note: {remark}")));
            out.value(&row, |row| format!("{} written; evidence root {}", row.path, text(row.evidence_root.as_ref())))
        }
        Command::Pack { file, document, source, output } => {
            let chosen = source.iter().map(|id| source_id(id)).collect::<Result<Vec<_>, _>>()?;
            let chosen = (!chosen.is_empty()).then_some(chosen.as_slice());
            let row = change(&file, |dossier| app::pack(dossier, document.as_deref(), chosen, &output, &actor))?;
            row.warnings.iter().for_each(|warning| message(&format!("warning: {warning}")));
            out.value(&row, |row| {
                let root = text(row.written.evidence_root.as_ref());
                format!("{} written with {}; evidence root {root}", row.written.path, one(row.exhibits, "exhibit"))
            })
        }
        Command::Verify { path } => {
            let report = app::verify(&path)?;
            out.value(&report, |report| {
                let problems =
                    report.problems.iter().map(|problem| format!("{}: {}: {}", problem.kind, problem.path, problem.detail));
                let verdict = if report.ok { "verified: everything is as it was made" } else { "NOT verified" };
                problems.chain([verdict.to_owned()]).collect::<Vec<_>>().join("\n")
            })?;
            Ok(if report.ok { Status::Done } else { Status::Findings })
        }
        Command::Search { file, words } => {
            let rows = app::search(&Dossier::look(&file)?, &words.join(" "))?;
            out.rows(&rows, &["source", "file", "start", "end", "snippet"], |row| {
                vec![row.source.to_string(), row.file.clone(), row.start.to_string(), row.end.to_string(), row.snippet.clone()]
            })
        }
        Command::Export { file, output } => {
            let row = change(&file, |dossier| app::export(dossier, &output, &actor))?;
            out.value(&row, |row| format!("{} written", row.path))
        }
        Command::Backup { file, output } => {
            let row = change(&file, |dossier| app::backup(dossier, &output, &actor))?;
            out.value(&row, |row| format!("{} written", row.path))
        }
        Command::Purge { file, source, reason } => {
            let source = source_id(&source)?;
            let purged = change(&file, |dossier| app::purge(dossier, source, &reason, &actor))?;
            if !purged.out_of_reach.is_empty() {
                message("these copies were made before and cannot be reached from here:");
                purged.out_of_reach.iter().for_each(|copy| message(&format!("  {copy}")));
            }
            out.value(&purged, |purged| format!("{} is gone; its digest {} and the reason stay", purged.source, purged.sha256))
        }
    }
}

/// Opens a dossier, does something with it, and leaves one file behind whatever happened.
pub(crate) fn change<T>(file: &Path, act: impl FnOnce(&mut Dossier) -> Result<T, AppError>) -> Result<T, AppError> {
    let mut dossier = Dossier::open(file)?;
    let result = act(&mut dossier);
    let closed = dossier.close();
    let value = result?;
    closed?;
    Ok(value)
}

/// All of standard input.
pub(crate) fn pasted() -> Result<Vec<u8>, AppError> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    read.map_err(|error| AppError::Unreadable { path: "standard input".into(), why: error.to_string() })?;
    Ok(bytes)
}

fn import(
    out: &Out,
    file: &Path,
    paths: Vec<std::path::PathBuf>,
    jobs: Option<usize>,
    actor: &Actor,
) -> Result<Status, AppError> {
    let mut inputs = Vec::with_capacity(paths.len());
    for path in paths {
        if path == Path::new("-") {
            inputs.push(Input::Bytes("pasted.txt".to_owned(), pasted()?));
        } else {
            inputs.push(Input::Path(path));
        }
    }
    let machine = Jobs::of_this_machine(Reader::of_this_program(true));
    let jobs = Jobs { at_once: jobs.unwrap_or(machine.at_once), ..machine };
    let rows = change(file, |dossier| {
        let mut told = |progress: app::Progress| print::progress(progress.done, progress.of);
        app::import(dossier, &inputs, jobs, actor, &AtomicBool::new(false), &mut told)
    })?;
    for row in &rows {
        for issue in &row.issues {
            message(&format!("{}: {}: {}", row.file, issue.code, issue.message));
        }
    }
    out.rows(&rows, &["state", "source", "claims", "characters", "file"], |row| {
        let state = match row.state {
            ImportState::New => "new",
            ImportState::Known => "known",
            ImportState::Revision => "revision",
            ImportState::Failed => "failed",
        };
        vec![state.to_owned(), text(row.source.as_ref()), row.claims.to_string(), row.characters.to_string(), row.file.clone()]
    })?;
    Ok(if rows.iter().any(|row| row.state == ImportState::Failed) { Status::Input } else { Status::Done })
}

fn check(out: &Out, file: &Path, name: &str) -> Result<Status, AppError> {
    let findings = app::check(&Dossier::look(file)?, name)?;
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if out.json {
        done(json(&findings))?;
    } else {
        done(findings.iter().try_for_each(|finding| {
            let severity = if finding.severity == Severity::Error { "error" } else { "warning" };
            let fix = finding.fix.as_ref().map(|fix| format!("\n    fix: {fix}")).unwrap_or_default();
            line(&format!("{severity}[{}] {}: {}\n    {}{fix}", finding.code.as_str(), finding.place, finding.text, finding.why))
        }))?;
        message(&format!("{}, {}", one(errors, "error"), one(findings.len() - errors, "warning")));
    }
    // Warnings alone stop nothing, so a script that goes on after `check` goes on.
    Ok(if errors == 0 { Status::Done } else { Status::Findings })
}
