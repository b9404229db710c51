//! Whether two names stand for one party. A company and its lab are two; a company and its full legal name are one.

/// Words that say what kind of body it is, not which.
const FORMS: [&str; 24] = [
    "the",
    "ltd",
    "limited",
    "inc",
    "corp",
    "corporation",
    "co",
    "company",
    "llc",
    "plc",
    "ag",
    "gmbh",
    "sa",
    "holding",
    "holdings",
    "group",
    "pbc",
    "ai",
    "lab",
    "labs",
    "laboratory",
    "research",
    "unit",
    "team",
];

/// Words that make a name that of a part of something larger.
const PARTS: [&str; 7] = ["lab", "labs", "laboratory", "unit", "team", "division", "subsidiary"];

struct Reading {
    owner: Vec<String>,
    head: Vec<String>,
    is_part: bool,
}

fn read(name: &str) -> Reading {
    let name = name.replace('’', "'");
    let (owner, head) = match name.split_once("'s ").or_else(|| name.split_once("s' ")) {
        Some((owner, head)) => (owner, head),
        None => ("", name.as_str()),
    };
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let which = |text: &str| -> Vec<String> {
        let all = words(text);
        let kept: Vec<String> = all.iter().filter(|word| !FORMS.contains(&word.as_str())).cloned().collect();
        if kept.is_empty() { all } else { kept }
    };
    let is_part = !owner.is_empty() || words(head).iter().any(|word| PARTS.contains(&word.as_str()));
    let mut head = which(head);
    // "Meridian Works'" loses its s to the possessive, "Halden's" at the end of a name its own.
    if let Some(last) = head.last_mut()
        && let Some(stem) = last.strip_suffix("'s")
    {
        *last = stem.to_owned();
    }
    Reading { owner: which(owner).into_iter().filter(|word| !word.is_empty()).collect(), head, is_part }
}

/// Whether `a` and `b` name one party.
pub(crate) fn same(a: &str, b: &str) -> bool {
    let (a, b) = (read(a), read(b));
    if a.head.is_empty() || b.head.is_empty() {
        return false;
    }
    if a.head == b.head {
        return a.owner.is_empty() || b.owner.is_empty() || begins(&a.owner, &b.owner) || begins(&b.owner, &a.owner);
    }
    if a.is_part != b.is_part {
        // "Tern lab" and "Meridian Tern": the short name ends the long one.
        let (part, whole) = if a.is_part { (&a, &b) } else { (&b, &a) };
        return whole.head.len() > part.head.len() && whole.head.ends_with(&part.head);
    }
    begins(&a.head, &b.head) || begins(&b.head, &a.head)
}

fn begins(long: &[String], short: &[String]) -> bool {
    long.len() >= short.len() && long.iter().zip(short).all(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lab_is_not_its_parent_and_a_legal_name_is_its_company() {
        let check = |a: &str, b: &str, expect: bool| {
            assert_eq!(same(a, b), expect, "{a} / {b}");
            assert_eq!(same(b, a), expect, "{b} / {a}");
        };
        check("Meridian Works", "Meridian Works Ltd", true);
        check("Meridian", "Meridian Works Group Holding Ltd.", true);
        check("the Meridian Works", "Meridian Works", true);
        check("Meridian's Tern lab", "Meridian Works' Tern AI lab", true);
        check("Meridian’s Tern lab", "Tern", true);
        check("Meridian's Tern lab", "Meridian Tern", true);
        check("Meridian's Tern lab", "Meridian Works", false);
        check("Tern lab", "Meridian Works", false);
        check("Meridian Works", "Halden", false);
        check("Meridian's Tern lab", "Halden's Tern lab", false);
    }
}
