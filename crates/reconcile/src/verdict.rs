//! The verdict on two claims: equal, contained, compatible, conflicting or not comparable, with the reason in words. The same
//! verdict comes out whichever claim is named first.

use crate::kin::related;
use crate::name::{can_be_one, key, subject_key};
use crate::wording::{content_words, is_interaction, narrows, unit_key};
use crate::written::{written, written_period};
use crate::{extent, figure};
use dossier_model::{Agreement, ClaimKind, Content, Nexus};

/// How two claims stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The verdict.
    pub agreement: Agreement,
    /// Why, in words that show both values as their sources write them.
    pub why: String,
}

/// Compares what two claims say, taking them to be about one thing.
pub fn verdict(a: &Content, b: &Content) -> Verdict {
    if a.kind != b.kind {
        return not_comparable(format!("One is a {} and the other a {}.", a.kind, b.kind));
    }
    match a.kind {
        ClaimKind::Period | ClaimKind::Date => periods(a, b),
        ClaimKind::Attribution => rungs(a, b),
        ClaimKind::Superlative => superlatives(a, b),
        ClaimKind::Recipient => recipients(a, b),
        ClaimKind::Response | ClaimKind::Verification => answers(a, b),
        ClaimKind::LegalWord => legal_words(a, b),
        ClaimKind::Count
        | ClaimKind::Amount
        | ClaimKind::Rate
        | ClaimKind::Party
        | ClaimKind::Act
        | ClaimKind::Method
        | ClaimKind::Capability
        | ClaimKind::Technique
        | ClaimKind::Measure
        | ClaimKind::Disclosure
        | ClaimKind::Statement
        | ClaimKind::Quotation
        | ClaimKind::Sharing
        | ClaimKind::Safety
        | ClaimKind::Terms
        | ClaimKind::Definition
        | ClaimKind::Effect
        | ClaimKind::Market
        | ClaimKind::Opinion
        | ClaimKind::Forecast
        | ClaimKind::Provenance => figures_or_words(a, b),
    }
}

fn figures_or_words(a: &Content, b: &Content) -> Verdict {
    match (a.quantity(), b.quantity()) {
        (Some(of_a), Some(of_b)) => {
            let (name_a, name_b) = (written(a), written(b));
            let (unit_a, unit_b) = (unit_key(a.unit.as_deref()), unit_key(b.unit.as_deref()));
            if unit_a != unit_b {
                let (count_a, count_b) = (a.unit.as_deref().unwrap_or("no unit"), b.unit.as_deref().unwrap_or("no unit"));
                let why = if is_interaction(&unit_a) && is_interaction(&unit_b) {
                    format!(
                        "“{name_a}” counts {count_a} and “{name_b}” counts {count_b}: one of the one can hold several of the other."
                    )
                } else {
                    format!("“{name_a}” counts {count_a} and “{name_b}” counts {count_b}: they measure different things.")
                };
                return not_comparable(why);
            }
            if let (Some(when_a), Some(when_b)) = (&a.period, &b.period)
                && !when_a.overlaps(when_b)
            {
                return not_comparable(format!("“{name_a}” and “{name_b}” are of times that share no day."));
            }
            if let (Some(scope_a), Some(scope_b)) = (&a.scope, &b.scope)
                && content_words(scope_a) != content_words(scope_b)
            {
                return not_comparable(format!("“{name_a}” is of “{scope_a}” and “{name_b}” of “{scope_b}”."));
            }
            figure::verdict(a, b, &of_a, &of_b)
        }
        (Some(_), None) | (None, Some(_)) => {
            not_comparable(format!("Of “{}” and “{}” only one is a number.", written(a), written(b)))
        }
        (None, None) => words(a, b),
    }
}

fn periods(a: &Content, b: &Content) -> Verdict {
    match (&a.period, &b.period) {
        (Some(of_a), Some(of_b)) => extent::verdict(a, b, of_a, of_b),
        _ => not_comparable(format!("Of “{}” and “{}” at least one gives no date.", written_period(a), written_period(b))),
    }
}

