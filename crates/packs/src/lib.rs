//! Exhibits to a bag that anyone can verify.
