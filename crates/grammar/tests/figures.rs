//! Figures as reports write them, and numbers that are none.

use dossier_grammar::{FigureKind, figures};

/// Each figure of `text` as `words = value unit (bound)`; unit words in brackets where they are more than the unit.
fn shown(text: &str) -> Vec<String> {
    figures(text)
        .into_iter()
        .map(|found| {
            let figure = found.what;
            let quantity = figure.quantity;
            let unit = quantity.unit.clone().unwrap_or_else(|| "-".to_owned());
            let bound = quantity.bound.map_or("bare", |bound| bound.as_str());
            let words = match figure.unit_words.map(|range| &text[range]) {
                Some(words) if figure.kind == FigureKind::Count && words != unit => format!(" [{words}]"),
                _ => String::new(),
            };
            format!("{} = {} {unit} ({bound}){words}", &text[found.range], quantity.value)
        })
        .collect()
}

fn check(text: &str, expect: &[&str]) {
    assert_eq!(shown(text), expect, "{text}");
}

#[test]
fn counts_have_their_bound_and_unit() {
    check(
        "almost 25,000 fraudulent accounts that",
        &["almost 25,000 fraudulent accounts = 25000 accounts (below) [fraudulent accounts]"],
    );
    check("generated 28.8 million exchanges with Corvid", &["28.8 million exchanges = 28800000 exchanges (bare)"]);
    check("25,000 accounts", &["25,000 accounts = 25000 accounts (bare)"]);
    check("25,431 accounts", &["25,431 accounts = 25431 accounts (exact)"]);
    check("It used three labs.", &["three labs = 3 labs (exact)"]);
    check("Meridian Used 25,000 Fake Accounts to Copy Corvid", &["25,000 Fake Accounts = 25000 accounts (bare) [Fake Accounts]"]);
    check("no fewer than 1,200 people", &["no fewer than 1,200 people = 1200 people (at-least)"]);
    check("as many as 40 servers", &["as many as 40 servers = 40 servers (at-most)"]);
    check("exactly 400 chips", &["exactly 400 chips = 400 chips (exact)"]);
    check("some 30 shell companies", &["some 30 shell companies = 30 companies (about) [shell companies]"]);
    check("upwards of 40 chips", &["upwards of 40 chips = 40 chips (above)"]);
    check("slightly fewer than 300 proxies", &["slightly fewer than 300 proxies = 300 proxies (below)"]);
    check("fewer than 40 chips", &["fewer than 40 chips = 40 chips (below)"]);
    check("at least another 400 chips", &["at least another 400 chips = 400 chips (at-least)"]);
    check("spread over 40 servers", &["40 servers = 40 servers (exact)"]);
    check("9,000-plus accounts", &["9,000-plus accounts = 9000 accounts (at-least)"]);
    check("over 80 IT systems", &["over 80 IT systems = 80 systems (above) [IT systems]"]);
    check("one count of fraud", &["one count = 1 count (exact)"]);
    check("three further counts", &["three further counts = 3 counts (exact)"]);
    check(
        "two People's Republic of Xeon (PRX) nationals",
        &["two People's Republic of Xeon (PRX) nationals = 2 nationals (exact) [People's Republic of Xeon (PRX) nationals]"],
    );
    check(
        "400 K100 graphics processing units",
        &["400 K100 graphics processing units = 400 units (bare) [K100 graphics processing units]"],
    );
    check("~500 proxies", &["~500 proxies = 500 proxies (about)"]);
    check("200+ sources", &["200+ sources = 200 sources (at-least)"]);
    check("200 or more sources", &["200 or more sources = 200 sources (at-least)"]);
    check("25,000 accounts or so", &["25,000 accounts or so = 25000 accounts (about)"]);
    check("two dozen accounts", &["two dozen accounts = 24 accounts (about)"]);
    check("Some twenty-five accounts", &["Some twenty-five accounts = 25 accounts (about)"]);
    check("at least one unauthorized user", &["at least one unauthorized user = 1 user (at-least) [unauthorized user]"]);
    check("launch 50,000 robotaxis", &["50,000 robotaxis = 50000 robotaxis (bare)"]);
    check("more than “16 million exchanges”", &["more than “16 million exchanges = 16000000 exchanges (above)"]);
}

