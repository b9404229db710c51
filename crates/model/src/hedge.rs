//! Whether: how sure a source's words are of what they say.

crate::words! {
    /// How sure the words are, weakest first. A sentence never carries a stronger one than its evidence.
    Hedge {
        /// Somebody's view.
        Opinion = "opinion",
        /// Somebody's expectation.
        Forecast = "forecast",
        /// Intended, not done.
        Planned = "planned",
        /// Said to hold only if something else does.
        Conditional = "conditional",
        /// Denied by the party it is about.
        Denied = "denied",
        /// Contested by somebody.
        Disputed = "disputed",
        /// Claimed against a party, as an accusation.
        Alleged = "alleged",
        /// Passed on from somebody else.
        Reported = "reported",
        /// Said in the source's own voice.
        Asserted = "asserted",
        /// Established by a finding, a record or an admission.
        Confirmed = "confirmed",
    }
}

impl Hedge {
    /// Whether a sentence that speaks with `self` says more than evidence that bears `evidence`.
    pub fn is_stronger_than(self, evidence: Hedge) -> bool {
        self > evidence
    }
}
