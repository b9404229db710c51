//! What the readers of office formats share: parts, markup, running text, properties and losses.

pub(crate) mod flow;
pub(crate) mod loss;
pub(crate) mod package;
pub(crate) mod properties;
pub(crate) mod relations;
pub(crate) mod xml;
