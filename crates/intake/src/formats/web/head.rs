//! What the head of a page declares: title, authors, site, dates, addresses. The first of several that say a thing counts; the order is
//! that of care: what is made for readers of machines (JSON-LD, Open Graph), then older fields, then what a page shows.

use super::linked::{self, Linked};
use super::tree::collapsed;
use crate::date::date;
use crate::declared::{Declared, host};
use dom_query::Document as Page;

/// What the head of a page gives.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// What the page declares.
    pub(super) declared: Declared,
    /// The title as the page shows it above the article.
    pub(super) shown_title: Option<String>,
    /// Whether a `meta` field names an author.
    pub(super) names_author: bool,
}

/// The fields of `meta`, with their names in small letters.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn of(page: &Page) -> Self {
        let metas = page.select("meta");
        let named = metas.nodes().iter().filter_map(|meta| {
            let name = meta.attr("property").or_else(|| meta.attr("name")).or_else(|| meta.attr("itemprop"))?;
            let value = collapsed(&meta.attr("content")?);
            (!value.is_empty()).then(|| (name.trim().to_lowercase(), value))
        });
        Self(named.collect())
    }

    fn all<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a str> {
        let of = |name: &'a &str| self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str());
        names.iter().flat_map(of)
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        self.all(names).next().map(str::to_owned)
    }
}

