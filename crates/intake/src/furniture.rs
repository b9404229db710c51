//! What stands around an article: sign-up lines, share bars, image credits, tag lines, reading times.
//!
//! Found by form and by the words that such lines use everywhere, never by the name of a site. Only short blocks qualify, so
//! that a paragraph that speaks of newsletters stays a paragraph.

use crate::layout::Laid;
use dossier_model::MarkKind;

/// Longer blocks are text, whatever they speak of.
const SHORT: usize = 160;

/// A short block that holds one of these is furniture.
const PHRASES: &[&str] = &[
    "newsletter",
    "your inbox",
    "unsubscribe",
    "get it free",
    "free to use",
    "stay ahead with",
    "no discussion yet",
    "no comments yet",
    "leave a comment",
    "add a comment",
    "join the discussion",
    "join the conversation",
    "all rights reserved",
    "sponsored content",
    "minutes a day",
    "related on ",
    "recommended for you",
    "you may also like",
    "image source",
    "image credit",
    "photo credit",
    "photorealistic",
    "stock photo",
    "getty images",
    "shutterstock",
    "unsplash",
    "please refresh for updates",
    "read full article",
    "read the full story",
    "cookie settings",
];

/// A short block that begins with one of these is furniture.
const BEGINNINGS: &[&str] = &[
    "sign up",
    "sign in",
    "log in",
    "subscribe",
    "get started",
    "share this",
    "share on",
    "follow us",
    "follow topics",
    "read more",
    "read also",
    "related articles",
    "photo by",
    "click here",
    "terms and conditions",
    "privacy policy",
    "table of contents",
    "back to top",
    "skip to content",
    "continue reading",
    "best for:",
    "published by",
    "published on",
    "advertisement",
    "source:",
    "credit:",
    "photo:",
    "image:",
    "illustration:",
    "caption:",
    "specimen:",
    "tags:",
    "topics:",
];

/// A short block that is one of these words alone is furniture.
const ALONE: &[&str] = &[
    "discussion",
    "comments",
    "share",
    "tags",
    "topics",
    "menu",
    "search",
    "home",
    "print",
    "references",
    "related",
    "categories",
    "advertisement",
];

/// After one of these, items and short lines belong to it until a longer block comes.
const OPENERS: &[&str] = &["discussion", "comments", "tags", "topics", "categories", "related", "references"];

/// Marks the blocks of `laid` that are furniture.
pub(crate) fn mark(laid: &mut Laid) {
    let mut under_opener = false;
    let kinds: Vec<Option<MarkKind>> = laid
        .blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            let words = laid.words(block);
            let plain = words.trim_end_matches(':').to_lowercase();
            let short = words.chars().count() <= SHORT;
            let alone = ALONE.contains(&plain.as_str());
            let says_so = short && block.kind != MarkKind::Title && is_furniture(words, &plain, at == 0);
            // A long block, or a short one that is a sentence and not furniture, ends what an opener began.
            let ends = !short || (!says_so && words.ends_with('.') && block.kind != MarkKind::Item);
            under_opener = OPENERS.contains(&plain.as_str()) || (under_opener && !ends);
            (alone || says_so || under_opener).then_some(MarkKind::Furniture)
        })
        .collect();
    let beside_reading_time = |at: usize| {
        let next = laid.blocks.get(at + 1).filter(|next| next.kind == MarkKind::Item)?;
        let words = laid.words(laid.blocks.get(at)?);
        (is_reading_time(&laid.words(next).to_lowercase()) && words.split_whitespace().count() <= 4)
            .then_some(MarkKind::Furniture)
    };
    let kinds: Vec<_> = kinds.into_iter().enumerate().map(|(at, kind)| kind.or_else(|| beside_reading_time(at))).collect();
    for (block, kind) in laid.blocks.iter_mut().zip(kinds) {
        block.kind = kind.unwrap_or(block.kind);
    }
}

fn is_furniture(words: &str, plain: &str, first: bool) -> bool {
    PHRASES.iter().any(|phrase| plain.contains(phrase))
        || BEGINNINGS.iter().any(|beginning| plain.starts_with(beginning))
        || is_reading_time(plain)
        || is_tag_line(words, first)
        || is_bar(words)
}

/// "4 min read", "22h ago5 min read".
fn is_reading_time(plain: &str) -> bool {
    plain.ends_with("min read") || plain.ends_with("minute read") || (plain.ends_with(" ago") && plain.len() < 40)
}

/// "ai, cloud, security,": words between commas, nothing that reads as a sentence.
fn is_tag_line(words: &str, first: bool) -> bool {
    let parts: Vec<&str> = words.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let all_short = parts.iter().all(|part| part.split_whitespace().count() <= 3);
    parts.len() >= 3 && all_short && (words.ends_with(',') || (first && !words.ends_with(['.', '?', '!'])))
}

/// "Email / LINE / Slack", "Free · 30 seconds · unsubscribe", "A | B | C".
fn is_bar(words: &str) -> bool {
    ["·", " / ", " | "].iter().any(|sign| {
        let parts = words.split(sign).count();
        parts >= 3 || (parts == 2 && *sign == "·")
    }) && !words.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_from_text() {
        let check = |words: &str, expect: bool| {
            let mut laid = crate::plain::lay(format!("A heading\n\n{words}\n\nA last sentence."));
            mark(&mut laid);
            assert_eq!(laid.blocks[1].kind == MarkKind::Furniture, expect, "{words}");
        };
        check("Sign up free →", true);
        check("Free · takes 30 seconds · unsubscribe anytime", true);
        check("Ledger Post Tech22h ago5 min read", true);
        check("Image source: cdn.example", true);
        check("Get curated news from 200+ sources delivered daily to your inbox. Free to use.", true);
        check("models, halden, meridian works,", true);
        check("Halden, Corvid and Meridian Works have answered.", false);
        check(
            "The lab said it would share this finding with the three other laboratories that had signed the agreement in spring, and that a newsletter would follow in the autumn of the year.",
            false,
        );
        check("The window ran from April to June.", false);
    }

    #[test]
    fn what_stands_under_discussion_belongs_to_it() {
        let mut laid = crate::plain::lay("The case\n\nIt was so.\n\nTopics\n- One\n- Two\n\nA sentence of the text.".to_owned());
        mark(&mut laid);
        let kinds: Vec<_> = laid.blocks.iter().map(|block| block.kind == MarkKind::Furniture).collect();
        assert_eq!(kinds, [false, false, true, true, true, false]);
    }
}
