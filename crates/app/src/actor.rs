//! Who acts, and when: passed into every use case, so that nothing below reads a clock.

use crate::AppError;
use jiff::Timestamp;

/// Who acts, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    name: String,
    now: Timestamp,
}

impl Actor {
    /// `name` at the present moment.
    pub fn now(name: impl Into<String>) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
        let now = std::time::SystemTime::now();
        // A clock before the year -9999 is the only failure; the epoch then is as good a guess as any.
        Self { name: name.into(), now: Timestamp::try_from(now).unwrap_or(Timestamp::UNIX_EPOCH) }
    }

    /// `name` at a given moment, RFC 3339.
    pub fn at(name: impl Into<String>, now: &str) -> Result<Self, AppError> {
        let now =
            now.parse().map_err(|_| AppError::Usage(format!("`{now}` is not a time: write it as in 2026-11-21T09:30:00Z")))?;
        Ok(Self { name: name.into(), now })
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The moment, RFC 3339 in UTC, to the second.
    pub fn stamp(&self) -> String {
        self.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// The day of the moment, in UTC.
    pub fn today(&self) -> jiff::civil::Date {
        self.now.to_zoned(jiff::tz::TimeZone::UTC).date()
    }
}
