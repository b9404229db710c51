//! Tokens: words, numbers and marks with their places, the ground that the other rules stand on.
//!
//! A word keeps its inner apostrophes, hyphens and full stops ("Meridian’s", "long-term", "U.S.", "CRV-4.5"), so that a digit
//! inside a name is never taken for a number. A number keeps its separators and a suffix for a scale ("25,000", "28.8M").

use std::borrow::Cow;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, perhaps with digits.
    Word,
    /// Digits, perhaps with separators and a suffix for a scale.
    Number,
    /// Any one other character.
    Mark,
}

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    Joined,
    /// White space.
    Space,
    /// The end of a line.
    Line,
    /// An empty line, or the start of the text.
    Paragraph,
}

/// One token.
#[derive(Debug, Clone)]
pub(crate) struct Token<'a> {
    pub(crate) text: &'a str,
    /// The text in lower case, with a straight apostrophe for a curly one.
    pub(crate) lower: Cow<'a, str>,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: TokenKind,
    pub(crate) gap: Gap,
}

impl Token<'_> {
    /// Whether it is one of `words`, in any case.
    pub(crate) fn is_one_of(&self, words: &[&str]) -> bool {
        self.kind == TokenKind::Word && words.contains(&&*self.lower)
    }

    /// Whether it is `word`, in any case, or the mark `word`.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    pub(crate) fn is_number(&self) -> bool {
        self.kind == TokenKind::Number
    }

    pub(crate) fn is_mark(&self) -> bool {
        self.kind == TokenKind::Mark
    }

    /// Whether it is a word that begins with a capital letter, or has one inside ("iPhone").
    pub(crate) fn is_capitalised(&self) -> bool {
        self.is_word() && {
            let mut letters = self.text.chars();
            letters.next().is_some_and(char::is_uppercase) || letters.next().is_some_and(|c| c.is_uppercase())
        }
    }

    /// Whether it is a dash, a hyphen or a minus sign.
    pub(crate) fn is_dash(&self) -> bool {
        matches!(self.text, "-" | "–" | "—" | "‑" | "‒" | "−")
    }

    /// Whether it is an arrow from one thing to the next.
    pub(crate) fn is_arrow(&self) -> bool {
        matches!(self.text, "→" | "⟶" | "⇒" | "➔" | "➜" | "►")
    }

    /// Whether it opens or closes a quotation.
    pub(crate) fn is_quote_mark(&self) -> bool {
        matches!(self.text, "\"" | "“" | "”" | "‘" | "’" | "'" | "«" | "»")
    }

    /// Whether it ends in a possessive: "Meridian's".
    pub(crate) fn is_possessive(&self) -> bool {
        self.is_word() && self.lower.ends_with("'s")
    }

    /// Its lower-case text without a possessive.
    pub(crate) fn stem(&self) -> &str {
        self.lower.strip_suffix("'s").unwrap_or(&self.lower)
    }

    /// Where the name in a compound ends: "Meridian" in "Meridian-linked", "Hong Kong" in "Hong Kong-based".
    pub(crate) fn compound_end(&self) -> Option<usize> {
        let at = self.text.rfind(['-', '‑'])?;
        let back = self.text[at..].trim_start_matches(['-', '‑']);
        (self.is_capitalised() && back.starts_with(char::is_lowercase) && !self.is_possessive()).then_some(self.start + at)
    }

    /// The bytes that it covers.
    pub(crate) fn range(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// Where it ends without a possessive.
    pub(crate) fn stem_end(&self) -> usize {
        match self.is_possessive().then(|| self.text.char_indices().nth_back(1)).flatten() {
            Some((apostrophe, _)) => self.start + apostrophe,
            None => self.end,
        }
    }
}

