//! Facts to charts.
