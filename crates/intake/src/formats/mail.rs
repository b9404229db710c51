//! Mails (EML, RFC 5322 and MIME): who wrote to whom, when and about what, the text with the history it quotes, and every attachment as a
//! member.
//!
//! `parts` takes the bytes of parts out as they were sent, `archive` reads a web page that a browser saved in the same form (MHTML).
//! Signatures are named and never checked: that is for whoever holds the mail server's keys.

mod archive;
mod parts;

use crate::document::{Document, issue};
use crate::layout::Laid;
use crate::writer::Writer;
use crate::{declared::Declared, decode, normal, plain};
use dossier_model::{Issue, MarkKind};
use mail_parser::{Address, HeaderName, Message, MessageParser, MimeHeaders, PartType};
use std::collections::BTreeSet;

/// Parts and mails within each other: the largest mailing lists send digests of a few hundred.
const MAX_PARTS: usize = 1_000;
/// Fields that stand in the head of a mail; two of them make one.
const FIELDS: &[&str] = &[
    "from",
    "to",
    "subject",
    "date",
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
    "content-type",
    "sender",
    "reply-to",
    "cc",
    "dkim-signature",
    "x-mailer",
];
/// One of them must be there: notes and front matter begin with `Title:` and `Date:` too.
const OWN_FIELDS: &[&str] = &["from", "received", "return-path", "message-id", "mime-version", "delivered-to", "x-mailer"];
/// How far into a file its head is looked at.
const HEAD_BYTES: usize = 32 * 1024;

/// Whether `bytes` are a mail: they begin with nothing but fields, among them those of a mail.
pub(crate) fn is_mail(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..HEAD_BYTES).unwrap_or(bytes));
    // The line that the look ends in is not whole.
    let head = if bytes.len() > HEAD_BYTES { head.rsplit_once('\n').map_or("", |(whole, _)| whole) } else { &head };
    let mut known: BTreeSet<String> = BTreeSet::new();
    for (at, line) in head.trim_start_matches('\u{FEFF}').lines().enumerate() {
        if line.trim().is_empty() {
            break;
        }
        // A mailbox file begins with `From NAME DATE`, and a field goes on behind white space.
        if line.starts_with([' ', '\t']) && at > 0 || line.starts_with("From ") && at == 0 || line.starts_with(">From ") {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_graphic()) {
            return false;
        }
        let name = name.to_ascii_lowercase();
        known.extend(FIELDS.contains(&name.as_str()).then_some(name));
    }
    known.len() >= 2 && known.iter().any(|name| OWN_FIELDS.contains(&name.as_str()))
}

/// Reads a mail, or a page saved in the form of one.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    if let Some(excess) = parts::excess(bytes) {
        return bare(file, bytes, "too-deep", &format!("has {excess}, more than can be taken apart safely"));
    }
    let start = if bytes.starts_with(b"From ") { bytes.iter().position(|b| *b == b'\n').map_or(0, |at| at + 1) } else { 0 };
    let Some(message) = bytes.get(start..).and_then(|bytes| MessageParser::default().parse(bytes)) else {
        return bare(file, bytes, "damaged", "has the head of a mail, but cannot be taken apart as one");
    };
    archive::read(file, &message).unwrap_or_else(|| mail(file, &message))
}

/// Its characters as they stand, where it cannot be taken apart.
fn bare(file: &str, bytes: &[u8], code: &str, why: &str) -> Document {
    let decoded = decode::decode(file, bytes);
    let (text, normalised) = normal::characters(&decoded.text);
    let (text, more) = normal::white_space(&text);
    let message = format!(
        "{file} {why}. Its characters were read as they stand; attachments were not taken out. Save them from the mail program and import them."
    );
    Document {
        media_type: "message/rfc822".to_owned(),
        laid: plain::lay(text),
        normalised: [normalised, more].concat(),
        issues: [issue(code, message)].into_iter().chain(decoded.issue).collect(),
        ..Document::default()
    }
}

fn mail(file: &str, message: &Message) -> Document {
    let mut issues = Vec::new();
    let (laid, mut normalised) = head(message);
    let mut laid = laid;
    let mut has_words = false;
    let bodies = bodies(message);
    for &id in &bodies {
        let Some(part) = message.part(id) else { continue };
        let before = laid.text.len();
        match &part.body {
            PartType::Html(html) => {
                let mut writer = Writer::default();
                issues.extend(crate::formats::web::whole(file, html, &mut writer));
                let (body, rules) = writer.finish();
                laid.append(body);
                normalised.extend(rules);
            }
            PartType::Text(words) => {
                let (words, rules) = normal::characters(words);
                let (words, more) = normal::white_space(&words);
                normalised.extend(rules.into_iter().chain(more));
                laid.append(quoted(plain::lay(words)));
            }
            _ => {}
        }
        has_words |= laid.text.len() > before;
    }
    let members = parts::members(message, &bodies);
    issues.extend(concerns(file, message, &laid.text, has_words, !members.is_empty()));
    let declared = Declared {
        title: message.subject().map(|subject| subject.trim().to_owned()).filter(|subject| !subject.is_empty()),
        authors: message.from().map(names).unwrap_or_default(),
        published: message.date().map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
        ..Declared::default()
    };
    Document { media_type: "message/rfc822".to_owned(), laid, declared, normalised, issues, members, ..Document::default() }
}

