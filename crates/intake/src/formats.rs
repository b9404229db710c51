//! One reader for each format.

pub(crate) mod archive;
pub(crate) mod csv;
mod grid;
pub(crate) mod mail;
pub(crate) mod mailbox;
pub(crate) mod misp;
mod office;
pub(crate) mod old_office;
pub(crate) mod open_document;
pub(crate) mod pdf;
pub(crate) mod picture;
pub(crate) mod rtf;
pub(crate) mod slides;
pub(crate) mod stix;
pub(crate) mod text;
pub(crate) mod web;
pub(crate) mod word;
pub(crate) mod workbook;
