//! Saved web pages: the article of a page, or the whole page where it has none; what its head declares.
//!
//! `markup` measures a page before any library sees it, `head` reads what it declares, `tree` writes its blocks. Nothing that a page
//! points to is ever loaded; scripts, styles and form fields are no words.

mod head;
mod linked;
mod markup;
mod tree;

use crate::declared::Declared;
use crate::decode;
use crate::document::{Document, issue};
use crate::writer::Writer;
use dom_query::{Document as Page, NodeRef};
use dom_smoothie::{Config, Readability};
use dossier_model::{Issue, MarkKind};
use tree::{Left, collapsed};

/// A paragraph of so many words that stands outside the article is worth a word to the person: teasers and notices are shorter.
const LONG_WORDS: usize = 30;

/// The encoding that a page names in its head.
pub(crate) use markup::charset;
/// Whether `bytes` are a web page.
pub(crate) use markup::is_page;

/// Reads a saved web page.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let decoded = decode::declared(file, bytes, charset(bytes).as_deref());
    let mut document = page(file, &decoded.text, None);
    document.issues.splice(..0, decoded.issue);
    document
}

/// Reads the page `html`, which was saved from `address` where that is known.
pub(crate) fn page(file: &str, html: &str, address: Option<&str>) -> Document {
    let mut writer = Writer::default();
    let (declared, issues) = match markup::excess(html) {
        Some(excess) => (Declared::default(), vec![flat(file, html, &excess, &mut writer)]),
        None => article(file, html, address, &mut writer),
    };
    let (laid, normalised) = writer.finish();
    Document { media_type: "text/html".to_owned(), laid, declared, is_article: true, normalised, issues, ..Document::default() }
}

/// Writes all that the page `html` shows, article or not: the body of a mail.
pub(crate) fn whole(file: &str, html: &str, writer: &mut Writer) -> Vec<Issue> {
    if let Some(excess) = markup::excess(html) {
        return vec![flat(file, html, &excess, writer)];
    }
    let page = Page::from(html);
    let left = page.body().map(|body| tree::write(&body, writer)).unwrap_or_default();
    issues_of(file, &left)
}

fn flat(file: &str, html: &str, excess: &str, writer: &mut Writer) -> Issue {
    markup::write_words(html, writer);
    let message = format!(
        "The markup of {file} has {excess}, more than can be taken apart safely. Its words were read without headings, lists and tables, and what \
         stands around the article with them. Set title and date by hand."
    );
    issue("too-deep", message)
}

fn article(file: &str, html: &str, address: Option<&str>, writer: &mut Writer) -> (Declared, Vec<Issue>) {
    let page = Page::from(html);
    let mut head = head::read(&page, html, address);
    let embedded = page.body().map(|body| tree::embedded(&body)).unwrap_or_default();
    let long = page.body().map(|body| long_paragraphs(&body)).unwrap_or_default();
    // Its own reading of JSON-LD is left aside: `linked` reads whole graphs.
    let config = Config { disable_json_ld: true, ..Config::default() };
    let found = Readability::with_document(page, None, Some(config)).ok().and_then(|mut reader| {
        let article = reader.parse().ok()?;
        Some((reader, article))
    });
    let Some((reader, article)) = found else { return (head.declared, whole(file, html, writer)) };
    let content = reader.doc.select("#readability-page-1");
    let Some(root) = content.nodes().first() else { return (head.declared, whole(file, html, writer)) };
    if let Some(title) = head.shown_title.as_deref().filter(|title| !has_heading(root, title)) {
        writer.block(MarkKind::Heading, Some("1"), title);
    }
    // The library takes the byline out of the text.
    if let Some(byline) = article.byline.as_deref().map(collapsed).filter(|_| !head.names_author) {
        writer.block(MarkKind::Paragraph, None, &byline);
        if head.declared.authors.is_empty() {
            head.declared.authors = head::authors_of_byline(&byline);
        }
    }
    // The library takes embedded pages out, and what is hidden with the menus.
    let left = Left { embedded, ..tree::write(root, writer) };
    let mut issues = issues_of(file, &left);
    issues.extend(outside(file, &long, &collapsed(writer.text())));
    (head.declared, issues)
}

fn has_heading(root: &NodeRef, title: &str) -> bool {
    root.descendants_it().any(|node| (node.has_name("h1") || node.has_name("h2")) && collapsed(&node.text()) == title)
}

/// The paragraphs of a page that are prose: long, and not made of links. Many pages have them in `div`, bare.
fn long_paragraphs(body: &NodeRef) -> Vec<String> {
    let words_of = |node: &NodeRef| match node.node_name()?.as_ref() {
        "p" => Some(node.text()),
        "div" | "td" | "section" | "article" | "blockquote" => Some(node.immediate_text()),
        _ => None,
    };
    let paragraphs = body.descendants_it().filter_map(|node| Some((node, words_of(&node)?)));
    paragraphs
        .filter(|(_, words)| words.split_ascii_whitespace().nth(LONG_WORDS).is_some())
        .filter(|(node, words)| {
            let links = node.descendants_it().filter(|node| node.has_name("a"));
            links.map(|link| link.text().len()).sum::<usize>() * 3 < words.len()
        })
        .map(|(_, words)| collapsed(&words))
        .collect()
}

/// What to say of long paragraphs that the article does not have.
fn outside(file: &str, long: &[String], text: &str) -> Option<Issue> {
    let start = |words: &str| words.split(' ').take(6).collect::<Vec<_>>().join(" ");
    let missing: Vec<String> = long.iter().map(|words| start(words)).filter(|start| !text.contains(start.as_str())).collect();
    let first = missing.first()?;
    let message = format!(
        "{file} has {} of prose outside what looks like its article, left out; the first begins “{first} …”. Open the page, and paste what \
         matters as a text of its own.",
        counted(missing.len(), "paragraph")
    );
    Some(issue("left-out", message))
}

/// What to say of what a page shows and its text does not have.
fn issues_of(file: &str, left: &Left) -> Vec<Issue> {
    let mut issues = Vec::new();
    if left.pictures > 0 {
        let message = format!(
            "{file} shows {} that its text does not have. Where one matters, save it and import it as an exhibit.",
            counted(left.pictures, "picture")
        );
        issues.push(issue("pictures-left-out", message));
    }
    if left.embedded > 0 {
        let message = format!(
            "{file} embeds {} (pages, films, recordings) that nothing was loaded of. Where one matters, save it and import it by itself.",
            counted(left.embedded, "other thing")
        );
        issues.push(issue("embedded-left-out", message));
    }
    if left.hidden > 0 {
        let message = format!(
            "{file} has {} with words that a browser would not show, left out. Look at its source if that is a surprise.",
            counted(left.hidden, "part")
        );
        issues.push(issue("hidden-text", message));
    }
    issues
}

/// "1 picture", "2 pictures".
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests;
