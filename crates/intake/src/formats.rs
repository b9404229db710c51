//! One reader for each format.

pub(crate) mod archive;
pub(crate) mod mail;
pub(crate) mod misp;
pub(crate) mod picture;
pub(crate) mod stix;
pub(crate) mod text;
pub(crate) mod web;
