//! Control words of RTF: which groups stand apart from the text, and which words are signs.

/// Groups whose words are no text of the document.
pub(super) const APART: &[&str] = &[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "listtable",
    "listoverridetable",
    "generator",
    "filetbl",
    "revtbl",
    "fldinst",
    "objdata",
    "objclass",
    "objname",
    "pn",
    "bkmkstart",
    "bkmkend",
    "nonshppict",
    "shppict",
    "shprslt",
    "sp",
    "ftnsep",
    "ftnsepc",
    "ftncn",
    "aftnsep",
    "aftnsepc",
    "aftncn",
    "tc",
    "xe",
    "atnid",
    "atnauthor",
    "atnref",
    "atntime",
    "atndate",
    "template",
    "falt",
    "info",
    "upr",
];

/// Signs that have words of their own.
pub(super) fn sign(word: &str) -> Option<&'static str> {
    const SIGNS: &[(&str, &str)] = &[
        ("emdash", "—"),
        ("endash", "–"),
        ("lquote", "‘"),
        ("rquote", "’"),
        ("ldblquote", "“"),
        ("rdblquote", "”"),
        ("bullet", "•"),
        ("emspace", " "),
        ("enspace", " "),
        ("qmspace", " "),
    ];
    SIGNS.iter().find(|(name, _)| *name == word).map(|(_, sign)| *sign)
}
