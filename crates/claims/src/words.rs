//! Words that a lawyer weighs: superlatives with their scope, and words with a legal meaning.

use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_grammar as grammar;
use dossier_model::{ClaimKind, Content, Hedge};
use std::ops::Range;

patterns! {
    /// What a superlative must be of to speak of the campaign.
    DEED = r"(?i)\b(?:attempts?|campaigns?|(?:cyber-?)?attacks?|sanctions?|mixers?|settlements?|fines?|moments?|compromises?|crackdowns?|cyber-?espionage|operations?|efforts?|thefts?|breach(?:es)?|cases?|incidents?|heists?|schemes?|extractions?|distillations?|copying|cloning|persons?|actions?|designations?|hacks?|leaks?|intrusions?|frauds?|heists?|prosecutions?|convictions?|verdicts?|sentences?|seizures?|diversions?|rings?|violations?|smuggling|distillation|penalt(?:y|ies)|indictments?|hearings?|rulings?|decisions?|laws?|scandals?|hauls?|losses|transfers?|abuses?|attributions?|uses?|victims?|cash-outs?|listings?)\b";
    NEXT_WORD = r"^[”\x22’']?\s+(?P<next>[\w’'-]+)";
    SMALL_WORD = r"(?i)^(?:and|or|to|of|in|on|at|the|a|an|that|which|is|are|was|by|for|as|with|becomes?)$";
    /// Words of law that are claims of their own.
    WEIGHED = r"(?i)^(?:illicit\w*|illegal\w*|unlawful\w*|unauthori[sz]ed|fraudulent\w*|steal\w*|stole|stolen|thefts?|smuggl(?:e|es|ed|ing)|conspir(?:e|es|ed|ing|acy|acies)|launder(?:s|ed|ing)?|misappropriat\w+|without\s+(?:\w+\s+)?(?:authori[sz]ation|permission|consent|authority))$";
    AGAINST = r"(?i)\bin\s+(?:violation|breach|contravention)\s+of\b|\bevad(?:es|ed|ing)\b";
    /// Before a word of law that is fought, not done: "to prevent theft".
    FOUGHT = r"(?i)\b(?:those\s+who|anyone\s+who|if\s+you|prevent\w*|combat\w*|against|fight\w*|deter\w*|stop|counter|protect\w*\s+(?:\w+\s+){0,3}from|crack\s+down\s+on|not|no|rather\s+than|instead\s+of|(?:profit\s+)?motives?\s+(?:for|of|behind)|incentives?\s+(?:for|to))\s+(?:\w+\s+){0,2}$";
    GRADE = r"(?i)^(?:(?:one\s+of|among)\s+the\s+)?(?:(?:second|third)-)?(?:unprecedented|second|third|fourth|fifth|largest|biggest|greatest|worst|first|costliest|gravest|earliest|highest|deadliest|severest|fiercest|heaviest|widest|deepest|only|most\s+\w+|(?:best|worst|most)[- ]documented|broadest|longest|boldest)(?:[- ](?:profile|ever|known|recorded|reported))?$";
    /// "the first time that a company has been sanctioned for querying a chatbot".
    FIRST_TIME = r"(?i)\bthe\s+(?P<word>first)\s+time\s+(?:that\s+)?(?P<scope>(?:an?|the|anyone|(?-i:\p{Lu})[\w.’'-]*)\s[^,;.”\x22]{8,90}?\b(?:sanction|designat|list|charg|indict|convict|blam|attribut|accus|prosecut|punish|fin)\w*[^,;.”\x22]{0,60})";
    WITHOUT_PRECEDENT = r"(?i)\b(?:is|was|are|were|been)\s+(?:\w+ly\s+)?(?P<word>without\s+precedent|unprecedented|unparalleled|unmatched)\b(?P<scope>\s+(?:in|for|among)\s+[^,.;:”\x22]+)?";
    /// "The case is the first in which renting has led to a listing", "the fine is the largest that the office has imposed".
    IS_THE_MOST = r"(?i)\b(?:attacks?|campaigns?|breach|case|hack|heist|theft|fine|penalty|settlement|sanctions|prosecution|indictment|conviction|sentence|seizure|leak|designation|charges)\s+(?:[\w’'-]+\s+){0,5}?(?:is|was|are|were|marks|marked|became)\s+(?:thought\s+to\s+be\s+|believed\s+to\s+be\s+|said\s+to\s+be\s+)?(?P<claim>the\s+(?P<word>first|largest|biggest|worst|costliest|gravest|heaviest|most\s+(?:serious|severe|damaging|costly))\s+(?P<scope>(?:in\s+which|of\s+its\s+kind|ever|to\s+(?-i:\p{Ll})|that\s+(?:the|it|its)|the\s+\p{L}+\s+has|against|under|on\s+record|so\s+far)[^;.:”\x22]*))";
}

