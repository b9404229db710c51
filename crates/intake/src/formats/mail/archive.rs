//! Web page archives (MHTML, RFC 2557): a page with its pictures and styles, in the form of a mail.
//!
//! The page is read as any saved page is, with the address it was saved from; its pictures and styles are furniture of the page, and
//! what its text does not show is named by the reader of pages.

use super::parts;
use crate::decode;
use crate::document::Document;
use crate::formats::web;
use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

/// Reads `message` as a page archive, if it is one: parts that belong to a page, sent to nobody.
pub(super) fn read(file: &str, message: &Message) -> Option<Document> {
    let root = message.root_part().content_type()?;
    let related = root.ctype().eq_ignore_ascii_case("multipart") && root.subtype()?.eq_ignore_ascii_case("related");
    let single = root.ctype().eq_ignore_ascii_case("text") && root.subtype()?.eq_ignore_ascii_case("html");
    let snapshot = message.header("Snapshot-Content-Location").and_then(|value| value.as_text());
    let is_archive = snapshot.is_some() || (related && message.to().is_none() && message.received().is_none());
    if !is_archive || !(related || single) {
        return None;
    }
    let pages: Vec<&MessagePart> = message.parts.iter().filter(|part| matches!(part.body, PartType::Html(_))).collect();
    let start = root.attribute("start").map(|id| id.trim_matches(['<', '>']));
    let page = pages.iter().find(|part| start.is_some() && part.content_id() == start).or(pages.first())?;
    let address = snapshot.or_else(|| page.content_location()).or_else(|| message.root_part().content_location());
    let bytes = parts::bytes(message, page);
    let label = page.content_type().and_then(|content| content.attribute("charset").map(str::to_owned));
    let decoded = decode::declared(file, &bytes, label.or_else(|| web::charset(&bytes)).as_deref());
    let mut document = web::page(file, &decoded.text, address);
    document.media_type = "multipart/related".to_owned();
    document.issues.splice(..0, decoded.issue);
    if parts::is_cut(message) {
        let message = format!(
            "{file} is damaged or was cut off: it does not end as it should. What could be read was kept; save the page again."
        );
        document.issues.push(crate::document::issue("damaged", message));
    }
    let subject = message.subject().map(|subject| subject.trim().to_owned());
    document.declared.title = document.declared.title.take().or(subject.filter(|subject| !subject.is_empty()));
    Some(document)
}
