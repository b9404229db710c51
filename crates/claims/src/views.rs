//! What followed, views, expectations, and what else a party said.

mod effects;
mod forecasts;
mod judgements;
mod opinions;
mod statements;

use crate::page::Sentence;
use crate::propose::Reader;
use dossier_model::{ClaimKind, Content};

/// Effects, opinions, forecasts and statements; statements last, of what nothing else tells.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences().filter(|sentence| sentence.row.is_none()) {
        let mut claims = effects::read(reader, sentence, out);
        claims.extend(opinions::read(reader, sentence, out));
        let ahead =
            forecasts::read(reader, sentence, out).into_iter().filter(|claim| !is_told(&claims, claim)).collect::<Vec<_>>();
        claims.extend(ahead);
        // Whose market value moved in a sentence: a view in it is a view of that, not of the campaign.
        if let Some(moved) = moved_in(reader, sentence, out) {
            for claim in &mut claims {
                claim.subject.clone_from(&moved);
            }
        }
        out.extend(claims);
    }
    let told = statements::told(out);
    for sentence in reader.page.sentences().filter(|sentence| !sentence.headline && sentence.row.is_none()) {
        out.extend(statements::read(reader, sentence, &told));
    }
}

/// Whether one of `told` expects the same as `claim`.
fn is_told(told: &[Content], claim: &Content) -> bool {
    let span = claim.quotes.first().span();
    told.iter().any(|other| other.kind == claim.kind && other.quotes.first().span().overlaps(span))
}

fn moved_in(reader: &Reader<'_, '_>, sentence: &Sentence, told: &[Content]) -> Option<String> {
    let whole = reader.page.content(ClaimKind::Market, sentence.place(0..sentence.end()))?.quotes.first().span();
    let inside = |claim: &&Content| claim.kind == ClaimKind::Market && whole.contains(claim.quotes.first().span());
    told.iter().find(inside).map(|claim| claim.subject.clone())
}
