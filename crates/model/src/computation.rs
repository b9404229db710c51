//! Figures that are ours: computed from facts, with their formula and inherited bounds.

use crate::{Bound, Case, Decimal, FactId};
use serde::{Deserialize, Serialize};

/// A figure computed from facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "formula", rename_all = "kebab-case")]
pub enum Computation {
    /// One count divided by another: exchanges per account.
    Ratio {
        /// What is divided.
        of: FactId,
        /// By what.
        by: FactId,
    },
    /// A count divided by the days of a period, both ends included: exchanges per day.
    PerDay {
        /// What is divided.
        of: FactId,
        /// The period.
        over: FactId,
    },
    /// The days of a period, both ends included.
    Days {
        /// The period.
        of: FactId,
    },
}

/// Why a computation has no result.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComputationError {
    /// A fact it needs is not in the dossier.
    #[error("the computation needs fact {0}, which the dossier does not hold")]
    NoFact(FactId),
    /// A fact it needs has no number, or no period known to the day.
    #[error("the computation needs {needs} of fact {fact}, which has none")]
    NotThere {
        /// The fact.
        fact: FactId,
        /// What is missing.
        needs: &'static str,
    },
    /// Division by zero, or a number too large.
    #[error("the computation on fact {0} has no finite result")]
    NotFinite(FactId),
}

impl Computation {
    /// The facts it uses.
    pub fn facts(&self) -> Vec<FactId> {
        match *self {
            Self::Ratio { of, by } => vec![of, by],
            Self::PerDay { of, over } => vec![of, over],
            Self::Days { of } => vec![of],
        }
    }

    /// The result, rounded to a whole number, with its bound: `about` as soon as an input is bounded or rounded.
    pub fn value(&self, case: &Case) -> Result<(Decimal, Bound), ComputationError> {
        let number = |id: FactId| {
            let fact = case.fact(id).ok_or(ComputationError::NoFact(id))?;
            fact.number().ok_or(ComputationError::NotThere { fact: id, needs: "a number" })
        };
        let days = |id: FactId| {
            let fact = case.fact(id).ok_or(ComputationError::NoFact(id))?;
            let days = fact.period.as_ref().and_then(crate::Edtf::days_inclusive);
            days.map(Decimal::from).ok_or(ComputationError::NotThere { fact: id, needs: "a period known to the day" })
        };
        let divide = |of: FactId, value: Decimal, by: Decimal| {
            value.checked_div(by).map(|result| result.round()).ok_or(ComputationError::NotFinite(of))
        };
        match *self {
            Self::Ratio { of, by } => Ok((divide(of, number(of)?, number(by)?)?, Bound::About)),
            Self::PerDay { of, over } => Ok((divide(of, number(of)?, days(over)?)?, Bound::About)),
            Self::Days { of } => Ok((days(of)?, Bound::Exact)),
        }
    }
}
