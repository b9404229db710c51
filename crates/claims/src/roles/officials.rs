//! People who hold a public office, known by the office that stands before or behind their names.

use super::bodies::{self, Body};
use super::listing::reach_back;
use crate::page::Sentence;
use crate::pattern::patterns;
use std::ops::Range;

patterns! {
    /// An office that only the public gives, right before a name.
    TITLE = r"(?x)(?:^|[\s(“\x22—–-])(?P<title>
        (?:(?:Republican|Democratic|Independent|(?:\p{Lu}\p{L}+\s+)?(?:Republican|Democrat))\s+)?(?:U\.?S\.?\s+|State\s+|state\s+|(?:Conservative|Labour|Tory|Liberal|Green|Social)\s+(?:Democrat\s+)?)?(?:(?:Sen|Rep|Gov|Del)s?\.|[Ss]enators?|Representatives?|Congressm[ae]n|Congresswom[ae]n|[Cc]ongressm[ae]n|[Cc]ongresswom[ae]n|Governors?|[Ll]awmakers?|[Ll]egislators?|MPs?|MEPs?)
        | (?:(?:U\.?S\.?|District|Chief|Circuit|Magistrate|Federal|Senior|Administrative\s+Law|High\s+Court|federal)\s+)*(?:Judges?|[Jj]udge|Chief\s+Justice)
        | (?:\p{Lu}\p{L}+\s+){0,2}(?:Republicans?|Democrats?)
        | (?:(?:Acting|Deputy|Assistant|Principal|Associate|Former\s+Acting|Interim|First)\s+)*(?:(?:U\.?S\.?|United\s+States|State|\p{Lu}\p{L}+)\s+){0,2}(?:(?:Acting|Deputy|Assistant|Principal|Associate|First|Senior|Trial)\s+)*(?:Attorneys?\s+General|U\.?S\.?\s+Attorneys?|United\s+States\s+Attorneys?|Solicitor\s+General|Inspector\s+General|Comptroller\s+General|District\s+Attorney|Special\s+Agent(?:\s+in\s+Charge)?|Trial\s+Attorneys?)
        | (?:(?:Acting|Deputy|Assistant|Principal)\s+)*(?:(?:U\.?S\.?|\p{Lu}\p{L}+)\s+){0,3}?(?:(?:Acting|Deputy|Assistant|Under|Principal|Foreign|Home|Technology|Business|Defen[sc]e)\s*)*(?:Under-?[Ss]ecretary|[Uu]ndersecretary|Secretary(?:-General)?|secretary)
        | (?:(?:Deputy|Vice)[\s-])?(?:Prime\s+Minister|Premier|Chancellor|[Pp]rime\s+minister)
        | (?:(?:(?:U\.?S\.?|\p{Lu}\p{L}+|\p{Ll}{4,})\s+){1,2})?(?:[Mm]inister|Commissioner|Ambassador|[Aa]mbassador)
        | (?:(?:U\.?S\.?|American|Chinese|Russian|French|Then|\p{Lu}\p{Ll}+(?:ese|ian|ish|an))\s+)?(?:Vice\s+)?(?:President|[Pp]resident-elect)
        | (?:White\s+House|national\s+security|National\s+Security|government|ministry|embassy|Ministry|Embassy|police|army|military|state|department|agency|bureau|Pentagon|Kremlin)\s+(?:[Pp]ress\s+)?(?:[Aa]dvis[eo]r|[Ss]pokes(?:man|woman|person)|[Ss]ecretary|[Oo]fficial|[Cc]hief|[Cc]zar|[Ii]nspector|[Pp]rosecutor|[Dd]irector)
        | (?:[Cc]hief|[Ss]pecial|[Ll]ead|[Pp]ublic|[Ff]ederal|[Ss]tate|[Ss]enior)\s+[Pp]rosecutor
        | (?:Detective|Chief|Police)\s+(?:Superintendent|Inspector|Constable|Commissioner|Chief|Sergeant)
        | (?:Lt\.\s+)?(?:Gen|Adm|Col)\.
      )
      (?P<tail>(?:\s+(?:of|for)\s+(?:the\s+)?(?:National|Security|Commerce|Industry|Treasury|State|Terrorism|Financial|Intelligence|Export|Enforcement|Administration|Justice|Defen[sc]e|War|Energy|Homeland|Affairs|International|Trade|Economic|Growth|Criminal|Division|Cyber|Cybersecurity|Policy|Research|Engineering|Civil|Antitrust|Science|Technology|Innovation|Digital|Infrastructure|Labor|Education|Transportation|Crimes?|Counterintelligence|Foreign|Asian?|European|Pacific|Public|Health|Agriculture|Interior|Ohio|Texas|California|Florida|Virginia|Pennsylvania|Massachusetts)(?:,?\s+(?:National|Security|Commerce|Industry|Treasury|State|Terrorism|Financial|Intelligence|Export|Enforcement|Administration|Justice|Defen[sc]e|War|Energy|Homeland|Affairs|International|Trade|Economic|Growth|Criminal|Division|Cyber|Cybersecurity|Policy|Research|Engineering|Civil|Antitrust|Science|Technology|Innovation|Digital|Infrastructure|Crimes?|Counterintelligence|Environment|and|&))*){0,2})
      ,?\s+$";
    /// A post that a company gives too: it is public where a public body stands right before it.
    POST = r"(?x)^(?:['’]s?)?\s+(?:[\p{L}-]+\s+){0,5}?(?:[Dd]irector|[Cc]hief|[Cc]hair(?:man|woman)?|[Hh]ead|[Cc]ommissioner|[Aa]dministrator|[Ss]pokes(?:man|woman|person)|[Oo]fficial|[Aa]gent|[Aa]nalyst|[Aa]ttorney|[Oo]fficer|[Cc]ommander|[Pp]rosecutor|[Ss]ecretary|[Aa]dvis[eo]r)(?:\s+in\s+[Cc]harge)?,?\s+$";
    /// An office behind a name and a comma.
    BEHIND = r"(?ix)^,?\s*(?:,\s+|who\s+is\s+)(?:(?:the|an?|its|their|now|currently|then)\s+)?(?:(?:[\p{L}.-]+(?:['’]s)?)\s+){0,4}?
        (?:(?:assistant|acting|deputy|first\s+assistant)\s+(?:United\s+States|U\.?S\.?|district|state)\s+attorney|(?:United\s+States|U\.?S\.?|district)\s+attorney|attorney\s+general|(?:under|assistant|deputy)\s+secretary|undersecretary|[Ss]ecretary\s+of\s+(?:the\s+)?\p{Lu}|[Ss]enator|[Cc]ongress(?:man|woman)|(?:ministry|government|embassy|police|department|White\s+House|Pentagon)\s+spokes(?:man|woman|person)|(?:prime|foreign|trade|commerce|justice|interior|finance|defen[sc]e|security|technology|digital)\s+minister|[Mm]inister\s+(?:of|for)|commissioner\s+(?:of|for)|inspector\s+general|federal\s+prosecutor|(?:chief|lead|state|public)\s+prosecutor|(?:federal|district)\s+judge|governor\s+of|ambassador\s+to|high\s+representative|lawmaker|legislator|Republican|Democrat|member\s+of\s+(?:Congress|[Pp]arliament)|MEP|MP\b|special\s+agent|(?:AI|A\.I\.|crypto|cyber|trade|border|drug|energy|technology|export)(?:\s+and\s+\w+)?\s+cza?r|(?:presidential|White\s+House|national\s+security)\s+advis[eo]r)";
    /// Words that end the aside behind a name.
    VERB = r"(?i)\s(?:wrote|told|said|says|asked|met|urged|called|sent|with|against|by|and|to\s+(?:the\s+)?(?:Sen|Rep|law|U\.?S|Att))";
    /// A post behind a name, public where its body is named with it.
    POST_BEHIND = r"(?ix)^\s*(?:,\s+|\s+who\s+(?:is|leads|heads|runs|chairs)\s+)(?:(?:the|an?|now|currently|its|who\s+(?:is|leads|heads|runs|chairs))\s+)*(?:(?:[\p{L}.-]+(?:['’]s)?)\s+){0,4}?(?:director|chief|head|administrator|commissioner|chair(?:man|woman)?|spokes(?:man|woman|person)|officer|official|executive|agent|attorney|counsel|prosecutor|analyst|investigator|lawyer)(?:\s+(?:of|at|for|with|in)|\s+in\s+charge\s+of)?\s*(?:the\s+)?$";
    OF_BODY = r"^,?\s+(?:of|from|with|at)\s+(?:the\s+)?$";
    /// "(R-Ohio)", ", D-Mass.,"
    SEAT = r"^\s*(?:\((?:R|D|I)(?:[-–—,]\s?\p{L}[\p{L}. ]*)?\)|,\s+(?:R|D|I)[-–—]\p{Lu}|,\s+(?:an?|the)\s+(?:\p{Lu}\p{L}+\s+){0,2}(?:Republican|Democrat)\b)";
    /// "a spokeswoman, Ada Vale,": of the body that the sentence names before.
    SPOKESPERSON = r"\b(?:a|an|its|the|whose)\s+(?:[\p{Ll}-]+\s+){0,2}(?:spokes(?:man|woman|person)|director|head|chief|commissioner|prosecutor|minister|administrator|chair(?:man|woman)?),\s+$";
    PERSON = r"^(?:\p{Lu}\.\s?)*\p{Lu}[\p{L}'’-]*(?:\s+(?:\p{Lu}\.(?:\s?\p{Lu}\.)*|(?:de|van|von|der|bin|al|da|del|la|le)\s+\p{Lu}[\p{L}'’-]+|[“\x22]\p{Lu}\p{L}+[”\x22]|\p{Lu}[\p{L}'’-]*)){0,4}(?:,?\s+(?:Jr|Sr)\.)?";
    /// A word that no person is called by.
    NO_PERSON = r"(?x)^(?:The|A|An|On|In|And|But|He|She|It|They|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Today|Yesterday|Department|Ministry|Office|Committee|House|Senate|Court|Party|Convention|Institute|University|Division|Attorney|Attorneys|General|Secretary|Director|Judge|President|Minister|Group|Inc|Corp|Ltd|LLC|Company|Bureau|Agency|Commission|Republicans?|Democrats?|Congress|Security|Policy|Affairs|Commerce|Treasury|Justice|State|U|US|EU|UK|AI|Act|Council|Service|Reserve|Law|Senators?|Sens?|Representatives?|Reps?|Congressm[ae]n|Congresswom[ae]n|Inspector|Detective|Superintendent|Constable|Sergeant|Chief|Officer|Agents?|Special|Assistant|Deputy|Acting|Under|Undersecretary|Commissioner|Ambassador|Governor|Prime|Premier|Chancellor|Lawmakers?|Magistrate|Advis[eo]r|Intelligence|Terrorism|Financial|National|Industry|Trade|Foreign|Home|Energy|Defen[sc]e|Health|Economy|Digital|Technology|Interior|Finance|MPs?|MEPs?|Chair|Chairman|Chairwoman|Spokes(?:man|woman|person)|Trial|Solicitor|Administrator|House|White|Export|Enforcement|Homeland|Cyber|Cybersecurity|Science|Labour|Labor|Conservative)$";
    /// Officials by whose they are, without names: "U.S. officials", "Republican lawmakers".
    UNNAMED = r"\b(?P<who>(?:U\.?S\.?|American|British|European|Western|[Ff]ederal|[Aa]dministration)\s+officials|(?:Republican|Democratic|House|Senate)\s+(?:lawmakers|senators|leaders|members|Republicans|Democrats)|(?:[Ss]tate\s+)?attorneys\s+general)(?:\s+(?:\p{Ll}|\d)|[,.;:’”\x22]|$)";
    PAST = r"(?i)(?:\b(?:former|ex|retired|late|one-?time|then)[\s-]+|\bex-)(?:[\p{L}.]+\s+){0,3}$";
    PAST_BEHIND = r"(?i)^,?\s*(?:an?|the)?\s*(?:former|ex-|retired|onetime|one-time)\b";
    COMPANY = r"(?i)\b(?:company|firm|startup|start-up|executive\s+vice|senior\s+vice|corporate|sales|marketing|product|bank)\s*$|\b(?:executive|senior|company|firm|its|his|her|their|group|chief)\s+(?:vice\s+)?president\s+$";
    PLURAL = r"(?i)(?:s\.|[a-z]s|men|women)\s+$";
    MORE = r"^(?:\s*\([^)]*\)|,\s+[RDI]-[\p{L}.]+)?(?:,\s+and\s+|,\s+|\s+and\s+|\s+&\s+)";
}

