//! Claims and judgements to facts.
