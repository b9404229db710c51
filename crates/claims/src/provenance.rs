//! Where a text says that it comes from: whose article it summarises, whose report it cites, who saw the document.

use crate::page::without_stop;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content};

patterns! {
    SOURCES = r"(?x)
        \bciting\s+(?:an?\s+|the\s+)?(?P<cited>[^,;]+?)(?:\s+(?:reports?|story|article))?(?:[,.;]|$)
        | (?i:\b(?:editorial\s+)?summary\b)[^.]*?\s+by\s+(?P<summary>\p{Lu}[^.,;]*)
        | \b(?i:original(?:ly)?\s+(?:article\s+|story\s+)?published\s+(?:by|in|on))\s+(?P<original>\p{Lu}[^;]*)
        | \b(?:a\s+)?copy\s+(?:of\s+[\w\s]+\s+)?(?:seen|viewed|obtained|reviewed)\s+by\s+(?P<seen>\p{Lu}[\p{L}\s’'.-]*)
        | \b(?:as\s+)?(?:first\s+|previously\s+|earlier\s+)?reported\s+(?:earlier\s+|first\s+|previously\s+)?by\s+(?P<reported>(?:[Tt]he\s+)?\p{Lu}[\p{L}\s’'.-]*)
        | \b(?P<people>(?:people|persons?|sources?|officials?)\s+(?:familiar\s+with|briefed\s+on|with\s+knowledge\s+of)\s+the\s+\w+)";
}

/// Where the text comes from.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        for found in SOURCES.captures_iter(&sentence.text) {
            let Some(whole) = found.get(0) else { continue };
            let parts = [
                ("cited", "report by"),
                ("summary", "summary by"),
                ("original", "article by"),
                ("seen", "copy seen by"),
                ("reported", "report by"),
                ("people", ""),
            ];
            let Some((lead, who)) = parts.iter().find_map(|(group, lead)| Some((*lead, found.name(group)?))) else { continue };
            let trimmed = whole.as_str().trim_end_matches(['.', ',', ';', ' ']);
            let range = whole.start()..whole.start() + trimmed.len();
            let Some(mut content) = reader.claim(ClaimKind::Provenance, sentence, range, Matter::Record) else { continue };
            content.subject = "document".to_owned();
            let lead = if who.as_str().contains(" by ") { "" } else { lead };
            content.value = Some(format!("{lead} {}", without_stop(who.as_str())).trim().to_owned());
            out.push(content);
        }
    }
}