/// The tokens of `text`, in order.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut gap = Gap::Paragraph;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            let space = text[at..].find(|c: char| !c.is_whitespace()).unwrap_or(text.len() - at);
            let lines = text[at..at + space].matches('\n').count();
            gap = gap.max(match lines {
                0 => Gap::Space,
                1 => Gap::Line,
                _ => Gap::Paragraph,
            });
            at += space;
            continue;
        }
        let address = address(&text[at..]);
        let (kind, length) = if address > 0 {
            (TokenKind::Word, address)
        } else if first.is_ascii_digit() {
            number_or_code(&text[at..])
        } else if first.is_alphanumeric() {
            (TokenKind::Word, crate::currency::joined_code(&text[at..]).unwrap_or_else(|| word(&text[at..])))
        } else {
            (TokenKind::Mark, first.len_utf8())
        };
        let end = at + length;
        found.push(Token { text: &text[at..end], lower: lower(&text[at..end]), start: at, end, kind, gap });
        gap = Gap::Joined;
        at = end;
    }
    found
}

fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase().replace('’', "'"))
    }
}

/// The length of the web address at the start of `text`, 0 where there is none. Its digits are no numbers and its dates no dates.
fn address(text: &str) -> usize {
    if !["http://", "https://", "www."].iter().any(|scheme| text.starts_with(scheme)) {
        return 0;
    }
    text.find(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '"' | '”' | '>' | '<')).unwrap_or(text.len())
}

/// The length of the word at the start of `text`.
fn word(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    let mut end = 0;
    // Whether the word so far is single letters with full stops: "U", "U.S".
    let mut initials = true;
    let mut run = 0;
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|(_, c)| *c);
        match c {
            _ if c.is_alphanumeric() => {
                run += 1;
                initials &= run == 1 && c.is_alphabetic();
            }
            '.' if initials && run == 1 && (next.is_some_and(char::is_alphabetic) || text[..at].contains('.')) => run = 0,
            '.' if next.is_some_and(|n| {
                n.is_lowercase() || n.is_ascii_digit() && text[..at].ends_with(|p: char| p.is_ascii_digit())
            }) => {}
            // "671-billion-parameter" is a number with its unit.
            '-' | '‑' if crate::number::scale_word(&text[..at].to_lowercase()).is_some() => break,
            '\'' | '’' | '-' | '‑' | '&' | '_' if next.is_some_and(char::is_alphanumeric) => {
                initials = false;
                run = 0;
            }
            '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{ad}' => {}
            _ => break,
        }
        end = at + c.len_utf8();
    }
    end
}

/// The kind and length of what starts with a digit: a number, or a code such as "3rd", "5G" and "192.0.2.1".
fn number_or_code(text: &str) -> (TokenKind, usize) {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut end = digits(0);
    let grouped = |end: usize| bytes.get(end) == Some(&b',') && digits(end + 1) == 3;
    if end <= 3 {
        while grouped(end) {
            end += 4;
        }
    }
    let mut points = 0;
    while bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        end += 1 + digits(end + 1);
        points += 1;
    }
    if points > 1 {
        return (TokenKind::Word, end);
    }
    let letters = text[end..].chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    if letters == 0 {
        return (TokenKind::Number, end);
    }
    let suffix = text[end..end + letters].to_lowercase();
    // "6.4pc" is a percentage.
    if suffix == "pc" {
        return (TokenKind::Number, end);
    }
    let kind = if crate::number::suffix_scale(&suffix).is_some() { TokenKind::Number } else { TokenKind::Word };
    (kind, end + letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = tokens(text).iter().map(|token| token.text).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        check(
            "Tern’s long-term R&D in the U.S. at 3:38 p.m.",
            &["Tern’s", "long-term", "R&D", "in", "the", "U.S.", "at", "3", ":", "38", "p.m."],
        );
        check("CRV-4.5, K3 and v1.2.", &["CRV-4.5", ",", "K3", "and", "v1.2", "."]);
        check("plan B. Then", &["plan", "B", ".", "Then"]);
        check(
            "[it](https://halden.example/2026/03/19/a-b) on",
            &["[", "it", "]", "(", "https://halden.example/2026/03/19/a-b", ")", "on"],
        );
    }

    #[test]
    fn numbers_keep_their_separators() {
        check("25,000, 28.8M and 1,2", &["25,000", ",", "28.8M", "and", "1", ",", "2"]);
        check("192.0.2.1 3rd $99.10.", &["192.0.2.1", "3rd", "$", "99.10", "."]);
        check("USD252 million, EUR3.5bn, CRV4", &["USD", "252", "million", ",", "EUR", "3.5bn", ",", "CRV4"]);
    }
}