/// An official: the whole words that show the office, and the name.
#[derive(Debug)]
pub(crate) struct Official {
    pub(crate) quote: Range<usize>,
    pub(crate) name: String,
}

/// The officials that `sentence` names.
pub(crate) fn officials(sentence: &Sentence) -> Vec<Official> {
    let text = &sentence.text;
    let house = text.match_indices("White House").map(|(at, name)| at..at + name.len());
    let house = house.map(|range| Body { whole: range.clone(), range });
    let bodies: Vec<Body> = bodies::agencies(text).into_iter().chain(bodies::committees(text)).chain(house).collect();
    let unnamed = UNNAMED.captures_iter(text).filter_map(|found| found.name("who"));
    let unnamed = unnamed.filter(|who| !PAST.is_match(&text[reach_back(text, who.start())..who.start()]));
    let mut found: Vec<Official> = unnamed.map(|who| Official { quote: who.range(), name: who.as_str().to_owned() }).collect();
    let mut until = 0;
    for (at, _) in text.char_indices().filter(|(at, c)| c.is_uppercase() && begins_word(text, *at)) {
        if at < until {
            continue;
        }
        let Some(name) = person_at(text, at) else { continue };
        let Some(quote) = office(text, &name, &bodies) else { continue };
        until = name.end;
        let plural = PLURAL.is_match(&text[quote.start..name.start]);
        found.push(Official { quote, name: text[name.clone()].to_owned() });
        // "Senators Ada Vale, Ben Orne and Carla Voss".
        let mut end = name.end;
        while let Some(next) =
            MORE.find(&text[end..]).filter(|_| plural).map(|gap| end + gap.end()).and_then(|at| person_at(text, at))
        {
            if !text[next.clone()].contains(' ')
                || bodies.iter().any(|body| body.range.start < next.end && next.start < body.range.end)
            {
                break;
            }
            end = next.end;
            until = next.end;
            found.push(Official { quote: next.clone(), name: text[next].to_owned() });
        }
    }
    found
}

