//! Pages that nest without end, say what is not so, or end in the middle.

use crate::{Row, row};
use std::fmt::Write as _;

fn page(middle: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>x</title></head><body><p>It was May.</p>{middle}<p>It was large.</p></body></html>"
    )
}

pub(crate) fn rows() -> Vec<Row> {
    let deep = |name, middle: String| Row { words: "It was large.", ..row(name, page(&middle), &["too-deep"]) };
    let read = |name, middle: &str| Row { words: "It was May.", ..row(name, page(middle), &[]) };
    let mut attributes = "<div ".to_owned();
    for at in 0..200_000 {
        let _ = write!(attributes, "a{at} ");
    }
    vec![
        deep("deep-div.html", "<div>".repeat(200_000)),
        deep("deep-odd.html", "<x-a></x-b>".repeat(200_000)),
        deep("deep-table.html", "<table><tr><td>".repeat(100_000)),
        deep("deep-svg.html", "<svg><foreignObject>".repeat(100_000)),
        deep("deep-quote.html", "<blockquote><ul><li>".repeat(100_000)),
        deep("forms.html", (0..1_000).map(|at| format!("<font size={at}><p>")).collect()),
        deep("wide.html", "<i></i>".repeat(300_000)),
        deep("towers.html", format!("{}{}", "<div>".repeat(450), "</div>".repeat(450)).repeat(200)),
        deep("attributes-all-over.html", format!("<i {}></i>", "a b c d e f g h ".repeat(50)).repeat(1_500)),
        deep("attributes.html", format!("{attributes}>")),
        read("half-deep.html", &"<div>".repeat(400)),
        read(
            "spans.html",
            "<table><tr><td rowspan=999999999 colspan=999999999>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        ),
        read(
            "dates.html",
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"9999999999-99-99\",\"author\":[[[[]]]]}</script>",
        ),
        read("linked.html", &format!("<script type='application/ld+json'>{}</script>", "[".repeat(100_000))),
        read("open-comment.html", "</p><p>x</p><!-- never closed"),
        read("open-tag.html", "<p>x</p><a href='never closed"),
        Row { words: "It was May.", ..row("nul.html", page("\0\0<\0p>"), &[]) },
        row("only-scripts.html", "<html><script>document.write('x')</script></html>", &["empty"]),
        row("frames.html", "<html><frameset><frame src=https://ledger.example></frameset></html>", &["empty"]),
    ]
}
