//! Names that everybody knows: countries, large cities, American states, given names; and acronyms that name nobody.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Countries, states, and cities that news is dated from, in lower case.
static PLACES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| listed(include_str!("gazetteer/places.txt")));

/// Given names that are common in English-language news, in lower case.
static GIVEN: LazyLock<BTreeSet<&str>> = LazyLock::new(|| listed(include_str!("gazetteer/given.txt")));

/// Acronyms that stand for things of all sorts and name nobody.
const ACRONYMS: &[&str] = &[
    "AI", "API", "APIs", "CEO", "CEOs", "CFO", "CTO", "CISO", "IP", "R&D", "GPU", "GPUs", "CPU", "CPUs", "LLM", "LLMs", "VP",
    "PC", "IT", "URL", "FAQ", "PDF", "ML", "AGI", "HTTP", "HTTPS", "TLS", "SSH", "TV", "PR", "HR", "ID", "IDs", "OK", "AM", "PM",
    "GMT", "UTC", "EST", "IST", "KYC", "VPN", "VPNs", "ETF", "IPO", "SQL", "CSV", "JSON", "C2", "CVE", "IPs", "DNS", "USD",
    "EUR", "GBP", "RMB", "CNY", "I", "SDK", "SDKs", "SaaS", "RAM", "SSD", "USB", "HTML", "XML", "PHP", "SMS", "MFA", "2FA",
    "OTP", "PII", "GPS", "ROI",
];

pub(crate) fn is_place(lower: &str) -> bool {
    PLACES.contains(lower)
}

pub(crate) fn is_given_name(lower: &str) -> bool {
    GIVEN.contains(lower)
}

pub(crate) fn is_common_acronym(text: &str) -> bool {
    ACRONYMS.contains(&text)
}

/// The names of a file, between commas and ends of lines.
fn listed(names: &'static str) -> BTreeSet<&'static str> {
    names.split([',', '\n']).map(str::trim).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whole_and_in_small_letters() {
        assert!(is_place("hong kong") && is_place("zürich") && is_given_name("dana"));
        assert!(!is_place("hong") && !is_place("Zürich") && !is_place(""));
        let small = |name: &&str| name.chars().all(|c| !c.is_uppercase());
        assert!(PLACES.iter().all(small) && GIVEN.iter().all(small));
    }
}
