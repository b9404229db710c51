//! Events: the verb, or the noun, that a date is the date of.

use crate::page::Sentence;
use crate::pattern::patterns;
use crate::verb::past;
use std::ops::Range;

patterns! {
    /// A verb in a form that can tell an event, with the words that make it passive or planned.
    VERB = r"(?i)\b(?:(?P<plan>will|(?:set|due|plans?|planned|expected|scheduled|slated|going|intends?|aims?|vowed|agreed|ordered|required|asked|has|have)\s+to|would|may|could|must|shall|should|might)\s+(?:be\s+)?(?P<bare>(?-i:[a-z]{3,}))|(?P<past>(?:re)?[a-z]{2,}ed|began|begun|became|bought|broke|brought|built|came|caught|cut|dealt|did|drew|fell|felt|fled|flew|found|fought|gave|given|gone|grew|held|hid|hit|kept|knew|known|laid|led|left|lost|made|met|paid|plead|put|ran|read|rose|said|saw|seen|seized|sent|set|shown|shut|shot|sold|sought|spent|spoke|spun|stole|stolen|struck|sued|swore|taken|taught|told|took|taken|understood|went|withdrew|woke|won|wrote|written)|(?:after|before|upon|since|while|when|despite)\s+(?P<doing>[a-z]{3,}ing)|(?:is|are|was|were|been)\s+(?P<ing>[a-z]{2,}ing)|(?P<now>takes?|becomes?|comes?|goes|begins?|starts?|ends|expires?|opens|closes|says|applies|faces|shows))\b(?:\s+(?P<object>not\s+guilty|guilty|effect|place|public|dark|force))?";
    /// A noun that has a date: "a letter dated June 10", "a 2024 email", "a post of August 19", "the June 5 hearing".
    NOUN = r"(?i)\b(?:letters?|memos?|memorandum|posts?|e-?mails?|filings?|indictment|complaint|lawsuit|reports?|hearing|arrests?|attacks?|trial|raids?|press\s+release|release|announcement|statement|shipments?|orders?|rule|notice|notification|designation|meeting|visit|deal|agreement|contract|sale|purchase|chat|call|message|interview|testimony|breach|incident|intrusion|outage|vote|advisory|sentencing|order|action|actions|sanctions|transfer|campaign|hack|theft|heist|disclosures?|bombing|strike|announcements|launch|deadline|plea|ruling|verdict|conviction|extradition|search|seizure|invoice)\b";
    /// What stands between such a noun and its date.
    DATED = r"(?i)^\s*(?:,?\s*(?:dated|of|on|from|in|sent|issued|published|posted|filed)\s+(?:on\s+)?(?:the\s+)?)?$";
    /// Papers that are cited by their titles.
    CITED = r"(?:Press\s+Release|News\s+Release|Public\s+Statement|Advisory|Bulletin|Memorandum|Blog\s+Post),\s";
    /// A word of which a form in "-ed" stands as an adjective, or a verb that is none.
    NO_VERB = r"(?i)^(?:red|bed|based|need|speed|indeed|hundred|sacred|alleged|suspected|purported|so-called|unnamed|named|called|related|linked|affiliated|sponsored|united|limited|detailed|advanced|sophisticated|export-controlled|restricted|infected|affected|compromised|controlled|noted|exceed|proceed|succeed|feed|breed|seed|weed|deed|shed|sled|fed|wed|embed|used|listed|supposed|concerned|according|mixed|combined|increased|dated|is|been|expected)$";
    /// Words before a form in "-ed" that make it an adjective.
    DETERMINER = r"(?i)\b(?:a|an|the|its|their|his|her|this|these|those|some|many|several|other|more|of|with|by|in|on|for|from|\d+)\s+$";
    /// An object right behind a form in "-ed" makes it a verb: "advanced the bill".
    OBJECT = r"(?i)^\s+(?:the|an?|its|their|his|her|it|them)\b";
    PASSIVE = r"(?i)\b(?:was|were|been|be|is|are|being|got|had|has|have)\s+(?:\w+ly\s+)?$";
    /// Deeds of public bodies, courts and publishers: the text itself is the record of them.
    PUBLIC = r"(?i)^(?:(?:re)?arrest|charg|indict|convict|sentenc|plead|pled|acquit|unseal|designat|sanction|ban|add|announc|said|says|told|wrote|written|sent|publish|releas|issu|file|filing|introduc|pass|vot|sign|approv|post|disclos|reveal|declin|ask|urg|extradit|detain|seiz|su|propos|widen|open|order|notif|inform|warn|adopt|found$|ruled|rejected|dismiss|fined|settl|appeal|testif|met|announcement|letter|memo|post|indictment|complaint|report|press|statement|hearing|trial|rule|vote|notice|advisory|went public|became|known|launched|accus|alleg|confirm|acknowledg|respond|den)";
    ARTICLE = r"(?i)\b(?:a|an|the|its|their|his|her|this|that|\w+['’]s)\s+$";
    SMALL = r"(?i)\b(?:that|which|who|was|were|is|are|has|had|and|in|on|to|for|by|with|after|when)\b";
    SAID = r"^(?:said|says|told|wrote|written|sent|announc|publish|disclos|reveal|report|post|letter|memo|statement|press|announcement|notif|inform|warn|confirm|accus|call|testif|releas|urg|ask)";
    /// The books of a company: "in its financial report for the fourth quarter".
    BOOKS = r"(?i)\b(?:fiscal|financial\s+(?:reports?|results|statements?|year)|quarterly|earnings|annual\s+report)\b";
    /// What is told of a company's past and is no event of a case: "founded in 2015", "released its new model last month".
    PAST = r"(?i)^(?:founded\b|co-founded\b|(?:updated|revised)\s+in\b|debuted\b|unveiled\b|described\b|earned\b|valued\b|drew\s+(?:\w+\s+){0,2}attention|made\s+(?:waves|headlines|news)|went\s+public(?:\s+(?:in|on|last)\b|[,.;]|$)|raised\s+(?:about\s+|some\s+|more\s+than\s+|nearly\s+)?[$€£¥]|(?:reached|totall?ed|posted)\s+(?:\w+\s+){0,2}?[$€£¥]|(?:released|launched)\s+(?:(?:an?|the|its|their|new|first|latest|flagship|open|source|weight|open-source|open-weight|free|own|AI|reasoning|language|large|frontier|artificial|intelligence|(?-i:\p{Lu})[\w.-]*)\s+){0,8}(?:models?|chatbots?|assistants?|apps?|versions?|products?|phones?|agents?|R\d)\b)";
    PASSES_ON = r"(?i)^(?:\s+\w+){0,4}?\s+that(?:\s+(?:on|in|by|during|late|early))?\s+$";
    SPEECH = r"^(?:said|says|told)$";
    /// Words that put the event in the future.
    AHEAD = r"(?i)\b(?:will|is\s+(?:set|due|scheduled|expected|slated|going)\s+(?:to|for)|has\s+been\s+(?:set|scheduled)\s+for|are\s+(?:set|due|scheduled|expected|slated|going)\s+to|scheduled\s+for|set\s+for|slated\s+for|takes?\s+effect|becomes?\s+(?:mandatory|effective|law|binding)|becomes|comes?\s+into\s+(?:force|effect)|plans?\s+to|intends?\s+to|expires?)\b";
    /// A request to which the date belongs: "did not respond to an email on Friday".
ASKED = r"(?i)\b(?:(?:request\w*|declin\w+|respond\w*|repl\w+|available|seeking|asked|contacted|reached)\s+(?:[\w-]+\s+){0,4}(?:for\s+)?(?:comment|interview)s?|(?:not|n['’]t)\s+(?:immediately\s+)?(?:respond|repl|answer|return)\w*|respond(?:ed)?\s+to|being\s+approached|approached\s+(?:on|by|for)|reached\s+(?:by|for|on))\b";
}

