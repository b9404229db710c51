//! Plain text: lines to blocks. The text itself is not touched.

use crate::layout::{Block, Laid};
use dossier_model::MarkKind;
use std::ops::Range;

/// Signs that start an item of a list.
const BULLETS: &[&str] = &["- →", "-→", "→ ", "- ", "* ", "• ", "– ", "+ ", "◦ ", "▪ ", "‣ "];
/// Lines up to this length can be hard-wrapped prose.
const WRAP_LIMIT: usize = 100;
/// A heading is no longer than this, in characters.
const HEADING_LIMIT: usize = 80;

/// Lays out `text`: every line is a block, except that hard-wrapped lines are one paragraph.
pub(crate) fn lay(text: String) -> Laid {
    let lines = lines(&text);
    let wrap = wrap_width(&text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut previous_line: Option<&str> = None;
    for range in lines {
        let line = &text[range.clone()];
        let content = line.trim_start();
        if content.is_empty() {
            previous_line = None;
            continue;
        }
        let start = range.end - content.len();
        let bullet = bullet_length(content);
        if let (Some(before), None, Some(width), Some(last)) = (previous_line, bullet, wrap, blocks.last_mut())
            && continues(before, content, width)
        {
            last.range.end = range.end;
        } else {
            let kind = if bullet.is_some() { MarkKind::Item } else { MarkKind::Paragraph };
            blocks.push(Block { range: start + bullet.unwrap_or(0)..range.end, kind, label: None });
        }
        previous_line = Some(line);
    }
    let mut laid = Laid { text, blocks, ..Laid::default() };
    mark_headings(&mut laid);
    laid
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let range = start..start + line.len();
            start = range.end + 1;
            range
        })
        .collect()
}

/// The bytes of a bullet and the spaces behind it, where `content` starts with one.
fn bullet_length(content: &str) -> Option<usize> {
    let sign = BULLETS.iter().find(|sign| content.starts_with(**sign))?;
    Some(content.len() - content[sign.len()..].trim_start().len())
}

/// The width that a text was wrapped to: its longest line, if that is short enough to be wrapping.
fn wrap_width(text: &str, lines: &[Range<usize>]) -> Option<usize> {
    let longest = lines.iter().map(|range| text[range.clone()].chars().count()).max()?;
    (longest <= WRAP_LIMIT).then_some(longest)
}

/// Whether `line` goes on with the sentence of the line before it: its first word would not have fitted there, and the sentence
/// had not ended, or a small letter shows that it had not.
fn continues(before: &str, line: &str, width: usize) -> bool {
    let ended = before.trim_end_matches(['”', '"', '’', ')']).ends_with(['.', '?', '!', ':']);
    if ended && !line.starts_with(char::is_lowercase) {
        return false;
    }
    let word = line.split_whitespace().next().map_or(0, |word| word.chars().count());
    before.chars().count() + 1 + word > width && width > 40
}

/// A short line without a final stop that has a block after it is a heading; so is a question that stands alone on a line.
fn mark_headings(laid: &mut Laid) {
    let count = laid.blocks.len();
    for at in 0..count {
        let Some(block) = laid.blocks.get(at) else { continue };
        let words = laid.words(block);
        let is_heading = block.kind == MarkKind::Paragraph && at + 1 < count && looks_like_heading(words);
        if is_heading && let Some(block) = laid.blocks.get_mut(at) {
            block.kind = MarkKind::Heading;
        }
    }
}

fn looks_like_heading(words: &str) -> bool {
    let length = words.chars().count();
    let opens = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let question = words.ends_with('?') && length <= 120;
    let short = length <= HEADING_LIMIT
        && !words.ends_with(['.', '!', ',', ';', ':', '”', '"'])
        && !words.contains(": ")
        && !words.contains(" :");
    opens && !words.contains('\n') && (question || short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, MarkKind)]) {
        let laid = lay(text.to_owned());
        let found: Vec<_> = laid.blocks.iter().map(|block| (laid.words(block), block.kind)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn lines_become_blocks() {
        use MarkKind::{Heading, Item, Paragraph};
        check("Summary\nOne sentence.", &[("Summary", Heading), ("One sentence.", Paragraph)]);
        check("  • What happened\n\n    It did.", &[("What happened", Item), ("It did.", Paragraph)]);
        check("- →A first\n- second", &[("A first", Item), ("second", Item)]);
        check("How large was it?\nLarge.", &[("How large was it?", Heading), ("Large.", Paragraph)]);
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        let text = "The laboratory wrote that nearly nine thousand\naccounts had been used to question its model.\nA second one.";
        let laid = lay(text.to_owned());
        assert_eq!(laid.blocks.len(), 2, "{laid:?}");
    }
}
