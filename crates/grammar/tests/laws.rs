//! What holds for any text: places are places, and a written figure reads back as its value.

use dossier_grammar::*;
use dossier_model::{Bound, Decimal};
use proptest::prelude::*;
use std::ops::Range;

/// Checks that each place is one, and that they come in order.
fn places<T>(text: &str, found: &[Found<T>], in_order: bool) {
    for one in found {
        place(text, &one.range);
    }
    if in_order {
        assert!(found.windows(2).all(|pair| pair[0].range.start <= pair[1].range.start), "{text:?}");
    }
}

fn place(text: &str, range: &Range<usize>) {
    assert!(range.start <= range.end && text.get(range.clone()).is_some(), "{range:?} of {text:?}");
}

fn everything(text: &str) {
    let published = "2026-06-25".parse().ok();
    for range in sentences(text) {
        place(text, &range);
        assert_eq!(text[range.clone()].trim(), &text[range]);
    }
    let found = figures(text);
    places(text, &found, true);
    for figure in &found {
        place(text, &figure.what.number);
        assert!(figure.range.start <= figure.what.number.start && figure.what.number.end <= figure.range.end, "{text:?}");
        if let Some(words) = &figure.what.unit_words {
            place(text, words);
        }
    }
    places(text, &periods(text, published.as_ref()), true);
    places(text, &periods(text, None), true);
    places(text, &quotations(text), true);
    for quote in quotations(text) {
        assert_eq!(text[quote.range], quote.what);
    }
    places(text, &names(text), true);
    places(text, &rungs(text), true);
    places(text, &legal_words(text), true);
    places(text, &superlatives(text), true);
    place(text, &hedge(text).range);
    let spoken = speakers(text);
    places(text, &spoken, false);
    for speaker in spoken {
        assert_eq!(Some(&text[speaker.range]), speaker.what.words.as_deref());
    }
}

/// Words that the rules know, in any order, with marks between: where panics would hide.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "April",
        "22",
        "June",
        "5",
        "2026",
        "to",
        "between",
        "and",
        "from",
        "May",
        "march",
        "25,000",
        "28.8",
        "million",
        "accounts",
        "$",
        "%",
        "almost",
        "or more",
        "+",
        "-",
        "–",
        "—",
        "accused",
        "linked to",
        "Meridian's",
        "Tern",
        "lab",
        "of",
        "the",
        "The",
        "Sen.",
        "Inc.",
        "U.S.",
        "said",
        "alleged",
        "letter",
        "in a",
        "according to",
        "citing",
        "seen by",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "‘",
        ".",
        ",",
        ";",
        ":",
        "(",
        ")",
        "\n",
        "\n\n",
        "• ",
        "largest",
        "ever",
        "to date",
        "last",
        "week",
        "Wednesday",
        "half",
        "a",
        "third",
        "two-thirds",
        "twice",
        "times",
        "scores",
        "began",
        "continued",
        "dating back to",
        "the end of",
        "at least",
        "the first three months of",
        "the next day",
        "ago",
        "22h",
        "three",
        "dozen",
        "half a",
        "hundred",
        "no",
        "fewer than",
        "per",
        "cent",
        "é",
        "日本",
        "🚀",
        "US",
        "§",
        "by",
        "its",
        "will",
        "may",
        "http://",
        "A",
        "I",
        "one",
        "with",
        "terms",
        "violated",
        "without",
        "permission",
        "Q2",
        "second quarter",
        "past",
        "published By",
        "€",
        "K3",
        "0",
        "99999999999999999999999999999",
        "trillion",
        "trillions of",
        "9999",
        "December 31",
        "Monday-linked",
        "early",
        "later",
        "the",
        "as soon as",
        "between",
        "other",
        "people",
        "with",
        "copy",
        "accusation against",
        "responsible for",
        "have been",
        "running",
        "charged",
        "(",
        "HPD",
        "report",
        "end of",
        "told",
        "interview",
        "http://a/b",
        "& ",
        "'s",
        "’s",
    ]);
    prop::collection::vec((piece, prop::sample::select(vec!["", " ", " ", " ", "\u{a0}"])), 0..40)
        .prop_map(|pieces| pieces.into_iter().map(|(word, gap)| format!("{word}{gap}")).collect())
}

