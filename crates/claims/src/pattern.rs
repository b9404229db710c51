//! Regular expressions that are written in this crate's source, compiled once.

use regex::Regex;

/// Compiles a pattern that stands in this crate's source.
#[expect(clippy::expect_used, reason = "every pattern is a constant of this crate, and the test beside it compiles each")]
pub(crate) fn compile(source: &str) -> Regex {
    Regex::new(source).expect("a pattern of this crate compiles")
}

/// Declares patterns as statics that compile on first use, with a test that compiles each.
macro_rules! patterns {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $source:expr;)+) => {
        $($(#[$meta])* $vis static $name: std::sync::LazyLock<regex::Regex> = std::sync::LazyLock::new(|| $crate::pattern::compile($source));)+

        #[cfg(test)]
        #[test]
        fn every_pattern_compiles() {
            $(assert!(!$name.as_str().is_empty());)+
        }
    };
}
pub(crate) use patterns;
