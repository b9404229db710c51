//! How many of one text's words another has, each as often as it stands.

use std::collections::BTreeMap;

/// The words of a text and how often each stands. What only a converter's markup brings in, the target of a link, is none.
pub(super) fn words(text: &str) -> BTreeMap<String, usize> {
    let mut count = BTreeMap::new();
    let text = without_targets(text).replace('\u{ad}', "").to_lowercase();
    for token in text.split_whitespace() {
        let token = token.find("http").filter(|at| token[*at..].contains("://")).map_or(token, |at| &token[..at]);
        for word in token.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *count.entry(word.to_owned()).or_default() += 1;
        }
    }
    count
}

/// How many words of `these` are among `those`.
pub(super) fn shared(these: &BTreeMap<String, usize>, those: &BTreeMap<String, usize>) -> usize {
    these.iter().map(|(word, count)| those.get(word).map_or(0, |other| *count.min(other))).sum()
}

/// How many words there are.
pub(super) fn all(words: &BTreeMap<String, usize>) -> usize {
    words.values().sum()
}

/// `[words](target)` without the target.
fn without_targets(text: &str) -> String {
    let mut parts = text.split("](");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push(' ');
        kept.push_str(part.split_once(')').map_or(part, |(_, rest)| rest));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_often_as_they_stand_and_link_targets_are_none() {
        let ours = words("The ministry counted 3 accounts. The ministry");
        let theirs = words("**The** [ministry](https://example.org/the) counted\n\nhttps://example.org/x 3");
        assert_eq!((all(&ours), all(&theirs)), (7, 4));
        assert_eq!(shared(&ours, &theirs), 4);
        assert_eq!(shared(&theirs, &ours), 4);
    }
}
