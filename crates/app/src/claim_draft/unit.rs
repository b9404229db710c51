//! Units that a claim of a kind can have.

use dossier_model::ClaimKind;

/// What a percentage is counted in.
pub(crate) const RATES: &[&str] = &["percent", "percentage points", "times"];

/// How far a measure is.
pub(crate) const STAGES: &[&str] = &["asked", "planned", "introduced", "passed", "issued"];

/// Currencies by ISO 4217.
pub(crate) const CURRENCIES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB",
    "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK",
    "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL",
    "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD",
    "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR",
    "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG",
    "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC",
    "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES", "VND",
    "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW",
];

/// Why `unit` is none that a claim of `kind` can have, with what to write instead.
pub(super) fn fault(kind: ClaimKind, unit: Option<&str>, has_value: bool) -> Option<String> {
    let Some(unit) = unit else {
        return match kind {
            ClaimKind::Amount if has_value => {
                Some("an amount needs its currency: write its ISO 4217 code, as in USD or EUR".to_owned())
            }
            ClaimKind::Rate if has_value => Some(format!("a rate needs a unit: {}", rates())),
            _ => None,
        };
    };
    let fits = match kind {
        ClaimKind::Amount => CURRENCIES.contains(&unit),
        ClaimKind::Rate => RATES.contains(&unit) || is_per(unit),
        ClaimKind::Market => CURRENCIES.contains(&unit) || RATES.contains(&unit) || is_noun(unit),
        ClaimKind::Measure => STAGES.contains(&unit),
        ClaimKind::Date | ClaimKind::Period => false,
        _ => is_noun(unit),
    };
    if fits {
        return None;
    }
    Some(match kind {
        ClaimKind::Amount => format!("`{unit}` is no currency: write its ISO 4217 code, as in USD or EUR"),
        ClaimKind::Rate => format!("`{unit}` is no unit of a rate: {}", rates()),
        ClaimKind::Measure => format!("`{unit}` is no stage of a measure: write one of {}", STAGES.join(", ")),
        ClaimKind::Date | ClaimKind::Period => format!("a {kind} has no unit: leave it out"),
        _ => format!("`{unit}` is no unit: write the noun that is counted, as in accounts"),
    })
}

fn rates() -> String {
    format!("write {}, or per and a noun, as in per account", RATES.join(", "))
}

/// "per account", "exchanges per day".
fn is_per(unit: &str) -> bool {
    let words: Vec<&str> = unit.split([' ', '-']).collect();
    words.iter().position(|word| *word == "per").is_some_and(|at| at + 1 < words.len()) && is_noun(unit)
}

/// A noun, alone or with others: letters first, and digits only within a name such as "H100 chips".
fn is_noun(unit: &str) -> bool {
    unit.starts_with(char::is_alphabetic) && unit.chars().all(|c| c.is_alphanumeric() || " -'’./".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_fits_its_kind_or_is_refused_with_what_to_write() {
        for (kind, unit, says) in [
            (ClaimKind::Amount, Some("USD"), None),
            (ClaimKind::Amount, Some("dollars"), Some("ISO 4217")),
            (ClaimKind::Amount, Some("usd"), Some("ISO 4217")),
            (ClaimKind::Amount, None, Some("needs its currency")),
            (ClaimKind::Rate, Some("percent"), None),
            (ClaimKind::Rate, Some("exchanges per day"), None),
            (ClaimKind::Rate, Some("per-account"), None),
            (ClaimKind::Rate, Some("%"), Some("percentage points")),
            (ClaimKind::Rate, Some("per"), Some("per account")),
            (ClaimKind::Count, Some("H100 chips"), None),
            (ClaimKind::Count, None, None),
            (ClaimKind::Count, Some("4,000"), Some("noun")),
            (ClaimKind::Measure, Some("asked"), None),
            (ClaimKind::Measure, Some("wanted"), Some("introduced")),
            (ClaimKind::Date, Some("days"), Some("leave it out")),
            (ClaimKind::Act, None, None),
        ] {
            let fault = fault(kind, unit, true);
            match says {
                None => assert_eq!(fault, None, "{kind} {unit:?}"),
                Some(says) => assert!(fault.as_ref().is_some_and(|fault| fault.contains(says)), "{kind} {unit:?}: {fault:?}"),
            }
        }
        assert!(CURRENCIES.is_sorted());
    }
}
