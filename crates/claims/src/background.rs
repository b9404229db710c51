//! What surrounds the campaign: sharing between companies, safety, terms of use, and what words mean.

use crate::document::{is_demonym, short_name};
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content};

patterns! {
    SHARES = r"(?i)\b(?:(?:have|has)\s+)?(?:formed\s+(?:a|an)\s+(?:[\w-]+\s+)?(?:coalition|alliance|group|partnership)|joined\s+forces|collaborated|teamed\s+up|partnered|agreed|are\s+(?:sharing|cooperating|working\s+together)|began|started)\s+(?:to\s+|on\s+)?(?P<what>(?:shar(?:e|ing))\s+[^;]+?)(?:,\s|[.;]|$)";
    SAFETY = r"(?i)\b(?:lack(?:s|ing)?|strip(?:s|ped|ping)?(?:\s+(?:away|out))?|without|bypass(?:es|ed|ing)?|remov(?:e|es|ed|ing)|carry\s+over|(?:un|not\s+)protected|missing)\s+(?:[\w-]+\s+){0,3}?(?:safety\s+(?:guardrails?|protections?|measures?|features?|training)|guardrails?|safeguards?|capabilities\s+into\s+military)\b";
    TERMS = r"(?i)\b(?:violat(?:e|es|ed|ing|ion\s+of)|breach(?:es|ed|ing)?(?:\s+of)?|against|forbid(?:s|den)?|prohibit(?:s|ed)?(?:\s+by|\s+under)?)\s+(?:[\w’'.]+\s+){0,4}?(?:terms\s+of\s+(?:use|service)|usage\s+polic(?:y|ies)|terms\s+and\s+conditions|user\s+agreements?)\b";
    /// "Adversarial distillation is a method where ...".
    MEANS = r"(?i)^(?P<term>(?:In\s+[\w\s]+,\s+)?(?:[‘'“\x22]?[\p{L}-]+[’'”\x22]?\s+){1,4}?)(?:is|are)\s+(?:a|an|usually\s+a|the)\s+(?:[\w-]+,?\s+){0,4}?(?:method|technique|practice|process|approach|form|type|malware|attack)\b(?P<rest>.*)$";
    WORKS = r"(?i)^(?P<term>(?:[\p{L}-]+\s+){1,3}?)works\s+by\s+(?P<rest>.+)$";
    /// "distillation, where developers train ...", "a practice called adversarial distillation—training ...".
    APPOSED = r"(?i)\b(?:(?:practice|technique|method|attack|process)(?:\s+is)?\s*[—,]?\s*(?:called|known\s+as)\s+(?P<term>[\p{L}-]+(?:\s+[\p{L}-]+){0,2}))\s*(?:—|,\s|$|\.)(?P<rest>[^—;]*)";
    WHERE = r"(?i)\b(?P<term>(?:(?:adversarial|model|knowledge)\s+)?[\p{L}-]+(?:tion|ing)),\s+(?:where|in\s+which)\s+(?P<rest>[^,;]+)";
}

/// Sharing, safety, terms and definitions.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences().filter(|sentence| !sentence.headline) {
        sharing(reader, sentence, out);
        stated(reader, sentence, &SAFETY, ClaimKind::Safety, "safety", out);
        stated(reader, sentence, &TERMS, ClaimKind::Terms, "terms of service", out);
        definitions(reader, sentence, out);
    }
}

/// "A, B and C have joined forces to share ...": the members are the subject.
fn sharing(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    let Some(found) = SHARES.captures(&sentence.text) else { return };
    let (Some(whole), Some(what)) = (found.get(0), found.name("what")) else { return };
    let mut members: Vec<String> = Vec::new();
    let mut start = whole.start();
    for name in sentence.names.iter().rev().filter(|name| name.range.end <= whole.start()) {
        let gap = sentence.words(name.range.end..start);
        let listed =
            gap.split_whitespace().all(|word| matches!(word.trim_matches(','), "and" | "" | "have" | "has" | "’s" | "'s"));
        if !listed {
            break;
        }
        start = name.range.start;
        // A parent before its company, "Parent Inc.'s Company", is not a member of its own.
        let owner = sentence
            .words(name.range.start..whole.start())
            .get(name.what.text.len()..)
            .is_some_and(|rest| rest.starts_with("'s ") || rest.starts_with("’s "));
        if !owner && !is_demonym(&name.what.text) {
            members.insert(0, member(&name.what.text));
        }
    }
    if members.len() < 2 {
        return;
    }
    let end = whole.start() + whole.as_str().trim_end_matches(['.', ',', ';', ' ']).len();
    let Some(mut content) = reader.claim(ClaimKind::Sharing, sentence, start..end, Matter::Record) else { return };
    content.subject = members.join(", ");
    content.property = "information sharing".to_owned();
    content.value = Some(what.as_str().trim().to_owned());
    out.push(content);
}

/// The company of "Parent Inc.'s Company".
fn member(name: &str) -> String {
    let own = name.rsplit_once("'s ").or_else(|| name.rsplit_once("’s ")).map_or(name, |(_, own)| own);
    short_name(own)
}

/// A clause that says something of `kind`, on whatever the clause is about.
fn stated(
    reader: &Reader<'_, '_>,
    sentence: &Sentence,
    pattern: &regex::Regex,
    kind: ClaimKind,
    property: &str,
    out: &mut Vec<Content>,
) {
    for found in pattern.find_iter(&sentence.text).take(1) {
        let Some(mut content) = reader.claim(kind, sentence, sentence.clause(found.range()), Matter::Told) else { continue };
        content.property = property.to_owned();
        content.value = Some(found.as_str().to_owned());
        out.push(content);
    }
}

fn definitions(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for pattern in [&*MEANS, &*WORKS, &*APPOSED, &*WHERE] {
        let Some(found) = pattern.captures(&sentence.text) else { continue };
        let (Some(whole), Some(term)) = (found.get(0), found.name("term")) else { continue };
        let rest = found
            .name("rest")
            .map_or("", |rest| rest.as_str().trim())
            .trim_start_matches("where ")
            .trim_start_matches("in which ");
        if rest.split_whitespace().count() < 3 {
            continue;
        }
        let term = term.as_str().trim().trim_matches(['“', '”', '"', '\'', '‘', '’']).to_owned();
        if term
            .to_lowercase()
            .split_whitespace()
            .any(|word| matches!(word, "this" | "it" | "that" | "there" | "he" | "she" | "these" | "they"))
        {
            continue;
        }
        let end = whole.start() + whole.as_str().trim_end_matches(['.', ' ']).len();
        let Some(mut content) = reader.claim(ClaimKind::Definition, sentence, whole.start()..end, Matter::Told) else { continue };
        content.subject = term.to_lowercase();
        content.value = Some(if rest.is_empty() {
            whole.as_str().trim_end_matches('.').to_owned()
        } else {
            rest.trim_end_matches('.').to_owned()
        });
        out.push(content);
        return;
    }
}
