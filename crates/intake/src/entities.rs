//! The little of HTML that stands inside Markdown: entities, and which tags end a block.

/// Entities that reports use, beside numeric ones.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("euro", '€'),
    ("pound", '£'),
];

/// `words` with entities as characters; what is no known entity stays as it is.
pub(crate) fn decoded(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        match entity.and_then(|(name, next)| Some((character(name)?, next))) {
            Some((character, next)) => {
                out.push(character);
                rest = next;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    let code = name.strip_prefix('#').map(|code| match code.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => code.parse(),
    });
    match code {
        Some(code) => char::from_u32(code.ok()?).filter(|c| !c.is_control()),
        None => ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, character)| *character),
    }
}

/// `words` with every run of white space as one space.
pub(crate) fn spaced(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if !c.is_ascii_whitespace() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// The name of the tag that `after`, what follows its `<`, begins with, in small letters.
pub(crate) fn tag_name(after: &str) -> String {
    let name = after.trim_start_matches('/');
    name.chars().take_while(char::is_ascii_alphanumeric).take(12).collect::<String>().to_ascii_lowercase()
}

/// Whether a tag stands between blocks.
pub(crate) fn ends_block(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "td",
        "th",
        "table",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "figcaption",
        "hr",
        "pre",
        "aside",
        "nav",
        "dl",
        "dt",
        "dd",
    ];
    NAMES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_become_characters() {
        let check = |given: &str, expect: &str| assert_eq!(decoded(given), expect);
        check("&quot;nearly&quot; &#39;9,000&#x27; R&amp;D", "\"nearly\" '9,000' R&D");
        check("AT&T; & so on &unknown; &#0; &#xFFFFFFFF;", "AT&T; & so on &unknown; &#0; &#xFFFFFFFF;");
    }
}