/// A number in the forms that reports use, with its value.
fn written() -> impl Strategy<Value = (String, Decimal)> {
    let plain = (1u64..999_999_999).prop_map(|n| (grouped(n), Decimal::from(n)));
    let scaled = (
        1i64..9_999,
        0u32..3,
        prop::sample::select(vec![
            ("thousand", 3u32),
            ("million", 6),
            ("billion", 9),
            ("trillion", 12),
            ("bn", 9),
            ("hundred", 2),
        ]),
    )
        .prop_map(|(digits, places, (word, zeros))| {
            let value = Decimal::new(digits, places);
            (format!("{value} {word}"), value * Decimal::from(10u64.pow(zeros)))
        });
    let suffixed = (1i64..999, 0u32..2, prop::sample::select(vec![("k", 3u32), ("M", 6), ("bn", 9)])).prop_map(
        |(digits, places, (suffix, zeros))| {
            let value = Decimal::new(digits, places);
            (format!("{value}{suffix}"), value * Decimal::from(10u64.pow(zeros)))
        },
    );
    let words = (2u64..1_000_000).prop_map(|n| (in_words(n), Decimal::from(n)));
    prop_oneof![plain, scaled, suffixed, words]
}

fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn in_words(n: u64) -> String {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = |n: u64| n as usize;
    match n {
        0..20 => UNITS[at(n)].to_owned(),
        20..100 if n.is_multiple_of(10) => TENS[at(n / 10)].to_owned(),
        20..100 => format!("{}-{}", TENS[at(n / 10)], UNITS[at(n % 10)]),
        100..1000 if n.is_multiple_of(100) => format!("{} hundred", in_words(n / 100)),
        100..1000 => format!("{} hundred and {}", in_words(n / 100), in_words(n % 100)),
        _ if n.is_multiple_of(1000) => format!("{} thousand", in_words(n / 1000)),
        _ => format!("{} thousand {}", in_words(n / 1000), in_words(n % 1000)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,200}") {
        everything(&text);
    }

    #[test]
    fn no_order_of_known_words_is_too_strange(text in pieces()) {
        everything(&text);
    }

    #[test]
    fn a_written_figure_reads_back_as_its_value((number, value) in written(), unit in prop::sample::select(vec!["accounts", "fake accounts", "queries"])) {
        let text = format!("They ran {number} {unit} there.");
        let found = figures(&text);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found[0].what.quantity.value, value, "{}", text);
        prop_assert_eq!(&text[found[0].what.number.clone()], number);
        prop_assert_eq!(found[0].what.quantity.unit.as_deref(), unit.split(' ').next_back());
    }

    #[test]
    fn a_bounding_word_changes_the_bound_and_nothing_else((number, value) in written(), (word, bound) in prop::sample::select(vec![
        ("almost", Bound::Below), ("about", Bound::About), ("more than", Bound::Above), ("at least", Bound::AtLeast), ("up to", Bound::AtMost),
        ("exactly", Bound::Exact),
    ])) {
        let text = format!("They ran {word} {number} accounts there.");
        let found = figures(&text);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found[0].what.quantity.value, value);
        prop_assert_eq!(found[0].what.quantity.bound, Some(bound), "{}", text);
    }

    #[test]
    fn a_written_date_reads_back(year in 1990i16..2049, month in 1usize..=12, day in 1i8..=28, form in 0usize..4) {
        const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let name = MONTHS[month - 1];
        let written = match form {
            0 => format!("{name} {day}, {year}"),
            1 => format!("{day} {name} {year}"),
            2 => format!("{year}-{month:02}-{day:02}"),
            _ => format!("the {day}th of {name}, {year}"),
        };
        let text = format!("It ended on {written}.");
        let found = periods(&text, None);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found[0].what.edtf.map(|edtf| edtf.to_string()), Some(format!("{year}-{month:02}-{day:02}")), "{}", text);
    }
}

#[test]
fn a_long_text_costs_no_more_than_its_length() {
    // Ten times the text may not take a hundred times as long; counted in findings, not in seconds.
    let sentence =
        "On June 25, 2026 “operators” linked to Meridian's lab ran almost 25,000 accounts, Halden alleged in a letter. ";
    let text = sentence.repeat(2_000);
    assert_eq!(figures(&text).len(), 2_000);
    assert_eq!(periods(&text, None).len(), 2_000);
    assert_eq!(quotations(&text).len(), 2_000);
    assert_eq!(sentences(&text).len(), 2_000);
    assert_eq!(rungs(&text).len(), 2_000);
    // Number words without end overflow nothing.
    for words in ["hundred ", "a hundred ", "two dozen ", "million ", "thousands of ", "99999999999999999999 billion "] {
        everything(&words.repeat(60));
    }
    // Marks that open and never close must not be searched again and again.
    assert!(quotations(&"“‘ ".repeat(20_000)).is_empty());
}
