//! What a document declares of itself apart from its text: front matter, the head of a page, the properties of an office file, the
//! fields of a mail. As written; `masthead` makes dates and names of it.

/// What a document declares of itself.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    /// Its title.
    pub(crate) title: Option<String>,
    /// Who published it; an outlet, or a person where front matter says `source: NAME`.
    pub(crate) publisher: Option<String>,
    /// The outlet that published it, where the format has a field for that and nothing else.
    pub(crate) outlet: Option<String>,
    /// Who wrote it.
    pub(crate) authors: Vec<String>,
    /// When it was published, as written.
    pub(crate) published: Option<String>,
    /// When it was last changed, as written.
    pub(crate) updated: Option<String>,
    /// When its file was made, as written; stands in for the date of publication where nothing else gives one.
    pub(crate) created: Option<String>,
    /// Its canonical address.
    pub(crate) url: Option<String>,
    /// The outlet that the text is from.
    pub(crate) original: Option<String>,
}

/// The host of an address, without `www.`.
pub(crate) fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}
