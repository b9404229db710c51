//! Mailboxes (mbox, RFC 4155): each mail as a member, in the order of the file.
//!
//! A mail begins at a line `From SENDER DATE` that stands at the start or behind a blank line and has a field of a mail below it. Programs that
//! write mailboxes put a `>` before lines of a mail that begin with `From `, and take it away on reading; so does this reader, and says so.

use super::mail;
use crate::document::{Document, Member, issue, safe_name, unique};
use mail_parser::MessageParser;
use std::collections::BTreeSet;

/// The most mails of one mailbox: as many as an archive may have files.
const MAX_MAILS: usize = 10_000;
/// How much of a subject is in a member's name, in characters.
const SUBJECT: usize = 60;

/// Whether `bytes` are a mailbox of several mails; one by itself is a mail.
pub(crate) fn is_mailbox(bytes: &[u8]) -> bool {
    bytes.starts_with(b"From ") && mail::is_mail(bytes) && starts(bytes).nth(1).is_some()
}

/// Reads a mailbox.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let mut document = Document { media_type: "application/mbox".to_owned(), ..Document::default() };
    let begins: Vec<usize> = starts(bytes).collect();
    let ends = begins.iter().skip(1).copied().chain([bytes.len()]);
    let (mut taken, mut unquoted) = (BTreeSet::new(), 0);
    for (at, (begin, end)) in begins.iter().zip(ends).take(MAX_MAILS).enumerate() {
        let within = bytes.get(*begin..end).unwrap_or_default();
        let mail = mail_of(within, &mut unquoted);
        let parsed = MessageParser::default().parse_headers(mail.as_slice());
        let subject = parsed.as_ref().and_then(|mail| mail.subject()).map(|subject| subject.replace(['/', '\\'], "-"));
        let subject =
            subject.and_then(|subject| safe_name(&subject)).map(|subject| subject.chars().take(SUBJECT).collect::<String>());
        let name = format!("{:04} {}", at + 1, subject.as_deref().unwrap_or("mail").trim());
        document.members.push(Member { path: unique(format!("{name}.eml"), &mut taken), bytes: mail });
    }
    if begins.len() > MAX_MAILS {
        let message = format!(
            "{file} has {} mails; the first {MAX_MAILS} were read. Split it in the mail program, and import the parts that matter.",
            begins.len()
        );
        document.issues.push(issue("too-large", message));
    }
    if unquoted > 0 {
        let message = format!(
            "The program that wrote {file} put a > before {unquoted} lines that begin with “From”, as mailboxes want it; it was taken away. Compare \
             such a line with the mail program if you quote it."
        );
        document.issues.push(issue("from-lines", message));
    }
    document
}

/// Where mails begin.
fn starts(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let (mut at, mut behind_blank) = (0, true);
    std::iter::from_fn(move || {
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let length = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
            let (line, below) = rest.split_at(length);
            let begins = (behind_blank && is_start(line) && has_field(below)).then_some(at);
            behind_blank = line.trim_ascii().is_empty();
            at += length;
            if begins.is_some() {
                return begins;
            }
        }
        None
    })
}

/// Whether a line is `From SENDER DATE`: the date has a time and a year.
fn is_start(line: &[u8]) -> bool {
    /// The longest such line; a mail's own lines that begin with "From" may be longer.
    const LONGEST: usize = 400;
    let Some(rest) = line.strip_prefix(b"From ").filter(|rest| rest.len() < LONGEST) else { return false };
    let words = || rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let is_time = |word: &[u8]| word.contains(&b':') && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b':');
    let is_year = |word: &[u8]| word.len() == 4 && word.iter().all(u8::is_ascii_digit);
    words().any(is_time) && words().any(is_year)
}

/// Whether the first line of `below` is a field of a mail.
fn has_field(below: &[u8]) -> bool {
    let line = below.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
    line.starts_with(b">From ") || !name.is_empty() && name.len() < line.len() && name.iter().all(u8::is_ascii_graphic)
}

/// The mail that stands behind its first line, without what a mailbox puts around and into it.
fn mail_of(within: &[u8], unquoted: &mut usize) -> Vec<u8> {
    let begin = within.iter().position(|byte| *byte == b'\n').map_or(within.len(), |at| at + 1);
    let within = within.get(begin..).unwrap_or_default();
    // The blank line before the next mail is the mailbox's.
    let within = [b"\n\r\n".as_slice(), b"\n\n"]
        .iter()
        .find(|end| within.ends_with(end))
        .map_or(within, |end| &within[..within.len() + 1 - end.len()]);
    let mut mail = Vec::with_capacity(within.len());
    for line in within.split_inclusive(|byte| *byte == b'\n') {
        let depth = line.iter().take_while(|byte| **byte == b'>').count();
        let is_quoted = depth > 0 && line[depth..].starts_with(b"From ");
        *unquoted += usize::from(is_quoted);
        mail.extend_from_slice(&line[usize::from(is_quoted)..]);
    }
    mail
}

#[cfg(test)]
mod tests {
    use crate::read;

    const TWO: &str = "From dana@ledger.example Mon May  4 10:00:00 2026\nFrom: dana@ledger.example\nSubject: Accounts\n\nNearly 9,000.\n\n\
                       From the start it was large.\n>From May on, larger.\n\n\
                       From ada@halden.example Tue May  5 11:30:00 +0200 2026\nFrom: ada@halden.example\nSubject: =?utf-8?q?Re=3A_Accounts/F=C3=A4lle?=\n\nIt ended.\n";

    #[test]
    fn each_mail_of_a_mailbox_is_a_member() {
        for text in [TWO.to_owned(), TWO.replace('\n', "\r\n")] {
            let mailbox = read("x", text.as_bytes());
            assert_eq!((mailbox.media_type.as_str(), mailbox.text.as_str()), ("application/mbox", ""));
            let paths: Vec<&str> = mailbox.members.iter().map(|member| member.path.as_str()).collect();
            assert_eq!(paths, ["0001 Accounts.eml", "0002 Re Accounts-Fälle.eml"]);
            assert_eq!(mailbox.issues.iter().map(|issue| issue.code.as_str()).collect::<Vec<_>>(), ["from-lines"]);
            let mails: Vec<_> = mailbox.members.iter().map(|member| read(&member.path, &member.bytes)).collect();
            assert!(mails[0].text.ends_with("From the start it was large.\nFrom May on, larger."), "{}", mails[0].text);
            assert!(
                mails[1].text.ends_with("\n\nIt ended.") && mails[1].title.as_deref() == Some("Re: Accounts/Fälle"),
                "{:?}",
                mails[1]
            );
            assert!(mails.iter().all(|mail| mail.media_type == "message/rfc822" && mail.issues.is_empty()));
        }
    }

    #[test]
    fn one_mail_is_a_mail_and_a_text_is_a_text() {
        let one = TWO.split("From ada").next().unwrap_or_default();
        assert_eq!(read("x", one.as_bytes()).media_type, "message/rfc822");
        assert_eq!(
            read("x", b"From May 2026 at 10:00 on it was large.\n\nFrom June 2026 at 10:00: less.\n").media_type,
            "text/plain"
        );
    }
}