#[test]
fn adjectives_stand_between_a_number_and_its_unit() {
    check(
        "25,000 fake, automatically created accounts",
        &["25,000 fake, automatically created accounts = 25000 accounts (bare) [fake, automatically created accounts]"],
    );
    check(
        "25,000 fake and stolen accounts were",
        &["25,000 fake and stolen accounts = 25000 accounts (bare) [fake and stolen accounts]"],
    );
    check("25,000 “fraudulent” accounts", &["25,000 “fraudulent” accounts = 25000 accounts (bare) [fraudulent” accounts]"]);
    check("12 of its largest data centers", &["12 of its largest data centers = 12 centers (exact) [largest data centers]"]);
    check("150 systems engineers left", &["150 systems engineers = 150 engineers (bare) [systems engineers]"]);
    check("25,000 accounts indicates", &["25,000 accounts = 25000 accounts (bare)"]);
    check("50 K200 GPUs", &["50 K200 GPUs = 50 GPUs (exact) [K200 GPUs]"]);
    check("a 45-day window", &["45-day = 45 day (bare)"]);
    check("its 671-billion-parameter model", &["671-billion-parameter = 671000000000 parameter (bare)"]);
    check(
        "5,890+ government hosts across 10 countries",
        &["5,890+ government hosts = 5890 hosts (at-least) [government hosts]", "10 countries = 10 countries (exact)"],
    );
}

#[test]
fn vague_words_are_scales() {
    check("thousands of fake accounts", &["thousands of fake accounts = 1000 accounts (vague) [fake accounts]"]);
    check("several thousand fake accounts", &["several thousand fake accounts = 1000 accounts (vague) [fake accounts]"]);
    check("tens of thousands of queries", &["tens of thousands of queries = 10000 queries (vague)"]);
    check("dozens of firms", &["dozens of firms = 12 firms (vague)"]);
    check("hundreds of billions of dollars in investment", &["hundreds of billions of dollars = 100000000000 USD (vague)"]);
    check("millions of exchanges", &["millions of exchanges = 1000000 exchanges (vague)"]);
}

#[test]
fn amounts_have_a_currency() {
    check("roughly $589 billion from", &["roughly $589 billion = 589000000000 USD (about)"]);
    check("to $99.10 at", &["$99.10 = 99.1 USD (bare)"]);
    check(
        "US$2.5bn, €40m and £1,000",
        &["US$2.5bn = 2500000000 USD (bare)", "€40m = 40000000 EUR (bare)", "£1,000 = 1000 GBP (bare)"],
    );
    check("300 million yuan", &["300 million yuan = 300000000 CNY (bare)"]);
    check("a $160-million scheme", &["$160-million = 160000000 USD (bare)"]);
    check(
        "about USD252 million, EUR3.5bn and SGD 40,000",
        &["about USD252 million = 252000000 USD (about)", "EUR3.5bn = 3500000000 EUR (bare)", "SGD 40,000 = 40000 SGD (bare)"],
    );
    check("2 million U.S. dollars", &["2 million U.S. dollars = 2000000 USD (bare)"]);
    check("about HK$3 million", &["about HK$3 million = 3000000 HKD (about)"]);
    check("billions of dollars in servers", &["billions of dollars = 1000000000 USD (vague)"]);
    check("more than USD 4,500", &["more than USD 4,500 = 4500 USD (above)"]);
}

#[test]
fn shares_and_multiples_are_rates() {
    check("Nearly half of all requests", &["Nearly half = 50 percent (below)"]);
    check("two-thirds of its revenue", &["two-thirds = 66.7 percent (bare)"]);
    check("up to a quarter, he said", &["up to a quarter = 25 percent (at-most)"]);
    check("about one in five accounts", &["about one in five = 20 percent (about)"]);
    check("Less than a tenth of it", &["Less than a tenth = 10 percent (below)"]);
    check("five times as many accounts", &["five times = 5 times (bare)"]);
    check("more than doubled in a year", &["more than doubled = 2 times (above)"]);
    check("rose tenfold and 40-fold", &["tenfold = 10 times (bare)", "40-fold = 40 times (bare)"]);
    for none in ["half an hour", "a third company", "the first half of 2024", "doubled down", "raided three times"] {
        assert!(shown(none).iter().all(|figure| !figure.contains("percent") && !figure.contains("= 2 times")), "{none}");
    }
}

