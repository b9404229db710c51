//! Judgements: what a text, or somebody whom it quotes, finds of the matter. A judging word as predicate, a verb by which a thing
//! shows what is thought of it, a comparison that is no figure.

use crate::page::Sentence;
use crate::pattern::patterns;
use crate::subject::subject;
use regex::Regex;
use std::ops::Range;

/// A longer judgement is cut to its clause.
const LIMIT: usize = 260;

patterns! {
    /// "The window to act is narrow", "their case looks thin".
    IS_JUDGED = r"(?ix)\b(?:(?:is|are|was|were)(?:n[’'])t|is|are|was|were|remains?|look(?:s|ed)?|seem(?:s|ed)?|appear(?:s|ed)?|sound(?:s|ed)?|feels?|felt|becomes?|has\s+become|have\s+become|proved|proves|(?:it|that|they|he|she|there|what)[’'](?:s|re))\s+
        (?:(?:not\s+only|still|also|now|only|both|always|never|not|very|too|so|quite|rather|somewhat|deeply|particularly|especially|highly|extremely|truly|simply|clearly|hardly|increasingly|all\s+the\s+more|itself|far\s+from|far|even|well|profoundly|equally|uniquely|wholly|frankly|politically|morally|just\s+as|more|less|most|suddenly|likely|probably|strategically|surprisingly)\s+)*(?:[\p{L}-]+\s+and\s+(?:likely\s+|also\s+|more\s+)?)?
        (?:subtle|vague|patchy|unreliable|ambitious|brutal|devastating|contested|under-?resourced|under-?funded|under-?staffed|incentivi[sz]ed|ambiguous|opaque|uncertain|staggering|astonishing|shocking|damning|baffling|puzzling|humiliating|embarrassing|painful|ruthless|sloppy|lax|decisive|pivotal|existential|irreversible|lopsided|one-sided|narrow|narrowing|thin|flimsy|weak|weaker|shaky|crucial|vital|essential|imperative|paramount|important|significant|noteworthy|notable|remarkable|striking|stunning|alarming|worrying|worrisome|troubling|concerning|disturbing|chilling|sobering|ominous|dangerous|perilous|reckless|grave|severe|inevitable|limited|legitimate|justified|unjustified|unusual|telling|stark|ironic|hypocritical|misleading|absurd|laughable|ridiculous|flawed|fragile|porous|leaky|toothless|futile|harmless|innocuous|reasonable|unreasonable|understandable|rare|interesting|intriguing|fascinating|curious|odd|strange|suspicious|murky|blurry|fuzzy|thorny|messy|complicated|tricky|sneakier|clever|brazen|audacious|impressive|unimpressive|disappointing|encouraging|welcome|insufficient|inadequate|incomplete|ineffective|counterproductive|self-defeating|short-sighted|premature|plausible|implausible|credible|convincing|unconvincing|questionable|debatable|dubious|doubtful|overdue|outdated|obsolete|unsustainable|untenable|unacceptable|intolerable|indefensible|inexcusable|unfair|unwise|wise|foolish|naive|cynical|bleak|grim|dire|mixed|limitless|considerable|profound|far-reaching|enormous|immense|consequential|overblown|modest|cold\s+comfort|anyone[’']s\s+guess|obvious|undeniable|unmistakable|impossible\s+to\s+(?:ignore|overstate)|nothing\s+new|no\s+surprise|hardly\s+surprising|unsurprising|surprising|wrong|misplaced|misguided|sensible|prudent|large|at\s+(?:risk|stake|odds)|real|high|urgent|steep|over|in\s+doubt|here\s+to\s+stay|out\s+of\s+reach|on\s+the\s+line|in\s+its\s+infancy|legal|illegal|lawful|unlawful|unethical|(?:urgently|badly|sorely|desperately)\s+needed)\b";
    /// "is a stark warning", "is a somewhat loaded position", "are examples of the threat".
    IS_A = r"(?ix)(?:\b(?:(?:is|are|was|were)(?:n[’'])t|continues?\s+to\s+be|is|are|was|were|remains?|represents?|amounts?\s+to|constitutes?|becomes?|makes?\s+for|serves?\s+as|stands?\s+as|offers?|would\s+be)|\b(?:it|that|he|she|there|what)[’']s)\s+
        (?:(?:also|only|not|just|still|now|perhaps|probably|clearly|yet|but|hardly|effectively|essentially|really|always|never|simply)\s+)*
        (?:
            (?:an?|the|no|both\s+an?|part\s+of\s+an?|yet\s+another|another)\s+(?:(?:very|rather|quite|somewhat|deeply|truly|particularly|widely\s+\w+\s+and|increasingly|highly|hugely|really)\s+)*
            (?:stark|sobering|loaded|thorny|sharp|strong|stronger|weak|weaker|clear|grave|serious|real|striking|remarkable|notable|crucial|critical\s+(?:moment|step|test|part|question)|dangerous|difficult|tough|delicate|legitimate|vague|fair|bold|bitter|painful|welcome|hollow|cynical|cautionary|chilling|familiar|classic|perfect|prime|textbook|huge|massive|major|big|good|bad|better|worse|poor|wise|foolish|key\s+(?:moment|test|question|step)|strange|odd|curious|clumsy|desperate|symbolic|modest|useful|important|significant|troubling|worrying|alarming|disturbing|fundamental|profound|pressing|rare|false|slippery|grey|gray)
            \s+(?:[\p{L}’'-]+\s+){0,2}?[\p{L}-]+
          | (?:an?|the|no|another|part\s+of\s+an?)\s+(?:[\p{L}’'-]+\s+){0,2}?(?:wake-up\s+call|warning(?:\s+(?:to|that|for|sign|shot))?|reminder|window\s+into|stranger\s+to|game[- ]changer|watershed|milestone|turning\s+point|tipping\s+point|double-edged\s+sword|blow\s+to|boon\s+(?:to|for)|gift\s+to|setback|headache|nightmare|embarrassment|burden\s+on|mystery|irony|paradox|dilemma|gamble|mistake|folly|farce|myth|fig\s+leaf|red\s+flag|wild\s+west|arms\s+race|cat-and-mouse(?:\s+game)?|whack-a-mole|matter\s+of\s+time|tip\s+of\s+the\s+iceberg|drop\s+in\s+the\s+(?:ocean|bucket)|step\s+(?:forward|backward|back|too\s+far|in\s+the\s+right\s+direction)|long\s+shot|threat\s+to\s+(?:us|all|everyone|national|democracy|the)|challenge\s+(?:to|for)|concern\s+(?:to|for)|sign\s+(?:that|of)|symptom\s+of|test\s+(?:of|for)|template\s+for|blueprint\s+for|recipe\s+for|cause\s+for\s+(?:concern|alarm)|picture\s+of|reflection\s+of|product\s+of|reason\s+to|nonstarter|non-starter)
          | (?:examples?\s+of|proof\s+(?:of|that)|evidence\s+of\s+how|cause\s+for\s+(?:concern|alarm)|lobbying|theatre|theater|hypocrisy|bad\s+news|good\s+news|cold\s+comfort|little\s+comfort|part\s+of\s+(?:a|the)\s+(?:broader|wider|larger|growing|thorny)\s+(?:[\p{L}-]+\s+){0,2}?(?:patterns?|trends?|struggle|rivalry|contest|fight|battle|debate|set|problem|story|picture|war|shift|push|race)|like\s+(?:an?\s|[\p{L}-]+ing\s)|one\s+of\s+the\s+(?:biggest|greatest|worst|gravest|most\s+(?:[\p{L}-]+\s+and\s+(?:most\s+)?)?(?:significant|important|active|persistent|serious|dangerous|pressing|consequential|remarkable|striking|urgent|powerful|notable|worrying|alarming))|long\s+shots|no\s+longer\s+(?:enough|viable|safe|just)|not\s+enough|not\s+just\s+(?:an?|about)|what\s+matters|likely\s+(?:why|because|owing|due)|(?:better|best)\s+(?:described|understood|seen|read)|(?:growing|increasing)\s+in\s+\w+|growing\s+(?:more|bolder)|evolving\s+(?:rapidly|fast)|(?:far\s+|much\s+)?(?:bigger|worse|better|smaller|graver|subtler|weaker|stronger|easier|harder|cheaper|more\s+[\p{L}-]+|less\s+[\p{L}-]+)\s+than|critical\s+(?:to|for|that)|key\s+to|central\s+to)
        )\b";
    /// A thing that shows: "the case highlights", "the breach raises questions".
    SHOWS = r"(?ix)\b(?:raises?\s+the\s+(?:prospect|possibility)|plays?\s+an?\s+(?:vital|key|crucial|central|important|critical|major)\s+(?:role|part)|reveals?\s+(?:[\p{L}’']+\s+){0,3}?(?:priorit(?:y|ies)|ambitions?|weakness(?:es)?|limits|gaps?)|cross(?:es|ed)?\s+(?:into|a\s+line)|exists?\s+in\s+a\s+(?:legal\s+)?gr[ae]y|(?:has|have)(?:n[’']t|\s+not)\s+(?:caught|kept)\s+up|do(?:es)?\s+not\s+serve|(?:has|have)\s+been\s+caught\s+(?:in|between)|tells?\s+(?:its|their)\s+own\s+story|highlights?|underscores?|underlines?|illustrates?|exemplif(?:y|ies)|demonstrates?\s+(?:how|that|the)|reflects?\s+(?:a|an|the|how|growing)|raises?\s+(?:[\w-]+\s+){0,3}?(?:questions?|doubts?|concerns?\s+about|the\s+(?:question|spectre|stakes))|marks?\s+(?:an?\s+)(?:[\w-]+\s+)?(?:shift|escalation|departure|turning\s+point|change|milestone|break|reversal|new)|signals?\s+(?:an?|the|that|how)|speaks?\s+(?:volumes|to)|calls?\s+into\s+question|cast(?:s)?\s+doubt|cuts?\s+against|go(?:es)?\s+against|sits?\s+uneasily|fl(?:y|ies)\s+in\s+the\s+face|extends?\s+(?:far\s+|well\s+)?beyond|go(?:es)?\s+(?:far\s+|well\s+)?beyond|deserves?|matters?\s+(?:because|for|to|more|less)|rings?\s+hollow|makes?\s+(?:no|little|perfect)\s+sense|miss(?:es)?\s+the\s+point|leaves?\s+(?:little|no|much)\s+(?:doubt|room)|lays?\s+bare|sends?\s+an?\s+(?:clear|strong|chilling|powerful)\s+(?:message|signal)|could\s+not\s+be\s+(?:clearer|more)|falls?\s+short|sets?\s+a\s+(?:dangerous|troubling|worrying)\s+precedent|shows?\s+(?:how|just\s+how|why)|explains?\s+why|is\s+(?:intended|meant|designed)\s+to\s+balance|will\s+require\s+(?:[\w-]+,?\s+){0,3}?(?:action|effort|cooperation|coordination|investment|response)|seems?\s+to\s+(?:want|have|be)|appears?\s+to\s+want)\b";
    /// What a text infers from what it has told: ", suggesting that the state is behind it".
    INFERS = r"(?i),\s+(?:suggesting|highlighting|underscoring|underlining|signal(?:l)?ing|illustrating|demonstrating\s+how|reflecting)\s+(?:that|how|why|an?|the|its|their|just)\b";
    /// Views that stand without a judging predicate.
    TURNS = r"(?ix)(?:\bin\s+essence,|\bshould\s+be\s+expected\b|\bcomes?\s+as\s+no\s+surprise\b|\bthere\s+is\s+(?:much|considerable|great|still\s+much)\s+(?:uncertainty|doubt|debate)\b|\bha(?:s|ve)\s+(?:likely|probably)\s+(?:been|become|had)\b|\b(?:was|were|is)\s+never\s+(?:about|the|just|really|only)\b|\bit\s+is\s+(?:no\s+(?:wonder|coincidence|accident|surprise)|worth\s+(?:noting|remembering|asking)|time\s+(?:for|to)|tempting\s+to|fair\s+to\s+say)\b|\bthere\s+is\s+(?:no\s+(?:reason|excuse|doubt|question|sign|substitute)|little\s+(?:doubt|reason|point|evidence)|nothing\s+(?:wrong|new|inherently)|every\s+reason|something\s+\w+\s+about)\b|\bnone\s+of\s+(?:this|that|which|it)\s+(?:makes|means|is|changes|excuses|will)\b|\b(?:the\s+(?:main|real|bigger|biggest|larger|deeper|broader|central|key|chief|only)\s+(?:concern|problem|question|issue|risk|danger|worry|point|lesson|challenge|threat)(?:\s+(?:about|with|of|for|in|here)\s+[^,;.]{2,60}?)?\s+(?:is|was|remains|lies))\b|\bthe\s+(?:irony|lesson|upshot|trouble|catch|takeaway|truth|point|danger|worry)\s+(?:is|was|here\s+is)\b|\b(?:ha(?:d|s|ve)|having)\s+mixed\s+feelings\b|\bmakes?\s+(?:bold|sweeping|grand|speculative|wild|extraordinary)[,\s]|\bshould\s+(?:be\s+(?:seen|read|taken|treated|understood|viewed|no)|not\s+be\s+(?:seen|read|taken|underestimated|surprised)|worry|alarm|concern\s+(?:us|everyone)|give\s+\w+\s+pause)\b|\bcannot\s+be\s+(?:overstated|ignored|solved|stopped|fixed)\b|\bone\s+can\s+(?:only\s+)?(?:hope|argue|imagine)\b|\bso\s+much\s+of\s+[^,;.]{2,80}?\s+is\b|\ball\s+too\s+\w+\b|\b(?:likely|probably|perhaps|presumably)\s+(?:owing\s+to|due\s+to|because|an?\s+(?:sign|result|reflection|reaction|response))\b|\bframes\s+[^,;.]{2,60}?\s+as\b)";
    /// What a document or a body of the state shows or finds is its own word: a statement.
    TELLS = r"(?i)\b(?:report|memo|letter|indictment|complaint|advisory|paper|study|post|bulletin|analysis|filing|lawsuit|documents?|court|judge|ruling|order|rule|bill|act|legislation|law|licen[cs]e|logs?|records?|data|evidence|figure|table|chart|agency|department|ministry|prosecutors|statement|research|researchers)\b";
    /// Words before a judging predicate that make it none: a condition, a question, a noun's own clause, a quantity.
    NO_JUDGEMENT = r"(?i)\b(?:if|whether|unless|until|when|once|where|how|why|because|whoever|who|that|as|than)\s+(?:[\w’'-]+\s+){0,4}$";
    /// What stands behind a predicate: "is narrow and", not "is a narrow street".
    BEHIND = r"(?i)^(?:[^\w\s’'-]|\s*$|\s+(?:and|or|but|to|for|in|of|that|because|when|if|as|than|at|with|about|on|not|enough|given|from|by|why|how|even|here|now|today|too|—|–|only|yet|owing|due|is|are|was|were|without|among|across|until|while|(?:[\w-]+ly)\s+(?:as|because|as|shown))\b)";
    /// Of these only the pronoun right before the verb: "the chips that are crucial".
    RELATIVE = r"(?i)(?:[\p{L}]+\s+(?:that|who)|\bas)\s+$";
    CONDITION = r"(?i)^(?:if|whether|unless|should)\b|\b(?:if|whether|unless)\s+[^,;]{0,60}$";
    /// "it says that the case is thin": the view is of who says so.
    SAYING = r"(?i)\b(?:said|says|argued|argues|noted|notes|added|adds|warned|warns|told\s+[\p{L}’'\s]{2,30}?|wrote|writes|believes?|thinks?|contends?|insists?)\s+(?:that\s+)?$";
    /// What intruders boast of.
    INTRUDERS_SAY = r"(?i)\b(?:hackers|criminals|attackers|gang|intruders|thieves)\s+(?:\w+\s+){0,2}?(?:said|say|claim|claimed|told|boasted|wrote)\b";
    /// An expectation is a forecast.
    AHEAD = r"(?i)\b(?:could|may|might)\s+$";
    END = r"(?i);|\s[—–]\s|[”\x22]|,\s+(?:and|but|so|yet|according|said|says|he\s+said|she\s+said|while)\b|\s+(?:because|although|whereas)\s";
    FROM = r"(?i)[,;]\s+(?:and|but|yet|so|which)\s+|;\s+|\s[—–]\s|[“\x22]|\b(?:said|says|argued|argues|noted|notes|added|adds|warned|warns|wrote|writes|believes?|thinks?|contends?|insists?)\s+(?:that\s+)?(?:[“\x22])?|^(?:but|and|yet|still|so|however|yes|indeed|moreover|meanwhile|combined|taken\s+together|for\s+now|increasingly|overall|perhaps|that\s+said),?\s+";
}

/// What a frame asks of the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Free,
    /// No noun behind it: a judging word before one only describes it.
    Predicate,
    /// A subject that shows, and does not tell.
    Shown,
}

/// The words of each judgement of a sentence: at most one for a clause.
pub(super) fn judgements(sentence: &Sentence) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let frames: [(&Regex, Frame); 4] =
        [(&IS_JUDGED, Frame::Predicate), (&IS_A, Frame::Free), (&SHOWS, Frame::Shown), (&TURNS, Frame::Free)];
    for (pattern, frame) in frames {
        for judging in pattern.find_iter(&sentence.text) {
            if frame == Frame::Predicate && !BEHIND.is_match(sentence.words(judging.end()..sentence.text.len())) {
                continue;
            }
            let before = sentence.words(0..judging.start());
            let shown_by_a_document = frame == Frame::Shown
                && subject(sentence, judging.start()).is_none_or(|who| {
                    let words = sentence.words(who);
                    TELLS.is_match(words) || words.split_whitespace().count() > 12
                });
            if shown_by_a_document
                || RELATIVE.is_match(before)
                || CONDITION.is_match(before)
                || AHEAD.is_match(before)
                || INTRUDERS_SAY.is_match(before)
                || NO_JUDGEMENT.is_match(before) && !SAYING.is_match(sentence.words(0..clause_start(sentence, judging.start())))
            {
                continue;
            }
            let range = whole(sentence, &judging.range());
            if !found.iter().any(|other| other.start < range.end && range.start < other.end) {
                found.push(range);
            }
        }
    }
    let speaks = sentence.chain.iter().any(|speaker| speaker.words.is_some());
    for infers in INFERS.find_iter(&sentence.text).filter(|_| !speaks) {
        let start = infers.start() + 2;
        let rest = sentence.words(infers.end()..sentence.end().max(infers.end()));
        let range = start..infers.end() + END.find(rest).map_or(rest.len(), |end| end.start());
        if !found.iter().any(|other| other.start < range.end && range.start < other.end) {
            found.push(range);
        }
    }
    found
}

fn clause_start(sentence: &Sentence, at: usize) -> usize {
    FROM.find_iter(sentence.words(0..at)).last().map_or(0, |from| from.end())
}

/// The thought that a judging word is the predicate of.
fn whole(sentence: &Sentence, judging: &Range<usize>) -> Range<usize> {
    let start = clause_start(sentence, judging.start);
    let end_of_all = sentence.end().max(judging.end);
    let rest = sentence.words(judging.end..end_of_all);
    let end = END.find(rest).map_or(end_of_all, |end| judging.end + end.start());
    if end - start <= LIMIT {
        return start..end;
    }
    let clause = sentence.clause(judging.clone());
    clause.start.min(judging.start)..clause.end.max(judging.end)
}

#[cfg(test)]
mod tests {
    use crate::About;
    use crate::tests::rules;
    use dossier_model::{ClaimKind, Hedge};

    fn views(text: &str) -> Vec<String> {
        let claims = rules(text, &About::default());
        let opinions = claims.into_iter().filter(|claim| claim.kind == ClaimKind::Opinion);
        opinions
            .map(|claim| {
                assert_eq!(claim.hedge, Hedge::Opinion, "{text}");
                claim.quotes.first().text.clone()
            })
            .collect()
    }

    #[test]
    fn judging_words_make_a_view() {
        for (text, view) in [
            ("The window for an answer is narrow.", "The window for an answer is narrow"),
            ("The company's options are limited.", "The company's options are limited"),
            ("But the evidence so far is thin.", "the evidence so far is thin"),
            ("The stakes are high.", "The stakes are high"),
            ("It is a stark warning to small banks.", "It is a stark warning to small banks"),
            ("The verdict is a blow to the whole industry.", "The verdict is a blow to the whole industry"),
            ("These firms are examples of the danger.", "These firms are examples of the danger"),
            ("The breach highlights the limits of audits.", "The breach highlights the limits of audits"),
            ("The affair raises awkward questions about resellers.", "The affair raises awkward questions about resellers"),
            ("The threat extends beyond one company.", "The threat extends beyond one company"),
            ("Such raids go against the norms of the United Nations.", "Such raids go against the norms of the United Nations"),
            ("The fight was never about money.", "The fight was never about money"),
            ("There is little doubt about the motive.", "There is little doubt about the motive"),
            ("The main worry about such tools is their price.", "The main worry about such tools is their price"),
            ("The charge is subtler than that.", "The charge is subtler than that"),
            ("\"The new law is urgently needed,\" Ana Poole said.", "The new law is urgently needed"),
            (
                "The bank moved its servers, probably because of the trial.",
                "The bank moved its servers, probably because of the trial",
            ),
            (
                "These raids from idle crews in China go against the norms.",
                "These raids from idle crews in China go against the norms",
            ),
            ("The pitch wasn't subtle.", "The pitch wasn't subtle"),
            ("The fallout was swift and brutal.", "The fallout was swift and brutal"),
            ("Guarding a port is like herding cats.", "Guarding a port is like herding cats"),
            ("The raid raises the prospect of a ban.", "The raid raises the prospect of a ban"),
            (
                "Brokers continue to be one of the most persistent threats to the trade.",
                "Brokers continue to be one of the most persistent threats to the trade",
            ),
            ("Theft should be expected at such prices.", "Theft should be expected at such prices"),
            ("Ana Poole called the raid \"reckless.\"", "Ana Poole called the raid \"reckless.\""),
            ("Beijing has condemned the curbs as bullying.", "Beijing has condemned the curbs as bullying"),
        ] {
            assert_eq!(views(text), [view], "{text}");
        }
    }

    #[test]
    fn describing_words_make_none() {
        for text in [
            "The intruders were legitimate users of the portal.",
            "If the evidence is thin, the court will drop the case.",
            "He bought chips that are crucial for training.",
            "The report highlights six accounts.",
            "It is the largest broker of chips in the city.",
            "The hackers told a reporter that their raid was more serious than the bank admitted.",
            "The firm's high-powered servers went to Oster.",
            "The three suspects are Estravians Ana Poole and Rolf Tarn.",
            "The case is part of a wider police investigation of brokers.",
            "Halden calls the practice \"model extraction\".",
        ] {
            assert_eq!(views(text), Vec::<String>::new(), "{text}");
        }
    }
}
