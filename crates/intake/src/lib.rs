//! Original bytes to readable text, marks and issues.