fn begins_word(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric() && !matches!(before, '\'' | '’' | '.' | '-'))
}

/// The person's name that starts at `at`.
fn person_at(text: &str, at: usize) -> Option<Range<usize>> {
    let mut end = at + PERSON.find(&text[at..])?.end();
    let mut from = at;
    for word in text[at..end].split(' ') {
        let initial = word.len() == 2 && word.ends_with('.') && from > at;
        if !initial && NO_PERSON.is_match(word.trim_end_matches(['.', ',', '\'', '’'])) {
            end = from.saturating_sub(1).max(at);
            break;
        }
        let owner = ["'s", "’s"].iter().find_map(|own| word.strip_suffix(own));
        if let Some(own) = owner {
            end = from + own.len();
            break;
        }
        from += word.len() + 1;
    }
    let name = text.get(at..end)?;
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && letters > 3;
    (letters > 1 && !shouted).then_some(at..end)
}

/// The words from the office on to the name, or from the name on to the office.
fn office(text: &str, name: &Range<usize>, bodies: &[Body]) -> Option<Range<usize>> {
    let (before, after) = (&text[..name.start], &text[name.end..]);
    let full = text[name.clone()].contains(' ');
    if bodies.iter().any(|body| body.range.start < name.end && name.start < body.range.end) {
        return None;
    }
    let from = reach_back(text, name.start);
    let near = &text[from..name.start];
    if let Some(title) = TITLE.captures(near).and_then(|found| found.name("title")) {
        if PAST.is_match(&near[..title.start()])
            || COMPANY.is_match(near)
            || COMPANY.is_match(&near[..title.start()])
            || title.as_str().starts_with("Former")
        {
            return None;
        }
        let common = title.as_str().chars().all(|c| !c.is_uppercase());
        return (full || !common).then_some(from + title.start()..name.end);
    }
    if full && SEAT.is_match(after) {
        let seat = SEAT.find(after)?;
        return Some(name.start..name.end + seat.end());
    }
    if !full {
        return None;
    }
    // "FBI Assistant Director Jo Pike", "the Harbor Agency's cyber chief, Jo Pike".
    let posted = bodies.iter().rfind(|body| before.get(body.whole.end..).is_some_and(|gap| POST.is_match(gap)));
    if let Some(body) = posted.filter(|body| !PAST.is_match(&before[..body.range.start])) {
        return Some(body.range.start..name.end);
    }
    if PAST_BEHIND.is_match(after) {
        return None;
    }
    if let Some(behind) = BEHIND.find(after).filter(|behind| !VERB.is_match(behind.as_str())) {
        return Some(name.start..name.end + behind.end());
    }
    let of_body = bodies.iter().find(|body| {
        let gap = after.get(..body.range.start.saturating_sub(name.end)).unwrap_or("");
        body.range.start > name.end
            && (OF_BODY.is_match(gap)
                || gap.starts_with([',', ' ']) && POST_BEHIND.is_match(gap) && gap.contains(char::is_alphabetic))
    });
    if let Some(body) = of_body {
        return Some(name.start..body.range.end);
    }
    let spoken = SPOKESPERSON.find(before)?;
    let body = bodies.iter().rfind(|body| body.range.end <= spoken.start())?;
    (!before[body.range.end..spoken.start()].contains(';')).then_some(spoken.start()..name.end)
}