/// Reads the head of `page`, whose source is `html` and which was saved from `address`.
pub(super) fn read(page: &Page, html: &str, address: Option<&str>) -> Head {
    let fields = Fields::of(page);
    let linked = linked::read(page);
    let (title, shown_title) = title(page, &fields, &linked);
    let named: Vec<String> = fields
        .all(&[
            "author",
            "article:author",
            "citation_author",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "sailthru.author",
        ])
        .filter(|name| !name.contains("://") && !name.starts_with('@'))
        .map(str::to_owned)
        .collect();
    let names_author = !named.is_empty();
    let authors = if linked.authors.is_empty() { one_each(named) } else { linked.authors };
    let outlet = fields
        .first(&["og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "application-name"])
        .or(linked.publisher);
    let (url, original) = addresses(page, &fields, linked.url, html, address);
    let declared = Declared {
        title,
        authors,
        outlet,
        published: published(page, &fields, linked.published),
        updated: updated(page, &fields, linked.updated),
        url,
        original: original.or(linked.original).or_else(|| first_published(page)),
        ..Declared::default()
    };
    Head { declared, shown_title, names_author }
}

/// The title, and the heading that shows it.
fn title(page: &Page, fields: &Fields, linked: &Linked) -> (Option<String>, Option<String>) {
    let written = collapsed(&page.select("head title").text());
    let site = fields.first(&["og:site_name"]).or_else(|| linked.publisher.clone());
    let given = fields.all(&["og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"]).map(str::to_owned);
    let given = linked.title.iter().cloned().chain(given);
    let candidates: Vec<String> = given.chain([written]).filter(|title| !title.is_empty()).collect();
    let headings: Vec<String> = page.select("h1").nodes().iter().map(|node| collapsed(&node.text())).collect();
    let shown = headings.into_iter().find(|heading| {
        let same = |title: &String| title == heading || (heading.chars().count() > 10 && (title.contains(heading.as_str())));
        !heading.is_empty() && candidates.iter().any(same)
    });
    let title = shown.clone().or_else(|| candidates.first().map(|title| without_site(title, site.as_deref())));
    (title, shown)
}

/// A title without the name of the site that stands before or behind it.
fn without_site(title: &str, site: Option<&str>) -> String {
    const SIGNS: [&str; 7] = [" | ", " - ", " – ", " — ", " · ", " :: ", " » "];
    let Some(site) = site else { return title.to_owned() };
    let parts = SIGNS.iter().flat_map(|sign| {
        let behind = title.rsplit_once(sign).filter(|(_, part)| part.eq_ignore_ascii_case(site)).map(|(rest, _)| rest);
        let before = title.split_once(sign).filter(|(part, _)| part.eq_ignore_ascii_case(site)).map(|(_, rest)| rest);
        behind.or(before)
    });
    parts.map(str::trim).find(|part| !part.is_empty()).unwrap_or(title).to_owned()
}

/// The first that is a date.
fn dated(values: impl IntoIterator<Item = String>) -> Option<String> {
    values.into_iter().find(|value| date(value).is_some())
}

fn published(page: &Page, fields: &Fields, linked: Option<String>) -> Option<String> {
    const NAMES: &[&str] = &[
        "article:published_time",
        "og:published_time",
        "datepublished",
        "citation_publication_date",
        "citation_date",
        "parsely-pub-date",
        "sailthru.date",
        "dcterms.issued",
        "dcterms.date",
        "dc.date.issued",
        "dc.date",
        "pubdate",
        "publish-date",
        "date",
    ];
    let fields = fields.all(NAMES).map(str::to_owned);
    let times = ["[itemprop=datePublished]", "time[pubdate]", "article header time", "article time", "main time"];
    dated(linked.into_iter().chain(fields).chain(times.iter().flat_map(|selector| shown_times(page, selector))))
}

fn updated(page: &Page, fields: &Fields, linked: Option<String>) -> Option<String> {
    const NAMES: &[&str] =
        &["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified"];
    let fields = fields.all(NAMES).map(str::to_owned);
    dated(linked.into_iter().chain(fields).chain(shown_times(page, "[itemprop=dateModified]")))
}

/// What the elements that `selector` finds say of a day; not those of comments, teasers and what stands beside.
fn shown_times(page: &Page, selector: &str) -> Vec<String> {
    let aside = |name: Option<&str>| matches!(name, Some("aside" | "nav" | "footer" | "li"));
    let found = page.select(selector);
    let nodes = found.nodes().iter().filter(|node| !node.ancestors_it(None).any(|above| aside(above.node_name().as_deref())));
    nodes
        .filter_map(|node| node.attr("datetime").or_else(|| node.attr("content")).or_else(|| Some(node.text())))
        .map(|value| collapsed(&value))
        .take(1)
        .collect()
}

/// The page's own address, and the host of another that it says to be a copy of.
fn addresses(
    page: &Page,
    fields: &Fields,
    linked: Option<String>,
    html: &str,
    address: Option<&str>,
) -> (Option<String>, Option<String>) {
    let absolute = |url: String| host(&url).is_some().then_some(url);
    let canonical = page.select("link[rel=canonical]").attr("href").map(|url| url.trim().to_owned()).and_then(absolute);
    let declared = fields.first(&["og:url"]).and_then(absolute).or_else(|| linked.and_then(absolute));
    let saved = address.map(str::to_owned).or_else(|| saved_from(html)).and_then(absolute);
    let own = saved.clone().or_else(|| declared.clone());
    let elsewhere = |own: &String| canonical.as_deref().and_then(host).filter(|there| !same_site(host(own), there));
    match own.as_ref().and_then(elsewhere) {
        Some(there) => (own.clone(), Some(there.to_owned())),
        None => (canonical.clone().or(declared).or(saved), None),
    }
}

/// "Originally published at www.ledger.example on May 3": the host, wherever on the page it stands.
fn first_published(page: &Page) -> Option<String> {
    let paragraphs = page.select("p, em, footer");
    let mut said = paragraphs.nodes().iter().map(|node| collapsed(&node.text())).filter(|words| words.chars().count() < 300);
    said.find_map(|words| {
        let lowered = words.to_lowercase();
        let at = ["originally published ", "originally appeared ", "first published ", "first appeared "]
            .iter()
            .find_map(|phrase| Some(lowered.find(phrase)? + phrase.len()))?;
        let place = lowered.get(at..)?.split_whitespace().find(|word| !matches!(*word, "at" | "on" | "in" | "by"))?;
        let place = place.trim_end_matches(['.', ',', ')', ';']);
        let address = if place.contains("://") { place.to_owned() } else { format!("https://{place}") };
        host(&address).filter(|host| host.rsplit('.').next().is_some_and(|end| end.len() > 1)).map(str::to_owned)
    })
}

/// `news.ledger.example` and `ledger.example` are one site, and so are two hosts with the same last parts but for a first one.
fn same_site(own: Option<&str>, there: &str) -> bool {
    let Some(own) = own else { return true };
    let site = |host: &str| {
        let parts: Vec<&str> = host.rsplit('.').collect();
        // `ledger.co.uk`: a short second part belongs to the ending.
        let count = if parts.get(1).is_some_and(|part| part.len() <= 3) && parts.len() > 2 { 3 } else { 2 };
        parts.into_iter().take(count).collect::<Vec<_>>().join(".")
    };
    site(own) == site(there)
}

/// Browsers write where they saved a page from: `<!-- saved from url=(0031)https://ledger.example/a -->`.
fn saved_from(html: &str) -> Option<String> {
    let mut end = html.len().min(2048);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let (_, rest) = html.get(..end)?.split_once("saved from url=(")?;
    let (_, url) = rest.split_once(')')?;
    url.split(|c: char| c.is_whitespace()).next().map(str::to_owned)
}

/// The names in a byline: "By Dana Ruiz and Ada Roth".
pub(super) fn authors_of_byline(byline: &str) -> Vec<String> {
    const BEGINNINGS: [&str; 8] = ["written by ", "posted by ", "published by ", "by ", "par ", "von ", "por ", "di "];
    let lowered = byline.to_lowercase();
    let length = BEGINNINGS.iter().find(|word| lowered.starts_with(**word)).map_or(0, |word| word.len());
    let Some(names) = byline.get(length..) else { return Vec::new() };
    if names.contains(|c: char| c.is_ascii_digit() || c == ':') || names.chars().count() > 100 {
        return Vec::new();
    }
    let names = names.replace(" and ", ",").replace(" & ", ",").replace(';', ",");
    one_each(names.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect())
}

fn one_each(names: Vec<String>) -> Vec<String> {
    let mut each: Vec<String> = Vec::new();
    for name in names {
        if !each.contains(&name) {
            each.push(name);
        }
    }
    each
}
