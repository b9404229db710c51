//! The one byte form of a value: canonical JSON by RFC 8785, so that a digest means the value and not its layout.

use crate::Digest;
use serde::Serialize;

/// A value that has no canonical JSON, such as a map with keys that are not text.
#[derive(Debug, thiserror::Error)]
#[error("the value has no canonical JSON form: {0}")]
pub struct CanonicalError(#[from] serde_json::Error);

/// The canonical JSON of `value` (RFC 8785: sorted keys, no white space, UTF-8).
pub fn canonical(value: &impl Serialize) -> Result<Vec<u8>, CanonicalError> {
    Ok(serde_json_canonicalizer::to_vec(value)?)
}

/// The SHA-256 of the canonical JSON of `value`.
pub fn canonical_digest(value: &impl Serialize) -> Result<Digest, CanonicalError> {
    Ok(Digest::of(&canonical(value)?))
}
