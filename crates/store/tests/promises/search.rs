//! Searching the readable texts.

use crate::case::{LETTER, REPORT, create, edit, filled, import, place};
use dossier_model::{Span, TextIndex};
use dossier_store::Store;
use proptest::prelude::*;

fn found(store: &Store, words: &str) -> Vec<String> {
    let hits = store.search(words, 10).unwrap();
    let at = |text: &str, start, end| TextIndex::new(text).slice(Span::new(start, end)).unwrap().to_owned();
    hits.iter().map(|hit| format!("{} {}", hit.source, at(&store.text(hit.source).unwrap(), hit.start, hit.end))).collect()
}

#[test]
fn words_are_found_where_they_stand() {
    let (_folder, path) = place();
    let mut store = filled(&path);
    edit(&mut store, "import", |tx| {
        import(
            tx,
            "third.txt",
            "Zürich, 3. Juli — „Müller“ & Söhne: naïve operators’ proxies, illicitly obtained.\n\nUn café. 25,000.",
        )
    });
    for (words, expected) in [
        ("fraudulent", vec!["S2 fraudulent"]),
        ("FRAUD", vec![]),
        ("operator linked", vec!["S1 operators"]),
        ("muller", vec!["S3 Müller"]),
        ("cafe proxy", vec!["S3 proxies"]),
        (r#""fraudulent accounts""#, vec!["S2 fraudulent accounts"]),
        (r#""accounts fraudulent""#, vec![]),
        ("25,000 exchanges", vec!["S2 25,000"]),
        ("corvid nowhere", vec![]),
        (r#""unclosed fraudulent"#, vec![]),
        ("AND", vec![]),
        ("*", vec![]),
    ] {
        assert_eq!(found(&store, words), expected, "{words}");
    }
}

#[test]
fn the_best_match_comes_first_and_the_limit_holds() {
    let (_folder, path) = place();
    let mut store = create(&path);
    edit(&mut store, "import", |tx| {
        import(tx, "a.txt", &format!("proxy {}", "other words stand here ".repeat(200)))?;
        import(tx, "b.txt", "A proxy of a proxy behind a proxy.")
    });
    let sources: Vec<_> = store.search("proxies", 10).unwrap().iter().map(|hit| hit.source.to_string()).collect();
    assert_eq!(sources, ["S2", "S1"]);
    assert_eq!(store.search("proxies", 1).unwrap().len(), 1);
}

#[test]
fn a_snippet_shows_the_words_around_on_one_line() {
    let (_folder, path) = place();
    let mut store = create(&path);
    let text =
        format!("{}\n\nHalden counted the\nexchanges twice. {}", "Before it all. ".repeat(20), "After it all. ".repeat(20));
    edit(&mut store, "import", |tx| import(tx, "a.txt", &text));
    let snippet = &store.search("exchange", 1).unwrap()[0].snippet;
    assert!(snippet.starts_with('…') && snippet.ends_with('…'), "{snippet}");
    assert!(snippet.contains("Halden counted the exchanges twice. After"), "{snippet}");
    let (_folder, path) = place();
    let store = filled(&path);
    assert_eq!(store.search("illion million exchanges", 1).unwrap(), []);
    assert_eq!(store.search("million exchanges", 1).unwrap()[0].snippet, LETTER);
    assert_eq!(store.search("operators", 1).unwrap()[0].snippet, REPORT);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn nothing_that_is_typed_is_an_error(words in r#"[a-c"'*^:(){}\-+~\\,. \x00-\x1f“”éAND OR NOT NEAR]{0,24}"#) {
        let (_folder, path) = place();
        let mut store = create(&path);
        edit(&mut store, "import", |tx| import(tx, "a.txt", "a b c and or not near"));
        for hit in store.search(&words, 5).unwrap() {
            prop_assert!(hit.start < hit.end);
        }
    }
}
