//! Readable text to proposed claims.
