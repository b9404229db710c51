//! Files as an office receives them, of fictional words; the same files on every run.

use crate::office;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

const WHO: [&str; 7] = ["Halden", "Corvid Labs", "Meridian", "The ministry", "A former contractor", "Tern Harbour", "The agency"];
const DID: [&str; 7] = ["reported", "attributed", "traced", "disputed", "counted", "described", "confirmed"];
const WHAT: [&str; 7] = [
    "accounts that had been opened with stolen cards",
    "requests sent through resellers in three countries",
    "shipments of accelerators declared as spare parts",
    "transfers between two holding companies",
    "exchanges meant to copy how the model reasons",
    "servers rented under the name of a shipping agent",
    "invoices that name no end user",
];

/// Makes `count` files of each format in `folder`, from a few lines to several pages.
pub(crate) fn make(folder: &Path, count: usize) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    for n in 0..count {
        let files: [(&str, Vec<u8>); 10] = [
            ("html", html(n).into()),
            ("txt", text(n).into()),
            ("md", markdown(n).into()),
            ("csv", csv(n).into()),
            ("eml", mail(n).into()),
            ("rtf", rtf(n).into()),
            ("pdf", pdf(n).into()),
            ("docx", office::docx(&title(n), &paragraphs(n))?),
            ("odt", office::odt(&title(n), &paragraphs(n))?),
            ("xlsx", office::xlsx(&rows(n))?),
        ];
        for (format, bytes) in files {
            std::fs::write(folder.join(format!("report-{n:04}.{format}")), bytes)?;
        }
    }
    Ok(())
}

fn title(n: usize) -> String {
    format!("Report {n} on {}", WHAT[n % WHAT.len()])
}

fn sentence(n: usize) -> String {
    let of = |list: &[&'static str; 7], step: usize| list[n / step % list.len()];
    let (who, did, what) = (of(&WHO, 1), of(&DID, 3), of(&WHAT, 5));
    format!("{who} {did} about {} {what} between {} April and {} June 2026.", 120 + n % 97 * 250, n % 29 + 1, n % 30 + 1)
}

fn paragraphs(n: usize) -> Vec<String> {
    let paragraph = |p: usize| (0..3 + (n + p) % 5).map(|s| sentence(n * 131 + p * 17 + s)).collect::<Vec<_>>().join(" ");
    (0..4 + n % 13 * 3).map(paragraph).collect()
}

fn rows(n: usize) -> Vec<[String; 4]> {
    let row = |r: usize| {
        let k = n * 53 + r;
        let day = format!("2026-{:02}-{:02}", k % 12 + 1, k % 28 + 1);
        [day, WHO[k % 7].to_owned(), (k % 977 * 20).to_string(), WHAT[k / 3 % 7].to_owned()]
    };
    let head = ["date", "actor", "accounts", "what was seen"].map(str::to_owned);
    std::iter::once(head).chain((0..20 + n % 11 * 30).map(row)).collect()
}

fn text(n: usize) -> String {
    format!("{}\n\n{}\n", title(n), paragraphs(n).join("\n\n"))
}

fn markdown(n: usize) -> String {
    let mut out = format!("# {}\n\n", title(n));
    for (p, paragraph) in paragraphs(n).iter().enumerate() {
        let head = if p % 4 == 0 { format!("## Part {p}\n\n") } else { String::new() };
        let item = if p % 3 == 0 { "- " } else { "" };
        let _ = write!(out, "{head}{item}{paragraph}\n\n");
    }
    out
}

fn html(n: usize) -> String {
    let title = title(n);
    let body: String = paragraphs(n).iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect();
    let table: String = rows(n).iter().take(12).map(|row| format!("<tr><td>{}</td></tr>\n", row.join("</td><td>"))).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta property=\"article:published_time\" content=\"2026-07-{:02}\"><style>p {{ margin: 1em }}</style>\
         <script>window.seen = {n};</script></head>\n<body><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/world\">World</a></li></ul></nav>\n\
         <article><h1>{title}</h1>\n{body}<table>\n{table}</table></article>\n<footer>All of this is made up.</footer></body></html>\n",
        n % 28 + 1
    )
}

fn csv(n: usize) -> String {
    rows(n).iter().map(|row| row.join(",") + "\n").collect()
}

fn mail(n: usize) -> String {
    format!(
        "From: Desk <desk@example.org>\r\nTo: Office <office@example.org>\r\nSubject: {}\r\nDate: Mon, 6 Jul 2026 09:{:02}:00 +0000\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"part\"\r\n\r\n--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n\
         --part\r\nContent-Type: text/csv; name=\"incidents.csv\"\r\nContent-Disposition: attachment; filename=\"incidents.csv\"\r\n\r\n{}\r\n--part--\r\n",
        title(n),
        n % 60,
        paragraphs(n).join("\r\n\r\n"),
        csv(n).replace('\n', "\r\n")
    )
}

fn rtf(n: usize) -> String {
    let body: String = paragraphs(n).iter().map(|paragraph| format!("\\pard {paragraph}\\par\n")).collect();
    format!("{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 Helvetica;}}}}\\f0\\fs22\n\\pard\\b {}\\b0\\par\n{body}}}\n", title(n))
}

/// Pages of lines in one of the fonts that every reader of PDF has.
fn pdf(n: usize) -> String {
    let lines: Vec<String> = std::iter::once(title(n)).chain(paragraphs(n)).flat_map(|paragraph| wrap(&paragraph)).collect();
    let pages: Vec<&[String]> = lines.chunks(48).collect();
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 4 + page * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [ {kids}] >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (page, lines) in pages.iter().enumerate() {
        let shown: String = lines.iter().map(|line| format!("({line}) Tj T*\n")).collect();
        let content = format!("BT /F1 10 Tf 14 TL 60 760 Td\n{shown}ET\n");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            5 + page * 2
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
    }
    let (mut out, mut places) = ("%PDF-1.4\n".to_owned(), String::new());
    for (object, body) in objects.iter().enumerate() {
        let _ = writeln!(places, "{:010} 00000 n ", out.len());
        let _ = write!(out, "{} 0 obj\n{body}\nendobj\n", object + 1);
    }
    let (start, size) = (out.len(), objects.len() + 1);
    let _ = write!(
        out,
        "xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    out
}

fn wrap(paragraph: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        if lines.last().is_some_and(|line| line.len() + word.len() > 88) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            let gap = if line.is_empty() { "" } else { " " };
            let _ = write!(line, "{gap}{word}");
        }
    }
    lines
}