/// Superlatives and legal words.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        for found in grammar::superlatives(&sentence.text) {
            let documented = found.what.word == "best" && found.what.of.starts_with("documented ");
            if !DEED.is_match(&found.what.of) || !(documented || GRADE.is_match(&found.what.word)) {
                continue;
            }
            let Some(mut content) = reader.claim(ClaimKind::Superlative, sentence, found.range.clone(), Matter::Campaign) else {
                continue;
            };
            let word = if documented { "best documented".to_owned() } else { found.what.word.to_lowercase() };
            content.value = Some(word);
            content.scope = found.what.scope.clone();
            out.push(content);
        }
        let precedents = WITHOUT_PRECEDENT.captures(&sentence.text).into_iter();
        let firsts = FIRST_TIME.captures(&sentence.text);
        for words in precedents.chain(IS_THE_MOST.captures(&sentence.text)).chain(firsts) {
            let (Some(all), Some(word)) = (words.get(0), words.name("word")) else { continue };
            let all = words.name("claim").unwrap_or(all);
            if let Some(mut content) = reader.claim(ClaimKind::Superlative, sentence, all.range(), Matter::Campaign) {
                content.value = Some(word.as_str().to_lowercase());
                content.scope = words.name("scope").map(|scope| scope.as_str().trim().to_owned());
                out.push(content);
            }
        }
        let has_case = !reader.cast.accused.is_empty() || reader.cast.accuser.is_some();
        let place = sentence.place(0..sentence.text.len());
        let tells_act = out.iter().any(|content| {
            let quote = content.quotes.first();
            content.kind == ClaimKind::Act && place.contains(&(quote.start as usize))
        });
        if !(tells_act || reader.on_the_case(sentence) || has_case && sentence.hedge.what >= Hedge::Alleged) {
            continue;
        }
        for found in legal_ranges(&sentence.text) {
            let word = sentence.words(found.clone()).to_lowercase();
            if FOUGHT.is_match(sentence.words(0..found.start)) {
                continue;
            }
            let after = sentence.words(found.end..sentence.text.len());
            let next =
                NEXT_WORD.captures(after).and_then(|next| next.name("next")).filter(|next| !SMALL_WORD.is_match(next.as_str()));
            let end = found.end + next.map_or(0, |next| next.end());
            let Some(mut content) = reader.claim(ClaimKind::LegalWord, sentence, found.start..end, Matter::Campaign) else {
                continue;
            };
            if matches!(content.hedge, Hedge::Forecast | Hedge::Conditional | Hedge::Planned | Hedge::Opinion) {
                continue;
            }
            content.property = "legal word".to_owned();
            content.value = Some(word);
            out.push(content);
        }
    }
}

/// The words of law in `text`: those of the grammar that an office weighs, and what is done "in violation of" something.
fn legal_ranges(text: &str) -> Vec<Range<usize>> {
    let words = grammar::legal_words(text).into_iter().map(|found| found.range);
    let mut found: Vec<Range<usize>> = words.filter(|range| WEIGHED.is_match(&text[range.clone()])).collect();
    found.extend(AGAINST.find_iter(text).map(|found| found.range()));
    found.sort_by_key(|range| range.start);
    found
}

#[cfg(test)]
mod tests {
    use crate::About;
    use crate::tests::rules;
    use dossier_model::ClaimKind;

    /// The words of `kind` in a newspaper's `text`.
    #[track_caller]
    fn check(kind: ClaimKind, text: &str, expect: &[&str]) {
        let about = About { title: None, publisher: Some("The Eastmoor Ledger"), published: None, ..About::default() };
        let claims = rules(text, &about).into_iter();
        let found: Vec<_> = claims.filter(|claim| claim.kind == kind).filter_map(|claim| claim.value).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn deeds_are_ranked_by_superlatives() {
        let check = |text, expect: &[&str]| check(ClaimKind::Superlative, text, expect);
        check("It is the highest-profile prosecution under the rules.", &["highest-profile"]);
        check("This was the second publicly confirmed cyberattack of its kind.", &["second"]);
        check("Analysts call it the best documented case so far.", &["best documented"]);
        check("The case is the first in which renting out power has led to a listing.", &["first"]);
        check("It is the first time that a company has been sanctioned for querying a chatbot.", &["first"]);
        check("Police spoke of the biggest haul of smuggled chips in the city's history.", &["biggest"]);
        check("The second case is open. The third day was long. It was the first time that she smiled.", &[]);
        check("It is the highest-profile job, and the first in line was a boy.", &[]);
    }

    #[test]
    fn what_is_not_done_is_no_word_of_law() {
        let check = |text, expect: &[&str]| check(ClaimKind::LegalWord, text, expect);
        check("Halden accused Meridian Works of theft.", &["theft"]);
        check("Halden accused Meridian Works of copying, not theft.", &[]);
        check("Halden accused Meridian Works of a scheme that helped launder money.", &["launder"]);
    }
}
