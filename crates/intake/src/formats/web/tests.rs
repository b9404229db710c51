use crate::{Read, Rule, read};
use dossier_model::{MarkKind, TextIndex};
use std::fmt::Write as _;

/// Kind, label and words of each mark.
fn marks(read: &Read) -> Vec<String> {
    let index = TextIndex::new(&read.text);
    let of = |mark: &dossier_model::Mark| {
        let label = mark.label.as_deref().map(|label| format!(" {label}")).unwrap_or_default();
        format!("{}{label}: {}", mark.kind.as_str(), index.slice(mark.span).unwrap())
    };
    read.marks.iter().map(of).collect()
}

fn body(body: &str) -> Read {
    read("page.html", format!("<!DOCTYPE html><html><head><title>A page</title></head><body>{body}</body></html>").as_bytes())
}

fn codes(read: &Read) -> Vec<&str> {
    read.issues.iter().map(|issue| issue.code.as_str()).collect()
}

const PROSE: &str = "The laboratory wrote that nearly 9,000 accounts, opened over six weeks, had put the same questions to its model, and that it had closed them.";

fn article(head: &str, inner: &str) -> Read {
    let prose = format!("<p>{PROSE}</p>").repeat(6);
    let page = format!(
        "<!DOCTYPE html><html><head>{head}</head><body><nav><ul><li><a href=/>Home</a></li><li><a href=/a>World</a></li></ul></nav>\
         <article><h1>Halden says its model was copied</h1>{inner}{prose}</article><footer><p>All rights reserved</p></footer></body></html>"
    );
    read("page.html", page.as_bytes())
}

#[test]
fn blocks_are_laid_out_as_a_browser_lays_them_out() {
    let read = body(
        "<h2>What  was\n found</h2><p>One <b>bold</b>&nbsp;word,<br>two lines.</p><ul><li>first<ul><li>nested</li></ul></li><li><p>second</p></li></ul>\
         <blockquote><p>Set apart.</p></blockquote><pre>a  b\n  c</pre><figure><img src=x.png><figcaption>A figure.</figcaption></figure>loose words",
    );
    let expect = [
        "heading 2: What was found",
        "paragraph: One bold\u{A0}word,\ntwo lines.",
        "item: first",
        "item: nested",
        "item: second",
        "block-quote: Set apart.",
        "paragraph: a  b\n  c",
        "paragraph: A figure.",
        "paragraph: loose words",
    ];
    assert_eq!(marks(&read), expect);
    assert_eq!(codes(&read), ["pictures-left-out"]);
}

#[test]
fn cells_say_their_row_and_column_also_where_cells_span() {
    let read = body(
        "<table><caption>Shipments</caption><tr><th rowspan=2>Month</th><th colspan=2>Boxes</th></tr><tr><th>sent</th><th>held</th></tr>\
         <tr><td>May</td><td>1,200</td><td><p>40</p><p>more</p></td></tr></table>",
    );
    let expect = [
        "paragraph: Shipments",
        "cell 1:1: Month",
        "cell 1:2: Boxes",
        "cell 2:2: sent",
        "cell 2:3: held",
        "cell 3:1: May",
        "cell 3:2: 1,200",
        "cell 3:3: 40 more",
    ];
    assert_eq!(marks(&read), expect);
    let placed = body("<table><tr><td><h2>Left</h2><p>One.</p></td><td><p>Two.</p></td></tr></table>");
    assert_eq!(marks(&placed), ["heading 2: Left", "paragraph: One.", "paragraph: Two."]);
}

#[test]
fn raised_numbers_are_no_part_of_the_figure_before_them() {
    let read = body("<p>It counted 24,000<sup>2</sup> accounts and 10<sup>-9</sup> errors, the 3<sup>rd</sup> time.</p>");
    assert_eq!(read.text, "It counted 24,000² accounts and 10⁻⁹ errors, the 3rd time.");
    assert_eq!(read.normalised, [Rule::RaisedDigits]);
}

#[test]
fn what_a_page_does_not_show_or_cannot_say_is_named() {
    let read = body(
        "<p>Seen.</p><p style='display: none'>Never seen.</p><iframe src=https://ledger.example></iframe><img width=1 src=t.gif><img src=a.png>\
         <script>x()</script><style>p{}</style><form><p>Asked.</p><input value=typed><button>Send</button></form><noscript>No</noscript>",
    );
    assert_eq!(read.text, "Seen.\n\nAsked.");
    assert_eq!(codes(&read), ["pictures-left-out", "embedded-left-out"]);
}

#[test]
fn an_article_is_told_from_what_stands_around_it() {
    let read = article("<title>Halden says its model was copied | Ledger Post</title>", "<img src=a.png>");
    assert_eq!(read.title.as_deref(), Some("Halden says its model was copied"));
    let all = marks(&read);
    assert_eq!(all[0], "title: Halden says its model was copied");
    assert_eq!(all.iter().filter(|mark| **mark == format!("paragraph: {PROSE}")).count(), 6, "{all:?}");
    assert!(!read.text.contains("World") && !read.text.contains("rights"), "{}", read.text);
    assert_eq!(codes(&read), ["pictures-left-out"]);
}

