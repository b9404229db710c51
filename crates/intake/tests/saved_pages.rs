//! Saved pages that stand beside the checkout, each with the text that an article reader should find. Skipped where they are not there.

#![allow(clippy::unwrap_used, reason = "a test stops at what is not there")]

use dom_query::Document;
use dossier_intake::{Read, read};
use dossier_model::{MarkKind, TextIndex};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The pages' folders; none where they do not stand beside the checkout.
fn pages() -> Vec<PathBuf> {
    let start = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = start.ancestors().map(|folder| folder.join("shared/corpus/html")).find(|folder| folder.is_dir());
    let Some(entries) = folder.as_ref().and_then(|folder| std::fs::read_dir(folder).ok()) else {
        // Straight to standard error: a test runner keeps what is printed by a test that passes.
        let _ = writeln!(std::io::stderr(), "skipped: no shared/corpus/html beside {}", start.display());
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

fn of(page: &Path) -> Read {
    read("source.html", &std::fs::read(page.join("source.html")).unwrap())
}

/// The article as it was read: neither its title nor furniture.
fn article(read: &Read) -> String {
    let index = TextIndex::new(&read.text);
    let kept = read.marks.iter().filter(|mark| !matches!(mark.kind, MarkKind::Title | MarkKind::Furniture | MarkKind::Page));
    kept.map(|mark| index.slice(mark.span).unwrap()).collect::<Vec<_>>().join("\n")
}

/// Every run of four words and how often it stands there, as the article extraction benchmark counts.
fn shingles(text: &str) -> BTreeMap<Vec<String>, usize> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    let words: Vec<String> = words.collect();
    let mut all = BTreeMap::new();
    for four in words.windows(4.min(words.len().max(1))) {
        *all.entry(four.to_vec()).or_default() += 1;
    }
    all
}

/// Precision and recall.
fn score(found: &str, gold: &str) -> (f64, f64) {
    let (found, gold) = (shingles(found), shingles(gold));
    let shared: usize = found.iter().map(|(four, count)| gold.get(four).map_or(0, |other| *count.min(other))).sum();
    let share = |all: &BTreeMap<_, usize>| shared as f64 / all.values().sum::<usize>().max(1) as f64;
    (share(&found), share(&gold))
}

fn collapsed(words: &str) -> String {
    words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn articles_are_found_word_for_word() {
    let pages = pages();
    let (mut precision, mut recall, mut paragraphs, mut verbatim) = (0.0, 0.0, 0, 0);
    for page in &pages {
        let read = of(page);
        assert!(!read.text.is_empty(), "{}", page.display());
        let gold = Document::from(std::fs::read_to_string(page.join("expected.html")).unwrap());
        let (p, r) = score(&article(&read), &gold.formatted_text());
        let text = collapsed(&read.text);
        let gold = gold.select("p:not(:has(br))");
        let gold: Vec<String> = gold.nodes().iter().map(|node| collapsed(&node.text())).collect();
        let gold: Vec<&String> = gold.iter().filter(|words| words.split(' ').count() > 4).collect();
        let there = gold.iter().filter(|words| text.contains(words.as_str())).count();
        println!("{:24} precision {p:.3} recall {r:.3} paragraphs {there}/{}", page.file_name().unwrap().display(), gold.len());
        for issue in &read.issues {
            println!("    {}: {}", issue.code, issue.message);
        }
        precision += p;
        recall += r;
        paragraphs += gold.len();
        verbatim += there;
    }
    if pages.is_empty() {
        return;
    }
    let count = pages.len() as f64;
    let (precision, recall) = (precision / count, recall / count);
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!("precision {precision:.3} recall {recall:.3} F1 {f1:.3} paragraphs {verbatim}/{paragraphs}");
    assert!(f1 > 0.985, "{f1}");
    assert!(verbatim * 100 >= paragraphs * 98, "{verbatim} of {paragraphs}");
}

#[test]
fn pages_say_what_they_are_called_who_wrote_them_and_when() {
    let (mut asked, mut right) = (BTreeMap::<&str, usize>::new(), BTreeMap::<&str, usize>::new());
    for page in pages() {
        let gold = std::fs::read_to_string(page.join("expected-metadata.json")).unwrap();
        let gold: serde_json::Value = serde_json::from_str(&gold).unwrap();
        let read = of(&page);
        let found = [
            ("title", read.title.clone().unwrap_or_default()),
            ("byline", read.authors.join(", ")),
            ("siteName", read.publisher.clone().unwrap_or_default()),
            ("publishedTime", read.published.as_ref().map(ToString::to_string).unwrap_or_default()),
        ];
        for (field, found) in found {
            let Some(gold) = gold[field].as_str().filter(|gold| !gold.is_empty()) else { continue };
            *asked.entry(field).or_default() += 1;
            let is_same = match field {
                "publishedTime" => gold.starts_with(&found) && !found.is_empty(),
                "byline" => !found.is_empty() && collapsed(gold).contains(&found),
                _ => collapsed(gold) == found,
            };
            *right.entry(field).or_default() += usize::from(is_same);
            if !is_same {
                println!("{} {field}: {gold:?} but {found:?}", page.file_name().unwrap().display());
            }
        }
    }
    println!("{right:?} of {asked:?}");
    for (field, asked) in asked {
        assert!(right.get(field).is_some_and(|right| right * 10 >= asked * 8), "{field}: {right:?} of {asked}");
    }
}
