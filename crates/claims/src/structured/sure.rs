//! How sure a record is of itself, as a hedge.
//!
//! STIX gives a confidence from 0 to 100. By its own scale (OASIS STIX 2.1, appendix A "Confidence Scales", table "None / Low / Med / High";
//! <https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html>) 0 is none, 1 to 29 low,
//! 30 to 69 medium, 70 to 100 high. A record is its maker's own notice, and "we assess with moderate confidence" asserts; so medium, high
//! and not given assert, while low and none make an accusation alleged and anything else reported. No confidence confirms: that takes a
//! finding or an admission.
//!
//! MISP says it with tags. The Admiralty Code's credibility 4 "doubtful" and 5 "improbable" lie at 30 and 10 of the same appendix; so do low
//! analytic confidence and MISP's own low levels. An analysis that is still at its start or ongoing is taken as low, too.

use dossier_model::Hedge;

/// Below this a STIX confidence is low.
const MEDIUM: u8 = 30;

/// Tags that tell low confidence, in lower case.
const LOW: &[&str] = &[
    "admiralty-scale:information-credibility=\"4\"",
    "admiralty-scale:information-credibility=\"5\"",
    "estimative-language:confidence-in-analytic-judgment=\"low\"",
    "misp:confidence-level=\"rarely-confident\"",
    "misp:confidence-level=\"unconfident\"",
];

/// How sure a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// Low or none.
    Low,
    /// Medium, high, or not given.
    Enough,
}

impl Sureness {
    /// By a STIX confidence, in digits.
    pub(super) fn of_confidence(words: Option<&str>) -> Self {
        match words.and_then(|words| words.trim().parse::<u8>().ok()) {
            Some(confidence) if confidence < MEDIUM => Self::Low,
            Some(_) | None => Self::Enough,
        }
    }

    /// By the tags and the state of analysis of a MISP event.
    pub(super) fn of_event<'w>(mut tags: impl Iterator<Item = &'w str>, analysis: Option<&str>) -> Self {
        let unfinished = matches!(analysis.map(str::trim), Some("0" | "1"));
        if unfinished || tags.any(|tag| LOW.contains(&tag.trim().to_lowercase().as_str())) { Self::Low } else { Self::Enough }
    }

    /// The hedge of what is held against somebody.
    pub(super) fn of_accusation(self) -> Hedge {
        match self {
            Self::Low => Hedge::Alleged,
            Self::Enough => Hedge::Asserted,
        }
    }

    /// The hedge of anything else.
    pub(super) fn of_report(self) -> Hedge {
        match self {
            Self::Low => Hedge::Reported,
            Self::Enough => Hedge::Asserted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn low_confidence_alleges_and_no_confidence_confirms() {
        let check = |words: Option<&str>, expect: Hedge| {
            assert_eq!(Sureness::of_confidence(words).of_accusation(), expect, "{words:?}");
        };
        check(Some("0"), Hedge::Alleged);
        check(Some("29"), Hedge::Alleged);
        check(Some("30"), Hedge::Asserted);
        check(Some("100"), Hedge::Asserted);
        check(Some("900"), Hedge::Asserted);
        check(None, Hedge::Asserted);
        let tags = ["tlp:amber", "Admiralty-scale:information-credibility=\"4\""];
        assert_eq!(Sureness::of_event(tags.into_iter(), Some("2")).of_report(), Hedge::Reported);
        assert_eq!(Sureness::of_event([].into_iter(), Some("1")), Sureness::Low);
        assert_eq!(Sureness::of_event([].into_iter(), None), Sureness::Enough);
    }
}