#[test]
fn the_head_names_title_authors_outlet_dates_and_addresses() {
    let head = "<meta property=og:title content='Halden says its model was copied'><meta property=og:site_name content='Ledger Post'>\
                <meta name=author content='Dana Ruiz'><meta property=article:published_time content=2026-05-02T08:00:00+02:00>\
                <meta property=article:modified_time content=2026-05-04T08:00:00Z><link rel=canonical href=https://www.ledger.example/a>";
    let read = article(head, "");
    assert_eq!(read.publisher.as_deref(), Some("Ledger Post"));
    assert_eq!(read.authors, ["Dana Ruiz"]);
    assert_eq!(read.published.map(|date| date.to_string()).as_deref(), Some("2026-05-02"));
    assert_eq!(read.updated.map(|date| date.to_string()).as_deref(), Some("2026-05-04"));
    assert_eq!(read.url.as_deref(), Some("https://www.ledger.example/a"));
    assert_eq!(read.syndicated_from, None);
}

#[test]
fn linked_data_names_what_the_fields_do_not() {
    let head = r##"<script type="application/ld+json"><![CDATA[{"@context":"https://schema.org","@graph":[
        {"@type":"WebSite","name":"Not this"},{"@type":"Organization","@id":"#o","name":"Ledger Post"},
        {"@type":["NewsArticle"],"headline":"Halden says &quot;copied&quot;","author":[{"@type":"Person","name":"Dana Ruiz"},{"name":"Ada Roth"}],
        "publisher":{"@id":"#o"},"datePublished":"2026-05-02","dateModified":"2026-05-03T10:00","url":"https://ledger.example/a"}]}]]></script>"##;
    let read = article(head, "");
    assert_eq!(read.title.as_deref(), Some("Halden says \"copied\""));
    assert_eq!((read.publisher.as_deref(), read.url.as_deref()), (Some("Ledger Post"), Some("https://ledger.example/a")));
    assert_eq!(read.authors, ["Dana Ruiz", "Ada Roth"]);
    assert_eq!(read.updated.map(|date| date.to_string()).as_deref(), Some("2026-05-03"));
}

#[test]
fn a_copy_names_the_outlet_it_is_from() {
    let canonical =
        "<meta property=og:url content=https://mirror.example/1><link rel=canonical href=https://www.ledger.example/a>";
    let read = article(canonical, "");
    assert_eq!(read.syndicated_from.as_deref(), Some("ledger.example"));
    assert_eq!(read.url.as_deref(), Some("https://mirror.example/1"));
    let own =
        "<meta property=og:url content=https://news.ledger.example/1><link rel=canonical href=https://www.ledger.example/a>";
    assert_eq!(article(own, "").syndicated_from, None);
    let said = article("", "<p>Originally published at www.ledger.example on May 3.</p>");
    assert_eq!(said.syndicated_from.as_deref(), Some("ledger.example"));
}

#[test]
fn a_byline_that_only_the_page_shows_stays_in_the_text() {
    let read = article("", "<p class=byline>By Dana Ruiz and Ada Roth</p>");
    assert!(read.text.contains("By Dana Ruiz and Ada Roth"), "{}", read.text);
    assert_eq!(read.authors, ["Dana Ruiz", "Ada Roth"]);
}

#[test]
fn a_page_is_decoded_as_it_says() {
    let read =
        read("page.html", b"<html><head><meta charset=windows-1251></head><body><p>\xCF\xF0\xE8\xE2\xE5\xF2</p></body></html>");
    assert_eq!((read.text.as_str(), codes(&read)), ("Привет", vec![]));
}

#[test]
fn right_to_left_text_keeps_its_order() {
    assert_eq!(body("<p dir=rtl>ההונאה (9,000) נמשכה</p>").text, "ההונאה (9,000) נמשכה");
}

#[test]
fn only_a_page_is_taken_for_one() {
    let check = |source: &str, is_page: bool| assert_eq!(super::is_page(source.as_bytes()), is_page, "{source}");
    check("\u{FEFF}\n<!-- saved from url=(0022)https://ledger.example -->\n<HTML><p>x", true);
    check("<?xml version='1.0'?><!DOCTYPE html><html/>", true);
    check("<?xml version='1.0'?><html xmlns='x'/>", true);
    check("<?xml version='1.0'?><rss/>", false);
    check("<div><p>x</p></div>\n", true);
    check("<div align=center>\n\n# A title\n\n</div>", false);
    check("<div>x</div>\n\nand words", false);
    check("a < b", false);
}

#[test]
fn a_page_that_cannot_be_taken_apart_keeps_its_words() {
    let check = |middle: &str, says: &str| {
        let read = body(&format!("<p>It began in May.</p>{middle}<p>Nearly 9,000 &amp; more.</p>"));
        assert_eq!(codes(&read), ["too-deep"], "{says}");
        assert!(read.issues[0].message.contains(says), "{:?}", read.issues);
        assert!(read.text.contains("It began in May.") && read.text.contains("Nearly 9,000 & more."), "{says}");
    };
    check(&"<div>".repeat(200_000), "deep");
    check(&"<div></span>".repeat(200_000), "deep");
    check(&"<b><p>".repeat(100), "bold");
    check(&"<i>x</i>".repeat(200_001), "elements");
    let mut many = "<div ".to_owned();
    for at in 0..200_000 {
        let _ = write!(many, "a{at}=1 ");
    }
    check(&format!("{many}></div>"), "attributes");
}

#[test]
fn a_long_page_is_read_whole() {
    let read = body(&format!("<div>{}</div>", format!("<p>{PROSE}</p>").repeat(20_000)));
    let paragraphs = read.marks.iter().filter(|mark| mark.kind == MarkKind::Paragraph).count();
    assert_eq!((paragraphs, read.issues), (20_000, vec![]));
}
