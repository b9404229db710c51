//! Documents of records, in which values stand at JSON pointers: STIX bundles and MISP events. What a field means is known there, so claims
//! are read from fields; the texts among them are read by the rules for any text.
//!
//! What always holds: every quote lies within the place of one value, or of one relationship's sentence; what a field told already is not
//! told again by a text.

mod exported;
mod misp;
mod places;
mod stix;
mod sure;

use crate::document::same_party;
use crate::propose::{About, by_rules, settled};
use dossier_model::{ClaimKind, Content, Hedge, Mark, Speaker, SpeakerRole};
use places::Places;
use sure::Sureness;

/// What a document of records claims; `None` where `marks` are not those of one.
pub(crate) fn propose(text: &str, marks: &[Mark], about: &About<'_>) -> Option<Vec<Content>> {
    let places = Places::of(text, marks)?;
    // Records that neither knows claim nothing: read as prose, a quote would run over labels that are ours.
    let Some(mut told) = stix::told(&places, about).or_else(|| misp::told(&places, about)) else { return Some(Vec::new()) };
    told.prose.sort_by_key(|prose| prose.span);
    let prose = places.blocks_of(marks, &told.prose);
    let mut free = if prose.is_empty() { Vec::new() } else { by_rules(text, &prose, about) };
    free.retain(|content| !repeats(content, &told.claims));
    for content in &mut free {
        if is_part_of(&content.subject, &told.subject) {
            content.subject.clone_from(&told.subject);
        }
        let at = content.quotes.first().span();
        let before = told.prose.partition_point(|prose| prose.span.start <= at.start);
        let Some(prose) = told.prose[..before].last().filter(|prose| prose.span.contains(at)) else { continue };
        content.hedge = match (content.kind, content.hedge) {
            (ClaimKind::Party | ClaimKind::Provenance, hedge) => hedge,
            (ClaimKind::Attribution | ClaimKind::Act, Hedge::Asserted) => prose.sure.of_accusation(),
            (_, Hedge::Asserted) => prose.sure.of_report(),
            (_, hedge) => hedge,
        };
        // The maker of a record says its words at first hand.
        if let (Some(maker), Some(first)) = (prose.maker.as_ref(), content.speakers.first_mut())
            && first.role == SpeakerRole::Outlet
            && first.words.is_none()
            && first.name == maker.name
        {
            first.clone_from(maker);
        }
    }
    let mut all = told.claims;
    all.extend(free);
    Some(settled(all))
}

/// Whether a text's name for the campaign is the document's own with less in it: "campaign", "X campaign", "campaign against Y".
pub(crate) fn is_part_of(subject: &str, whole: &str) -> bool {
    let accused = || whole.strip_prefix(subject).is_some_and(|rest| rest.starts_with(" against "));
    let target = || whole.strip_suffix(subject).is_some_and(|rest| rest.ends_with(' '));
    subject == "campaign" || subject.ends_with(" campaign") && accused() || subject.starts_with("campaign against ") && target()
}

/// What the fields of a document tell.
struct Told {
    claims: Vec<Content>,
    /// The texts among the fields.
    prose: Vec<Prose>,
    /// The campaign that the document is about.
    subject: String,
}

/// A field that is a text.
struct Prose {
    span: dossier_model::Span,
    /// Whether it is the name of the whole.
    headline: bool,
    /// Who made the record that it stands in.
    maker: Option<Speaker>,
    /// How sure that record is.
    sure: Sureness,
}

/// Whether a field told what `content` tells: a party's part, a method or technique.
fn repeats(content: &Content, told: &[Content]) -> bool {
    let alike = |known: &Content| match content.kind {
        ClaimKind::Party => known.subject == content.subject || same_party(&known.subject, &content.subject),
        ClaimKind::Attribution => known.rung == content.rung,
        _ => known.value.as_deref().map(str::to_lowercase) == content.value.as_deref().map(str::to_lowercase),
    };
    let once = matches!(
        content.kind,
        ClaimKind::Party | ClaimKind::Attribution | ClaimKind::Method | ClaimKind::Technique | ClaimKind::Disclosure
    );
    once && told.iter().any(|known| known.kind == content.kind && alike(known))
}