fn words(a: &Content, b: &Content) -> Verdict {
    let (name_a, name_b) = (written(a), written(b));
    let (of_a, of_b) = (content_words(&name_a), content_words(&name_b));
    let both = format!("“{name_a}” and “{name_b}”");
    if let (Some(when_a), Some(when_b)) = (&a.period, &b.period)
        && !extent::can_be_one(when_a, when_b)
    {
        let why = format!(
            "{both} are dated apart: {} and {}.",
            crate::written::spell_period(when_a),
            crate::written::spell_period(when_b)
        );
        return Verdict { agreement: Agreement::Conflicting, why };
    }
    let (agreement, end) = if of_a == of_b {
        (Agreement::Equal, "say the same".to_owned())
    } else if narrows(&of_b, &of_a) {
        (Agreement::Contained, "say the same, the first more closely".to_owned())
    } else if narrows(&of_a, &of_b) {
        (Agreement::Contained, "say the same, the second more closely".to_owned())
    } else {
        (Agreement::Compatible, "say different things that can both hold".to_owned())
    };
    Verdict { agreement, why: format!("{both} {end}.") }
}

fn rungs(a: &Content, b: &Content) -> Verdict {
    let (Some(of_a), Some(of_b)) = (&a.rung, &b.rung) else {
        return not_comparable("At least one of the two names no party.".to_owned());
    };
    if key(&of_a.party) != key(&of_b.party) && of_a.nexus == of_b.nexus && can_be_one(&of_a.party, &of_b.party) {
        let why = format!("“{}” can be “{}” under its own name.", of_a.party, of_b.party);
        return Verdict { agreement: Agreement::Compatible, why };
    }
    if !can_be_one(&of_a.party, &of_b.party) {
        let why = format!(
            "One ties the act to “{}” and the other to “{}”: these are different parties, and what is said of one is not said of the other.",
            of_a.party, of_b.party
        );
        return not_comparable(why);
    }
    if of_a.nexus == of_b.nexus {
        return Verdict {
            agreement: Agreement::Equal,
            why: format!("Both say that the act was {} “{}”.", tie(of_a.nexus), of_a.party),
        };
    }
    let (tie_a, tie_b) = (tie(of_a.nexus), tie(of_b.nexus));
    not_comparable(format!(
        "One says that the act was {tie_a} “{}”, the other that it was {tie_b} it: the looser tie does not bear out the closer.",
        of_a.party
    ))
}

fn tie(nexus: Nexus) -> &'static str {
    match nexus {
        Nexus::Linked => "by people linked to",
        Nexus::ActingFor => "by people acting for",
        Nexus::By => "done by",
    }
}

fn superlatives(a: &Content, b: &Content) -> Verdict {
    let (name_a, name_b) = (written(a), written(b));
    let (scope_a, scope_b) = (a.scope.as_deref(), b.scope.as_deref());
    let scopes = (scope_a.map(content_words), scope_b.map(content_words));
    if scopes.0 == scopes.1 {
        return words(a, b);
    }
    let scope = |scope: Option<&str>| scope.map_or("without a scope".to_owned(), |scope| format!("“{scope}”"));
    not_comparable(format!(
        "“{name_a}” is said {} and “{name_b}” {}: neither bears out the other.",
        scope(scope_a),
        scope(scope_b)
    ))
}

fn recipients(a: &Content, b: &Content) -> Verdict {
    let same = words(a, b);
    match same.agreement {
        Agreement::Equal | Agreement::Contained | Agreement::Conflicting => same,
        Agreement::Compatible | Agreement::NotComparable => not_comparable(format!(
            "They name different recipients, “{}” and “{}”: one letter can have both.",
            written(a),
            written(b)
        )),
    }
}

/// Responses and verifications: silence and an answer exclude each other, and so do "not verified" and "verified".
fn answers(a: &Content, b: &Content) -> Verdict {
    let said = words(a, b);
    let opposed = is_negative(&written(a)) != is_negative(&written(b));
    let one_party = subject_key(&a.subject) == subject_key(&b.subject) || related(&a.subject, &b.subject);
    if said.agreement == Agreement::Compatible && opposed && one_party {
        let why = format!("“{}” and “{}” cannot both hold of one moment.", written(a), written(b));
        return Verdict { agreement: Agreement::Conflicting, why };
    }
    said
}

fn is_negative(value: &str) -> bool {
    let value = value.to_lowercase();
    ["no ", "not ", "declined", "without", "unverified"]
        .iter()
        .any(|word| value.starts_with(word) || value.contains(&format!(" {word}")))
}

fn legal_words(a: &Content, b: &Content) -> Verdict {
    let said = words(a, b);
    if said.agreement == Agreement::Equal {
        return said;
    }
    not_comparable(format!(
        "“{}” and “{}” are different words in law: the one does not bear out the other.",
        written(a),
        written(b)
    ))
}

fn not_comparable(why: String) -> Verdict {
    Verdict { agreement: Agreement::NotComparable, why }
}
