//! The parts of a mail, as they were sent: attachments, pictures within its text, mails within it.

use super::MAX_PARTS;
use crate::document::{Member, safe_name, unique};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};
use std::collections::BTreeSet;

/// What a mail has more of than can be taken apart safely. Counted in the bytes, before any library nests what they say.
pub(super) fn excess(bytes: &[u8]) -> Option<String> {
    let nested = count(bytes, b"multipart/") + count(bytes, b"message/");
    let parts = count(bytes, b"content-type:");
    if nested > MAX_PARTS {
        return Some(format!("more than {MAX_PARTS} mails and groups of parts within each other"));
    }
    (parts > MAX_PARTS).then(|| format!("more than {MAX_PARTS} parts"))
}

/// How often `word`, in small letters, stands in `bytes` in any case.
fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|window| window.eq_ignore_ascii_case(word)).take(MAX_PARTS + 1).count()
}

/// Whether the bytes end before the mail does: its outermost group of parts is never closed.
pub(super) fn is_cut(message: &Message) -> bool {
    let boundary = message.root_part().content_type().and_then(|content| content.attribute("boundary"));
    let is_group = matches!(message.root_part().body, PartType::Multipart(_));
    let Some(boundary) = boundary.filter(|_| is_group) else { return false };
    let end = format!("--{boundary}--").into_bytes();
    !message.raw_message().windows(end.len()).any(|window| window == end)
}

/// Every part that is not the mail's text, which `bodies` are.
pub(super) fn members(message: &Message, bodies: &[u32]) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let mut taken = BTreeSet::new();
    for (at, id) in message.attachments.iter().enumerate() {
        // Pictures within the text count among its parts.
        let is_text = |part: &MessagePart| bodies.contains(id) && matches!(part.body, PartType::Text(_) | PartType::Html(_));
        let Some(part) = message.part(*id).filter(|part| !is_text(part)) else { continue };
        let bytes = bytes(message, part);
        if bytes.is_empty() {
            continue;
        }
        let named = part.attachment_name().and_then(safe_name).unwrap_or_else(|| unnamed(part, at + 1));
        members.push(Member { path: unique(named, &mut taken), bytes });
    }
    members
}

/// The bytes of a part as they were before they were packed for sending.
pub(super) fn bytes(message: &Message, part: &MessagePart) -> Vec<u8> {
    match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.to_vec(),
        PartType::Message(mail) if part.encoding != Encoding::None => mail.raw_message().to_vec(),
        PartType::Multipart(_) => Vec::new(),
        // Text in its own encoding, not as it was decoded.
        PartType::Message(_) | PartType::Text(_) | PartType::Html(_) => {
            let from = usize::try_from(part.raw_body_offset()).unwrap_or(usize::MAX);
            let to = usize::try_from(part.raw_end_offset()).unwrap_or(0);
            let raw = message.raw_message().get(from..to).unwrap_or_default();
            let decoded = match part.encoding {
                Encoding::Base64 => base64_decode(raw),
                Encoding::QuotedPrintable => quoted_printable_decode(raw),
                Encoding::None => None,
            };
            decoded.unwrap_or_else(|| raw.to_vec())
        }
    }
}

/// A name by type and number: `picture-2.png`.
fn unnamed(part: &MessagePart, number: usize) -> String {
    if matches!(part.body, PartType::Message(_)) {
        return format!("mail-{number}.eml");
    }
    let content = part.content_type();
    let kind = content.map_or("", |content| content.ctype()).to_ascii_lowercase();
    let subkind = content.and_then(|content| content.subtype()).unwrap_or("").to_ascii_lowercase();
    let ending = match subkind.as_str() {
        "plain" => "txt",
        "jpeg" => "jpg",
        "svg+xml" => "svg",
        "calendar" => "ics",
        "vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        short if (1..=5).contains(&short.len()) && short.bytes().all(|b| b.is_ascii_alphanumeric()) => short,
        _ => "bin",
    };
    let noun = if kind == "image" { "picture" } else { "attachment" };
    format!("{noun}-{number}.{ending}")
}