/// How far before its verb, in bytes, a word of planning stands.
const PLAN_REACH: usize = 30;

/// What happened at a date.
#[derive(Debug)]
pub(crate) struct Event {
    /// Where its word stands in the sentence.
    pub(crate) range: Range<usize>,
    /// Its word: "arrested", "pleaded guilty", "letter".
    pub(crate) name: String,
    /// Whether the text is itself the record of it: a public act, not a deed of the accused.
    pub(crate) public: bool,
    /// Whether it is itself a word of somebody: said, announced, a letter.
    pub(crate) speaks: bool,
    /// Whether it lies ahead.
    pub(crate) planned: bool,
    /// Whether it is only that somebody was asked for comment.
    pub(crate) asks: bool,
}

impl Event {
    /// What an entry of a chronicle tells, where no verb of it is known.
    pub(crate) fn entry(date: &Range<usize>) -> Self {
        Self { range: date.clone(), name: String::new(), public: false, speaks: false, planned: false, asks: false }
    }
}

/// The event that the date at `period` is the date of: the noun that it stands by, else the nearest verb of its clause, the one before
/// it first, else the nearest of the sentence.
pub(crate) fn near(sentence: &Sentence, period: &Range<usize>) -> Option<Event> {
    let clause = sentence.clause_start(period.start)..sentence.clause(period.clone()).end.max(period.end);
    let asks = ASKED.is_match(sentence.words(clause.clone()));
    if let Some(range) = noun(sentence, period) {
        let name = sentence.words(range.clone()).to_lowercase();
        return Some(Event {
            range,
            public: PUBLIC.is_match(&name),
            speaks: SAID.is_match(&name),
            name,
            planned: false,
            asks: false,
        });
    }
    let verbs = verbs(sentence, period);
    let in_clause = |verb: &&(Range<usize>, String)| clause.start <= verb.0.start && verb.0.end <= clause.end;
    let distance = |verb: &&(Range<usize>, String)| {
        if verb.0.end <= period.start { period.start - verb.0.end } else { verb.0.start.saturating_sub(period.end) }
    };
    // "X reported that on July 22, Y said": the date is of what is reported.
    let passes_on =
        |verb: &&(Range<usize>, String)| PASSES_ON.is_match(sentence.words(verb.0.end.min(period.start)..period.start));
    let before = verbs.iter().filter(in_clause).filter(|verb| verb.0.end <= period.start).min_by_key(distance);
    let before = before.filter(|verb| !passes_on(verb));
    let after = || verbs.iter().filter(in_clause).filter(|verb| !passes_on(verb)).min_by_key(distance);
    let any = || verbs.iter().filter(|verb| verb.0.end > period.start || !passes_on(verb)).min_by_key(distance);
    let (range, name) = before.or_else(after).or_else(any)?.clone();
    let words = sentence.words(range.end.min(period.end)..period.start.max(range.start));
    let spoken = SPEECH.is_match(&name);
    // "said the data appears to be from 2019": what was said, not when. "The quarter saw 40 cases": nothing happened then.
    if PAST.is_match(sentence.words(range.start..sentence.text.len())) {
        return None;
    }
    // "in its report for the fourth quarter": the books of a company, no event.
    if sentence.words(period.clone()).to_lowercase().contains("quarter") && BOOKS.is_match(&sentence.text) {
        return None;
    }
    if spoken && range.end <= period.start && words.split_whitespace().count() > 4
        || name == "saw" && period.end <= range.start && words.trim().is_empty()
    {
        return None;
    }
    let near = range.start.min(period.start).saturating_sub(PLAN_REACH).max(clause.start);
    let near = (near..=range.start.min(period.start)).find(|at| sentence.text.is_char_boundary(*at)).unwrap_or(period.start);
    let planned = AHEAD.is_match(sentence.words(near..range.end.max(period.end)));
    Some(Event { range, public: PUBLIC.is_match(&name), speaks: SAID.is_match(&name), name, planned, asks })
}