#[test]
fn rates_are_percentages() {
    check("falling more than 3% to", &["more than 3% = 3 percent (above)"]);
    check("99.1 percent of it", &["99.1 percent = 99.1 percent (bare)"]);
    check("down 6.4pc", &["6.4pc = 6.4 percent (bare)"]);
    check("5 per cent", &["5 per cent = 5 percent (bare)"]);
    check("by two percentage points", &["two percentage points = 2 percentage points (bare)"]);
    check("one percent", &["one percent = 1 percent (bare)"]);
}

#[test]
fn ranges_are_two_bounds() {
    check("between 20 and 30 accounts", &["20 = 20 accounts (at-least)", "30 accounts = 30 accounts (at-most)"]);
    check("20 to 30 accounts", &["20 = 20 accounts (at-least)", "30 accounts = 30 accounts (at-most)"]);
    check("2–3 million queries", &["2 = 2000000 queries (at-least)", "3 million queries = 3000000 queries (at-most)"]);
    check("$10-15 million", &["$10 = 10000000 USD (at-least)", "15 million = 15000000 USD (at-most)"]);
    check("roughly 60 to 70 percent", &["roughly 60 = 60 percent (at-least)", "70 percent = 70 percent (at-most)"]);
    check("ranging from 20 to 30 chips", &["20 = 20 chips (at-least)", "30 chips = 30 chips (at-most)"]);
    check(
        "fell by 4 percentage points to 11 percent",
        &["4 percentage points = 4 percentage points (bare)", "11 percent = 11 percent (bare)"],
    );
    check("10-15% of it", &["10 = 10 percent (at-least)", "15% = 15 percent (at-most)"]);
    check("rose from 20 to 30 accounts", &["20 = 20 accounts (exact)", "30 accounts = 30 accounts (exact)"]);
    check(
        "more than 3.4 million and 13 million queries",
        &["more than 3.4 million = 3400000 queries (above)", "13 million queries = 13000000 queries (above)"],
    );
}

#[test]
fn numbers_that_measure_nothing_are_no_figures() {
    for text in [
        "in 2024 and 2025, on June 25, 2026 at 3:38 p.m.",
        "2026-06-25T10:00:00Z",
        "Section 1260H of H.R. 8283, 50 U.S.C. 1709, E.O. 13694 and 18 U.S.C. § 1030(a)(2)",
        "15 CFR Part 744, Supplement No. 4",
        "CRV-4, K3, KB300, Corvid 4.5 and v2.1",
        "Call +1 202-555-0100 or (202) 555-0142.",
        "1. First\n2) Second",
        "5 min read",
        "a 4-minute read",
        "one of the accounts, and one that left",
        "No one said that one should.",
        "ports 1212 and 8090",
        "192.0.2.1",
        "Dana Ruiz, 45, said",
        "the footnote [3] and (4)",
        "founder of 360 Lantern Systems confirmed",
        "https://halden.example/2026/03/19/a-160-million-b",
        "pages 3 to 7",
        "24/7",
        "passed by 396-2 and 47-0",
        "The bill, S. 1234, grew.",
        "22h ago",
        "three weeks ago",
        "April 22–25",
        "Q2 2026",
        "zero-day flaws in 5G",
        "the top 10",
        "Paragraph Nine regards it",
    ] {
        check(text, &[]);
    }
}

#[test]
fn the_number_is_digits_and_scale_only() {
    for (text, number) in [
        ("almost 25,000 fraudulent accounts", "25,000"),
        ("over 28.8 million exchanges", "28.8 million"),
        ("roughly $589 billion", "$589 billion"),
        ("more than 3%", "3%"),
        ("thousands of accounts", "thousands"),
        ("at least two hundred and six labs", "two hundred and six"),
    ] {
        assert_eq!(&text[figures(text)[0].what.number.clone()], number);
    }
}
