//! Claims from elsewhere: a tool or a colleague proposes them as lines of JSON, each is checked as one that a person writes, each quote word
//! for word, and they land in the same queue. Nothing can be accepted through here.

use crate::claim_draft::{Fields, Ground, content, json_lines, told};
use crate::dossier::standing_sources;
use crate::files::read_text;
use crate::{Actor, AppError, ClaimDraft, Dossier, DraftFault};
use dossier_model::{ClaimId, Content, Mark, SourceId};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The name by which Dossier's own rules propose.
pub(crate) const RULES: &str = "rules";

/// How it went for one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ProposedRow {
    /// The line, from 1.
    #[specta(type = u32)]
    pub line: usize,
    /// The claim it is now.
    pub claim: Option<ClaimId>,
    /// Why it was refused, in words.
    pub refused: Option<String>,
    /// Why it was refused, field by field.
    pub faults: Vec<DraftFault>,
}

/// Takes in the claims of the file `from`.
pub fn propose(dossier: &mut Dossier, from: &Path, actor: &Actor) -> Result<Vec<ProposedRow>, AppError> {
    let name = from.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    propose_text(dossier, &read_text(from)?, &name, actor)
}

/// Takes in the claims of `lines`, which go by `name`. A line that does not hold is refused with its reason, and the rest goes on.
pub fn propose_text(dossier: &mut Dossier, lines: &str, name: &str, actor: &Actor) -> Result<Vec<ProposedRow>, AppError> {
    let mut desk = Desk::of(dossier)?;
    let (mut rows, mut good) = (Vec::new(), Vec::new());
    for (line, json) in json_lines(lines) {
        match desk.claim(json, actor)? {
            Ok(claim) => good.push((line, claim)),
            Err(faults) => rows.push(ProposedRow { line, claim: None, refused: Some(told(&faults)), faults }),
        }
    }
    let act = format!("propose {} from {name}", good.len());
    let (landed, _) = dossier.store.edit(actor.name(), &actor.stamp(), &act, |tx| {
        let mut landed = Vec::with_capacity(good.len());
        for (line, Proposal { source, proposer, content }) in &good {
            let ids = tx.insert_claims(*source, std::slice::from_ref(content), proposer)?;
            landed.push(ProposedRow { line: *line, claim: ids.first().copied(), refused: None, faults: Vec::new() });
        }
        Ok::<_, AppError>(landed)
    })?;
    rows.extend(landed);
    rows.sort_by_key(|row| row.line);
    Ok(rows)
}

/// A claim that holds, on its way in.
struct Proposal {
    source: SourceId,
    proposer: String,
    content: Content,
}

/// What lines are held against: the sources that count, each with its text and marks once a line names it.
struct Desk<'a> {
    dossier: &'a Dossier,
    sources: Vec<SourceId>,
    texts: BTreeMap<SourceId, (String, Vec<Mark>)>,
}

impl<'a> Desk<'a> {
    fn of(dossier: &'a Dossier) -> Result<Self, AppError> {
        let sources = standing_sources(&dossier.store, &dossier.store.judgements()?)?;
        Ok(Self { dossier, sources: sources.iter().map(|source| source.id).collect(), texts: BTreeMap::new() })
    }

    /// The claim that a line says, else why it is none.
    fn claim(&mut self, json: &str, actor: &Actor) -> Result<Result<Proposal, Vec<DraftFault>>, AppError> {
        let (source, proposer, draft) = match parsed(json, actor) {
            Ok(parsed) => parsed,
            Err(faults) => return Ok(Err(faults)),
        };
        if !self.sources.contains(&source) {
            let why = format!("the dossier has no source {source}; `dossier sources FILE` lists them");
            return Ok(Err(vec![DraftFault::of("source", why)]));
        }
        if let std::collections::btree_map::Entry::Vacant(place) = self.texts.entry(source) {
            place.insert((self.dossier.store.text(source)?, self.dossier.store.marks(source)?));
        }
        let (text, marks) = self.texts.get(&source).map_or(("", &[][..]), |(text, marks)| (text, marks));
        Ok(content(&draft, &Ground::new(text, marks), &[]).map(|content| Proposal { source, proposer, content }))
    }
}

fn parsed(json: &str, actor: &Actor) -> Result<(SourceId, String, ClaimDraft), Vec<DraftFault>> {
    let mut fields = Fields::of(json)?;
    let source = fields.needed("source", "the id of a source, as in S1").and_then(|id| match id.parse::<SourceId>() {
        Ok(id) => Some(id),
        Err(error) => {
            fields.fault("source", error.to_string());
            None
        }
    });
    let proposer = fields.text("proposer");
    let named = proposer.as_deref().map(str::trim);
    if named == Some("") {
        fields.fault("proposer", "it is empty: name the tool or the person, or leave it out");
    } else if named == Some(RULES) {
        fields.fault("proposer", "`rules` are Dossier's own: name the tool or the person");
    }
    let draft = fields.draft()?;
    let proposer = proposer.map_or_else(|| actor.name().to_owned(), |name| name.trim().to_owned());
    // Where the source is missing there is a fault, and no draft.
    source.map(|source| (source, proposer, draft)).ok_or_else(|| vec![DraftFault::of("source", "it is missing")])
}