#[cfg(test)]
mod tests {
    use super::officials;
    use crate::About;
    use crate::page::Page;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let page = Page::new(text, &[], &About::default());
        let names: Vec<String> = page.sentences().flat_map(officials).map(|official| official.name).collect();
        assert_eq!(names, expect, "{text}");
    }

    #[test]
    fn an_office_before_the_name_makes_an_official() {
        check("Sen. Ada Vale (R-Ohio) wrote to Rep. Ben Orne.", &["Ada Vale", "Ben Orne"]);
        check("A letter went to Senators Ada Vale and Ben Orne on Monday.", &["Ada Vale", "Ben Orne"]);
        check("Ohio Republican Ada Vale agreed.", &["Ada Vale"]);
        check("Commerce Undersecretary Lena Holm spoke.", &["Lena Holm"]);
        check("Acting U.S. Attorney Jo Pike said so.", &["Jo Pike"]);
        check("“We act,” said Assistant Attorney General for National Security Jo A. Pike.", &["Jo A. Pike"]);
        check("Under Secretary of Commerce for Industry and Security Lena Holm signed it.", &["Lena Holm"]);
        check("FBI Assistant Director Roan Marsh said so.", &["Roan Marsh"]);
        check("Judge Carla Weems found it.", &["Carla Weems"]);
        check("The attacks led government minister Pat Orne to warn companies.", &["Pat Orne"]);
        check("Foreign Ministry spokesperson Lin Wei denied it.", &["Lin Wei"]);
        check("Treasury Secretary Ada Vale said so.", &["Ada Vale"]);
    }

    #[test]
    fn officials_without_names_are_known_by_whose_they_are() {
        check("U.S. officials believe it, and Republican lawmakers asked.", &["U.S. officials", "Republican lawmakers"]);
        check("Former U.S. officials doubt it.", &[]);
    }

    #[test]
    fn an_office_behind_the_name_makes_an_official() {
        check("Lena Holm, the under secretary of commerce, spoke.", &["Lena Holm"]);
        check("Dolores Achterberg, an assistant United States attorney, told the jurors.", &["Dolores Achterberg"]);
        check("A statement came from Roan Marsh, assistant director of the FBI's espionage division.", &["Roan Marsh"]);
        check("“It ends,” said Jo Pike of the FBI.", &["Jo Pike"]);
        check("Ada Vale, D-Mass., agreed.", &["Ada Vale"]);
        check(
            "Lorvania's Financial Crime Investigation Service opened an inquiry, a spokeswoman, Rasa Petru, confirmed.",
            &["Rasa Petru"],
        );
    }

    #[test]
    fn a_name_keeps_no_word_of_the_office() {
        check(
            "“It ends,” said Under Secretary of the Treasury for Terrorism and Financial Intelligence Jo K. Pike.",
            &["Jo K. Pike"],
        );
        check("Detective Chief Inspector Moira Slade and Conservative MP Bob Orne asked.", &["Moira Slade", "Bob Orne"]);
        check("“It ends,” said Lena Gant, Assistant Director of the FBI's Harbor Division.", &["Lena Gant"]);
        check("White House Office of Science and Technology Policy Director Ada Vale wrote it.", &["Ada Vale"]);
        check("Omar Faris, chief executive of Halden, wrote to Senator Mike Orne, a South Dakota Republican.", &["Mike Orne"]);
    }

    #[test]
    fn company_officers_and_former_officials_are_none() {
        check("Vice chairman Ada Vale and Halden director Ben Orne resigned.", &[]);
        check("Ben Orne, chief executive of Halden, and Halden's president, Ada Vale, agreed.", &[]);
        check("Former Sen. Ada Vale and Ben Orne, a former commerce official, disagreed.", &[]);
        check("Halden Executive Vice President Ada Vale agreed.", &[]);
        check("Halden spokeswoman Ada Vale denied that the Commerce Department asked.", &[]);
        check("Ileana Drag, a spokeswoman, declined.", &[]);
    }
}
