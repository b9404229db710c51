//! What only the finished pages show, put right before they are set again.
//!
//! - A picture that did not fit and left a gap behind floats to the head of its page; the text after it fills the gap.
//! - A note that went to the page after its mark takes its paragraph along, where that is short.

use serde_json::{Value as Json, json};
use std::num::NonZeroUsize;
use typst::foundations::{Content, NativeElement, Value};
use typst::introspection::{Introspector, Location, MetadataElem};
use typst::model::FootnoteEntry;
use typst_layout::PagedDocument;

/// How often a document is set anew at most. Each round mends the first page that needs it.
pub(super) const ROUNDS: usize = 12;

/// A picture this near to the top edge of the paper, in points, opens its page.
const PAGE_HEAD_PT: f64 = 90.0;

/// The longest paragraph, in characters, that goes to the next page for the sake of a note.
const MOVABLE: u64 = 520;

/// Mends the first fault of `document` in the values it was made from; false when there is none to mend.
pub(super) fn mend(document: &PagedDocument, values: &mut Json) -> bool {
    let Some(blocks) = values.get_mut("blocks").and_then(Json::as_array_mut) else { return false };
    let mut faults: Vec<(NonZeroUsize, Fault)> = floats(document).into_iter().chain(turns(document)).collect();
    faults.sort();
    faults.into_iter().any(|(_, fault)| apply(fault, blocks))
}

/// A fault, by the number of its block; that of its item in a list.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    Turn { block: usize, item: Option<usize> },
    Float { block: usize },
}

fn floats(document: &PagedDocument) -> Vec<(NonZeroUsize, Fault)> {
    let found = document.introspector().query(&MetadataElem::ELEM.select());
    let fault = |mark: &Content| {
        let at = document.introspector().as_ref().position(mark.location()?)?;
        let Value::Str(place) = &mark.to_packed::<MetadataElem>()?.value else { return None };
        let block = place.parse().ok()?;
        (at.page > NonZeroUsize::MIN && at.point.y.to_pt() < PAGE_HEAD_PT).then_some((at.page, Fault::Float { block }))
    };
    found.iter().filter_map(fault).collect()
}

fn turns(document: &PagedDocument) -> Vec<(NonZeroUsize, Fault)> {
    let page = |location: Location| Some(document.introspector().as_ref().position(location)?.page);
    let found = document.introspector().query(&FootnoteEntry::ELEM.select());
    let fault = |entry: &Content| {
        let note = &entry.to_packed::<FootnoteEntry>()?.note;
        let (marked, printed) = (page(note.location()?)?, page(entry.location()?)?);
        let label = label(note.pack_ref())?;
        let mut place = label.strip_prefix("note-")?.split('-').map(str::parse);
        let (block, item) = (place.next()?.ok()?, place.next().and_then(Result::ok));
        (printed > marked).then_some((marked, Fault::Turn { block, item }))
    };
    found.iter().filter_map(fault).collect()
}

fn label(content: &Content) -> Option<String> {
    Some(content.label()?.resolve().as_str().to_owned())
}

/// False when it was mended before and the fault stayed, or when mending would do harm.
fn apply(fault: Fault, blocks: &mut [Json]) -> bool {
    match fault {
        Fault::Float { block } => blocks.get_mut(block).is_some_and(|block| put(block, "float", json!(true))),
        Fault::Turn { block, item: Some(item) } if item > 0 => {
            let Some(list) = blocks.get_mut(block) else { return false };
            let mut turns: Vec<u64> = list["turns"].as_array().into_iter().flatten().filter_map(Json::as_u64).collect();
            let long = list["items"][item].to_string().len() as u64 > 3 * MOVABLE;
            let item = item as u64;
            if long || turns.contains(&item) {
                return false;
            }
            turns.push(item);
            turns.sort_unstable();
            put(list, "turns", json!(turns))
        }
        Fault::Turn { block, .. } => {
            let is = |at: usize, kind: &str| blocks.get(at).is_some_and(|block| block["block"] == kind);
            let short = blocks.get(block).is_some_and(|block| block["length"].as_u64().is_some_and(|length| length <= MOVABLE));
            if !(is(block, "list") || (is(block, "paragraph") && short)) {
                return false;
            }
            // A heading stays with what it is over.
            let first = if block > 0 && is(block - 1, "heading") { block - 1 } else { block };
            blocks.get_mut(first).is_some_and(|block| put(block, "turn", json!(true)))
        }
    }
}

/// Sets `key`; false when it had that value already.
fn put(block: &mut Json, key: &str, value: Json) -> bool {
    let Some(fields) = block.as_object_mut() else { return false };
    let before = fields.insert(key.to_owned(), value);
    before.as_ref() != fields.get(key)
}