/// Subject, sender, receivers and date as the first blocks.
fn head(message: &Message) -> (Laid, Vec<normal::Rule>) {
    let mut writer = Writer::default();
    let one_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(subject) = message.subject() {
        writer.block(MarkKind::Title, None, &one_line(subject));
    }
    let addressed = [
        ("From", message.from()),
        ("Sender", message.sender()),
        ("To", message.to()),
        ("Cc", message.cc()),
        ("Bcc", message.bcc()),
    ];
    for (label, address) in addressed {
        if let Some(address) = address {
            let all: Vec<String> = address.iter().map(|one| written(one.name(), one.address())).collect();
            writer.block(MarkKind::Item, None, &one_line(&format!("{label}: {}", all.join(", "))));
        }
    }
    if let Some(date) = message.header_raw(HeaderName::Date) {
        writer.block(MarkKind::Item, None, &one_line(&format!("Date: {date}")));
    }
    writer.finish()
}

fn written(name: Option<&str>, address: Option<&str>) -> String {
    match (name.filter(|name| !name.trim().is_empty()), address) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    }
}

fn names(address: &Address) -> Vec<String> {
    let name = |one: &mail_parser::Addr| {
        let name = one.name().filter(|name| !name.trim().is_empty()).or(one.address())?;
        Some(name.trim().to_owned())
    };
    address.iter().filter_map(name).collect()
}

/// The parts that are the mail's text: those in plain text, else those in HTML, else what a mail that was cut off has of them.
fn bodies(message: &Message) -> Vec<u32> {
    let has_words =
        |id: &u32| message.part(*id).and_then(|part| part.text_contents()).is_some_and(|text| !text.trim().is_empty());
    let cut = |id: &u32| {
        message.part(*id).is_some_and(|part| part.is_encoding_problem && part.attachment_name().is_none()) && has_words(id)
    };
    if message.text_body.iter().any(has_words) {
        message.text_body.clone()
    } else if message.html_body.iter().any(has_words) {
        message.html_body.clone()
    } else {
        message.attachments.iter().copied().filter(cut).collect()
    }
}

/// Lines of another mail that this one answers are quotations; a mail has no headings.
fn quoted(mut laid: Laid) -> Laid {
    let kinds: Vec<MarkKind> = laid
        .blocks
        .iter()
        .map(|block| match (laid.words(block).starts_with('>'), block.kind) {
            (true, _) => MarkKind::BlockQuote,
            (false, MarkKind::Heading) => MarkKind::Paragraph,
            (false, kind) => kind,
        })
        .collect();
    for (block, kind) in laid.blocks.iter_mut().zip(kinds) {
        block.kind = kind;
    }
    laid
}

/// What a person should know of the mail as a whole.
fn concerns(file: &str, message: &Message, text: &str, has_words: bool, has_members: bool) -> Vec<Issue> {
    let mut issues = Vec::new();
    let is = |kind: &str, subkind: &str| {
        message.parts.iter().filter_map(|part| part.content_type()).any(|content| {
            content.ctype().eq_ignore_ascii_case(kind)
                && content.subtype().is_some_and(|given| given.eq_ignore_ascii_case(subkind))
        })
    };
    let is_container = is("application", "pkcs7-mime") || is("application", "x-pkcs7-mime");
    let signed_container =
        is_container
            && message.parts.iter().filter_map(|part| part.content_type()).any(|content| {
                content.attribute("smime-type").is_some_and(|kind| kind.to_ascii_lowercase().starts_with("signed"))
            });
    if is("multipart", "encrypted") || (is_container && !signed_container) || text.contains("-----BEGIN PGP MESSAGE-----") {
        let message = format!(
            "{file} is encrypted, or a part of it is. Open it in the mail program that has the key, save it without encryption, and import that."
        );
        issues.push(issue("encrypted", message));
    }
    if signed_container {
        let message = format!(
            "The words of {file} lie in a signed container (S/MIME), which was kept as a member and not opened. Save the mail's text from the mail program."
        );
        issues.push(issue("signed-container", message));
    }
    let mut signatures: Vec<&str> = Vec::new();
    signatures.extend(message.header_raw(HeaderName::DkimSignature).map(|_| "DKIM"));
    signatures.extend((is("application", "pkcs7-signature") || is("application", "x-pkcs7-signature")).then_some("S/MIME"));
    signatures.extend(is("application", "pgp-signature").then_some("PGP"));
    if !signatures.is_empty() {
        let message = format!(
            "{file} bears a signature ({}) that was not checked. Where it matters who sent it, have the original checked by whoever runs the mail.",
            signatures.join(", ")
        );
        issues.push(issue("signature-unchecked", message));
    }
    if message.parts.iter().any(|part| part.is_encoding_problem) || parts::is_cut(message) {
        let message = format!(
            "{file} is damaged or was cut off: a part does not end as it should. What could be read was kept; compare it with the mail program."
        );
        issues.push(issue("damaged", message));
    }
    if !has_words && !issues.iter().any(|issue| issue.code == "encrypted") {
        let next = if has_members { "Read its attachments." } else { "Check that the right file was saved." };
        issues.push(issue("empty", format!("{file} has no text besides its head. {next}")));
    }
    issues
}

#[cfg(test)]
mod tests;
