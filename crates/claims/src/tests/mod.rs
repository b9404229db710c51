//! What the rules promise, by example, by law and on real documents.

mod blame;
mod golden;
mod how;
mod kinds;
mod laws;
mod measures;
mod parties;
mod said;
mod sources;
mod structured;
mod tables;
mod told;