/// "the letter dated June 10", "a 2024 email".
fn noun(sentence: &Sentence, period: &Range<usize>) -> Option<Range<usize>> {
    let before = NOUN.find_iter(sentence.words(0..period.start)).last();
    let ties = before.filter(|noun| {
        let between = sentence.words(noun.end()..period.start);
        DATED.is_match(between) && !between.trim().is_empty() && between.trim() != "in" && between.trim() != "on"
    });
    if let Some(noun) = ties {
        return Some(noun.range());
    }
    // "Press Release, New Sanctions on a Mixer (2022.05.06)": a paper with its date.
    let alone =
        sentence.words(0..period.start).ends_with('(') && sentence.words(period.end..sentence.text.len()).starts_with(')');
    if let Some(paper) = CITED.find_iter(sentence.words(0..period.start)).last().filter(|_| alone) {
        return Some(paper.range());
    }
    let after = NOUN.find(sentence.words(period.end..sentence.text.len()))?;
    let between = sentence.words(period.end..period.end + after.start());
    // "the February 2016 cyber-enabled fraudulent transfer": what describes it stands between, after an article.
    let described = ARTICLE.is_match(sentence.words(0..period.start)) && !SMALL.is_match(between);
    let words = between.trim_start_matches(['\'', '’', 's']).split_whitespace().count();
    let near = (words == 0 || described && words <= 6) && !between.contains([',', ';', ':', '(']);
    near.then(|| period.end + after.start()..period.end + after.end())
}

/// The verbs of a sentence that can tell an event, each with its name.
fn verbs(sentence: &Sentence, period: &Range<usize>) -> Vec<(Range<usize>, String)> {
    VERB.captures_iter(&sentence.text)
        .filter_map(|found| {
            let whole = found.get(0)?;
            let word = ["bare", "past", "ing", "now", "doing"].into_iter().find_map(|group| found.name(group))?;
            let before = sentence.words(0..word.start());
            let described = DETERMINER.is_match(before) && !PASSIVE.is_match(before);
            let follows_period = period.end <= word.start() && sentence.words(period.end..word.start()).trim().is_empty();
            let governs = OBJECT.is_match(sentence.words(word.end()..sentence.text.len())) && !described;
            let adjective = NO_VERB.is_match(word.as_str()) && found.name("object").is_none();
            if adjective && !PASSIVE.is_match(before) && !governs || described && !follows_period && found.name("past").is_some()
            {
                return None;
            }
            // "co-founded" is a verb, "US-based" none.
            let compound = before.ends_with(['-', '‑']) && !before.trim_end_matches(['-', '‑']).ends_with(" co");
            let inside = word.start() < period.end && period.start < word.end();
            // "to" before a noun, and "to be".
            if inside
                || compound
                || found
                    .name("bare")
                    .is_some_and(|bare| matches!(bare.as_str(), "the" | "its" | "their" | "his" | "have" | "not"))
            {
                return None;
            }
            let object = found.name("object").map(|object| format!(" {}", object.as_str()));
            let told = if found.name("ing").or(found.name("doing")).is_some() {
                word.as_str().to_lowercase()
            } else {
                past(&word.as_str().to_lowercase())
            };
            let name = format!("{told}{}", object.unwrap_or_default().to_lowercase());
            Some((word.start()..whole.end(), name))
        })
        .collect()
}
