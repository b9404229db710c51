//! Measures, their elements, and who can take them.
