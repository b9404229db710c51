//! Each command: convert, call `app`, convert.

use crate::args::{Args, ChartArg, Command, KindArg, VerdictArg};
use crate::print::{self, json, line, message, table};
use dossier_app::{
    self as app, Actor, AppError, ChartKind, ClaimId, Dossier, DraftKind, DraftOrder, ErrorClass, ImportState, Input,
    MetadataField, Severity, SourceId, Verdict,
};
use serde::Serialize;
use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;

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
struct Out {
    json: bool,
}

impl Out {
    fn rows<T: Serialize>(&self, rows: &[T], head: &[&str], cells: impl Fn(&T) -> Vec<String>) -> Result<Status, AppError> {
        let printed = if self.json { json(&rows) } else { table(head, &rows.iter().map(cells).collect::<Vec<_>>()) };
        done(printed)
    }

    fn value<T: Serialize>(&self, value: &T, words: impl FnOnce(&T) -> String) -> Result<Status, AppError> {
        done(if self.json { json(value) } else { line(&words(value)) })
    }
}

/// A reader that went away (`dossier claims FILE | head`) is no failure.
fn done(printed: std::io::Result<()>) -> Result<Status, AppError> {
    match printed {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(AppError::Unwritable { path: "standard output".into(), why: error.to_string() })
        }
        _ => Ok(Status::Done),
    }
}

fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn words<T: ToString>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn one(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Runs one command.
pub(crate) fn run(args: Args) -> Result<Status, AppError> {
    let name = args.actor.unwrap_or_else(account);
    let actor = match &args.now {
        Some(now) => Actor::at(name, now)?,
        None => Actor::now(name),
    };
    let out = Out { json: args.json };
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
        Command::Import { file, paths, jobs } => import(&out, &file, paths, jobs, &actor),
        Command::Sources(file) => {
            let rows = app::sources(&Dossier::look(&file.file)?)?;
            out.rows(&rows, &["id", "publisher", "published", "title", "handling", "claims"], |row| {
                let publisher = row.publisher.clone().unwrap_or_else(|| "not stated".to_owned());
                let published = row.published.map_or_else(|| "undated".to_owned(), |date| date.to_string());
                let title = row.title.clone().unwrap_or_else(|| row.file.clone());
                vec![row.id.to_string(), publisher, published, title, row.handling.to_string(), row.claims.to_string()]
            })
        }
        Command::Claims(file) => {
            let rows = app::claims(&Dossier::look(&file.file)?)?;
            out.rows(&rows, &["id", "source", "state", "kind", "value", "unit", "bound", "period", "hedge", "quote"], |row| {
                let quote = row.quotes.first().map(|quote| quote.text.clone()).unwrap_or_default();
                let (value, unit, bound) = (text(row.value.as_ref()), text(row.unit.as_ref()), text(row.bound.as_ref()));
                let head = [row.id.to_string(), row.source.to_string(), row.state.to_string(), row.kind.to_string()];
                head.into_iter().chain([value, unit, bound, text(row.period.as_ref()), row.hedge.to_string(), quote]).collect()
            })
        }
        Command::Facts(file) => {
            let rows = app::facts(&Dossier::look(&file.file)?)?;
            out.rows(
                &rows,
                &["id", "subject", "property", "value", "bound", "period", "hedge", "origins", "claims", "adverse"],
                |row| {
                    let value = text(row.value.as_ref());
                    let head = [row.id.to_string(), row.subject.clone(), row.property.clone(), value, text(row.bound.as_ref())];
                    let tail = [
                        text(row.period.as_ref()),
                        row.hedge.to_string(),
                        row.origins.to_string(),
                        words(&row.claims),
                        words(&row.adverse),
                    ];
                    head.into_iter().chain(tail).collect()
                },
            )
        }
        Command::Conflicts { file, all } => {
            let rows = app::conflicts(&Dossier::look(&file.file)?, all)?;
            if args.json {
                return done(json(&rows));
            }
            if rows.is_empty() {
                message("nothing conflicts");
            }
            done(
                rows.iter()
                    .try_for_each(|row| line(&format!("{} {} ({}): {}", row.fact, row.verdict, words(&row.claims), row.why))),
            )
        }
        Command::Origins(file) => {
            let rows = app::origins(&Dossier::look(&file.file)?)?;
            if args.json {
                return done(json(&rows));
            }
            done(rows.iter().try_for_each(|row| {
                line(&format!("{} {}: {}", row.id, row.name, one(row.claims.len(), "claim")))?;
                row.edges.iter().try_for_each(|edge| {
                    let proof = if edge.inferred { format!("inferred: {}", edge.words) } else { format!("“{}”", edge.words) };
                    line(&format!("    {} <- {}  {proof}", edge.from, edge.to))
                })
            }))
        }
        Command::Measures(file) => measures(&out, &file.file),
        Command::Recipients { file, from } => {
            let rows = match from {
                None => app::recipients(&Dossier::look(&file.file)?)?,
                Some(from) => change(&file.file, |dossier| app::set_directory(dossier, &from, &actor))?,
            };
            out.rows(&rows, &["id", "name", "office", "as of", "powers"], |row| {
                let powers: Vec<&str> = row.powers.iter().map(|power| power.measure.as_str()).collect();
                vec![row.id.to_string(), row.name.clone(), row.office.clone(), row.as_of.to_string(), powers.join(" ")]
            })
        }
        Command::Ledger(file) => {
            let rows = app::ledger(&Dossier::look(&file.file)?)?;
            out.rows(&rows, &["n", "at", "actor", "act", "hash"], |row| {
                vec![
                    row.n.to_string(),
                    row.at.clone(),
                    row.actor.clone(),
                    row.act.clone(),
                    row.hash.to_string().chars().take(16).collect(),
                ]
            })
        }
        Command::Judgements(file) => {
            let rows = app::judgements(&Dossier::look(&file.file)?)?;
            out.rows(&rows, &["id", "at", "actor", "kind", "holds", "bulk", "reason"], |row| {
                let judgement = &row.judgement;
                let holds = if row.standing { "yes" } else { "revoked" };
                let bulk = if judgement.bulk { "in bulk" } else { "" };
                let reason = judgement.reason.clone().unwrap_or_default();
                let head =
                    [judgement.id.to_string(), judgement.at.clone(), judgement.actor.clone(), judgement.kind.word().to_owned()];
                head.into_iter().chain([holds.to_owned(), bulk.to_owned(), reason]).collect()
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
        Command::Accept { file, claims, all } => {
            let claims = claims.iter().map(|id| claim_id(id)).collect::<Result<Vec<_>, _>>()?;
            let accepted =
                change(
                    &file,
                    |dossier| {
                        if all { app::accept_all(dossier, &actor) } else { app::accept(dossier, &claims, &actor) }
                    },
                )?;
            out.value(&accepted, |accepted| {
                let (claims, joins) = (one(accepted.accepted.len(), "claim"), one(accepted.joins, "join"));
                format!("{claims} accepted, {joins} taken; the dossier holds {}", one(accepted.facts, "fact"))
            })
        }
        Command::Reject { file, claims, reason } => {
            let claims = claims.iter().map(|id| claim_id(id)).collect::<Result<Vec<_>, _>>()?;
            let row = change(&file, |dossier| app::reject(dossier, &claims, reason.as_deref(), &actor))?;
            out.value(&row, |row| format!("{} rejected ({})", row.about.join(" "), row.judgement))
        }
        Command::Judge { file, verdict, ids, reason } => {
            let verdict = match verdict {
                VerdictArg::Same => Verdict::Same,
                VerdictArg::Different => Verdict::Different,
                VerdictArg::Adopt => Verdict::Adopt,
                VerdictArg::Dispute => Verdict::Dispute,
                VerdictArg::Revoke => Verdict::Revoke,
            };
            let row = change(&file, |dossier| app::judge(dossier, verdict, &ids, &reason, &actor))?;
            out.value(&row, |row| format!("{} recorded on {}", row.judgement, row.about.join(" ")))
        }
        Command::Undo(file) => {
            let undone = change(&file.file, |dossier| app::undo(dossier, &actor))?;
            out.value(&undone, |undone| format!("act {} undone: {}", undone.n, undone.act))
        }
        Command::Propose { file, from } => {
            let rows = change(&file, |dossier| app::propose(dossier, &from, &actor))?;
            let refused = rows.iter().any(|row| row.refused.is_some());
            out.rows(&rows, &["line", "claim", "refused"], |row| {
                vec![row.line.to_string(), text(row.claim.as_ref()), row.refused.clone().unwrap_or_default()]
            })?;
            Ok(if refused { Status::Input } else { Status::Done })
        }
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
        Command::Chart { file, chart, output } => {
            let kind = match chart {
                ChartArg::Timeline => ChartKind::Timeline,
                ChartArg::Targeting => ChartKind::Targeting,
                ChartArg::Scale => ChartKind::Scale,
            };
            let row = app::chart(&Dossier::look(&file)?, kind, &output)?;
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
            let (row, reminders) = change(&file, |dossier| {
                let row = app::publish(dossier, &name, &output, final_, &actor)?;
                Ok((row, if final_ { app::reminders_for(dossier, &name)? } else { Vec::new() }))
            })?;
            reminders.iter().for_each(|reminder| message(&format!("reminder: {reminder}")));
            row.remarks.iter().for_each(|remark| message(&format!("note: {remark}")));
            out.value(&row, |row| format!("{} written; evidence root {}", row.path, text(row.evidence_root.as_ref())))
        }
        Command::Pack { file, document, output } => {
            let row = change(&file, |dossier| app::pack(dossier, document.as_deref(), &output, &actor))?;
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
fn change<T>(file: &Path, act: impl FnOnce(&mut Dossier) -> Result<T, AppError>) -> Result<T, AppError> {
    let mut dossier = Dossier::open(file)?;
    let result = act(&mut dossier);
    let closed = dossier.close();
    let value = result?;
    closed?;
    Ok(value)
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
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|error| AppError::Unreadable { path: "standard input".into(), why: error.to_string() })?;
            inputs.push(Input::Bytes("pasted.txt".to_owned(), bytes));
        } else {
            inputs.push(Input::Path(path));
        }
    }
    let jobs = jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let rows = change(file, |dossier| {
        app::import(dossier, &inputs, jobs, actor, &mut |progress| print::progress(progress.done, progress.of))
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

fn measures(out: &Out, file: &Path) -> Result<Status, AppError> {
    let rows = app::measures(&Dossier::look(file)?)?;
    if out.json {
        return done(json(&rows));
    }
    done(rows.iter().try_for_each(|row| {
        line(&format!("{}  {}\n    {}\n    as of {}: {}", row.id, row.name, row.authority, row.status_as_of, row.status))?;
        row.elements.iter().try_for_each(|element| {
            let support = if element.support.is_empty() { String::new() } else { format!(" [{}]", words(&element.support)) };
            let gap = element.gap.as_ref().map(|gap| format!("\n        {gap}")).unwrap_or_default();
            line(&format!("    {} {}{support}: {}{gap}", element.id, element.state.as_str(), element.text))
        })
    }))
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

fn order(
    to: String,
    kind: KindArg,
    measures: &[String],
    date: Option<&str>,
    from: Option<&Path>,
    name: String,
) -> Result<DraftOrder, AppError> {
    let date = date
        .map(|date| date.parse().map_err(|_| AppError::Usage(format!("`{date}` is not a date: write it as in 2026-11-21"))))
        .transpose()?;
    let usage = |error: &dyn std::fmt::Display| AppError::Usage(error.to_string());
    let from = from
        .map(|from| {
            std::fs::read_to_string(from).map_err(|error| AppError::Unreadable { path: from.to_owned(), why: error.to_string() })
        })
        .transpose()?;
    Ok(DraftOrder {
        name,
        kind: match kind {
            KindArg::Letter => DraftKind::Letter,
            KindArg::Briefing => DraftKind::Briefing,
            KindArg::Memo => DraftKind::Memo,
        },
        to: to.parse().map_err(|error| usage(&error))?,
        date,
        measures: measures.iter().map(|id| id.parse().map_err(|error| usage(&error))).collect::<Result<_, _>>()?,
        from,
    })
}

fn field(pair: &str) -> Result<(MetadataField, String), AppError> {
    let known: Vec<&str> = MetadataField::ALL.iter().map(|field| field.as_str()).collect();
    let (name, value) = pair.split_once('=').ok_or_else(|| AppError::Usage(format!("`{pair}` is not FIELD=VALUE")))?;
    let field = MetadataField::parse(name)
        .ok_or_else(|| AppError::Usage(format!("a source has no field `{name}`; it has {}", known.join(", "))))?;
    Ok((field, value.to_owned()))
}

fn source_id(text: &str) -> Result<SourceId, AppError> {
    text.parse().map_err(|error: <SourceId as std::str::FromStr>::Err| AppError::Usage(error.to_string()))
}

fn claim_id(text: &str) -> Result<ClaimId, AppError> {
    text.parse().map_err(|error: <ClaimId as std::str::FromStr>::Err| AppError::Usage(error.to_string()))
}

/// The account's name, for the ledger.
fn account() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|variable| std::env::var(variable).ok().filter(|name| !name.is_empty()))
        .unwrap_or_else(|| "unknown".to_owned())
}
