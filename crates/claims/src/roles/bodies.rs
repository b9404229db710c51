//! Public bodies by their names: agencies of governments and law enforcement, and the committees of parliaments.

mod names;
mod words;

use super::listing::reach_back;
use crate::pattern::patterns;
use std::ops::Range;
use words::{JOINED, PUBLIC};

pub(crate) use names::{is_initials, key};

patterns! {
    /// American departments, in both orders of their words.
    DEPARTMENT = r"(?x)\b(?:(?:U\.?S\.?|United\s+States)\s+)?(?:
        (?:Justice|Commerce|Treasury|State|Defen[sc]e|War|Energy|Labor|Interior|Transportation|Agriculture|Education|Homeland\s+Security|Veterans\s+Affairs)\s+Department
        | Department\s+of\s+(?:the\s+)?(?:Justice|Commerce|Treasury|State|Defen[sc]e|War|Energy|Labor|Interior|Transportation|Agriculture|Education|Homeland\s+Security|Veterans\s+Affairs|Health\s+and\s+Human\s+Services)
        | (?:justice|commerce|treasury|state|defen[sc]e|homeland\s+security)\s+department\b)";
    /// "Ministry of State Security", "Bureau of Industry and Security", "Office of Foreign Assets Control".
    OF = r"(?x)\b(?:(?:Federal|General|National|State|Central|Royal|European|British|Prosecutor|Swedish|Norwegian|Finnish|Danish|Dutch|German|French|Italian|Spanish|Polish|Czech|Indian|Japanese|Korean|Canadian|Australian|Chinese|Russian|Iranian|Israeli|Malaysian|Taiwanese)\s+)*
        (?:Ministry|Bureau|Directorate(?:-General|\s+General)?|Department|Office|Agency|Administration|Authority|Commission|Inspectorate|Secretariat|Service)
        \s+(?:of|for|on)\s+(?:the\s+)?\p{Lu}[\p{L}-]*(?:(?:,?\s+(?:and|&)\s+|\s+|\s+of\s+the\s+|,\s+)\p{Lu}[\p{L}-]*){0,5}";
    /// "Federal Trade Commission", "National Cyber Directorate of Karsholm", "Southport Police Department".
    ENDING = r"(?x)\b\p{Lu}[\p{L}.-]*(?:(?:\s+and\s+|\s+)\p{Lu}[\p{L}.-]*){0,4}?\s+
        (?:Ministry|Agency|Bureau|Directorate|Commission|Inspectorate|Constabulary|Customs|Tollvesen|Administration|Authority
          |Police(?:\s+(?:Department|Force|Service|Agency|Bureau))?|(?:Attorney|Prosecutor|Sheriff|Commissioner|Ombudsman|Attorney\s+General)s?['’]s?\s+Office|(?:Home|Foreign|Cabinet|Patent|Property|Trademark|Audit|Fraud|Statistics|Federal|Criminal|Development)\s+Office
          |(?:Investigations?|Intelligence|Security|Secret|Prosecution|Revenue|Marshals|Inspection|Postal\s+Inspection|Border|Customs)\s+Service
          |Border\s+(?:Force|Protection|Guard)|(?:Mission|Task|Strike)\s+Force|Coast\s+Guard|Cyber\s+Command|Security\s+Investigations|Mounted\s+Police|Security\s+(?:Centre|Center|Council))\b
        (?:\s+(?:of|for)\s+(?:the\s+)?(?:(?:\p{Lu}\p{Ll}+\s+)?District\s+of\s+)?\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*){0,4})?";
    /// "National Cyber Security Centre", "National Institute of Standards and Technology".
    NATIONAL = r"(?x)\bNational\s+(?:(?:\p{Lu}[\p{L}-]*|and)\s+){0,4}(?:Centre|Center|Authority|Office|Council|Command|Unit|Crime\s+Agency|Institute\s+of\s+Standards\s+and\s+Technology)\b
        (?:\s+(?:of|for)\s+(?:the\s+)?\p{Lu}[\p{L}-]*)?";
    /// By one word or letters that everybody knows.
    KNOWN = r"(?x)\b(?:F\.B\.I\.|C\.I\.A\.|N\.S\.A\.|S\.E\.C\.|F\.T\.C\.
        |(?:FBI|CIA|NSA|CISA|OFAC|BIS|DOJ|DoJ|DHS|DOD|DoD|DoC|FTC|SEC|FCC|NIST|CAISI|FinCEN|HSI|CBP|ODNI|CFIUS|USTR|NCSC|GCHQ|NCA|ANSSI|BKA|BfV|ENISA|Europol|Eurojust|Interpol|INTERPOL|MOFCOM|METI|KISA|IRS|DEA|NCIS|DCIS|ICO|CERT-UA|CERT-In|CNIL|RCMP|HHS|FDA|OCC|CFTC|CFPB|FERC|TSA|GAO|OSTP|BSI|ACSC|JPCERT|FCA|SFO|HMRC|ASIC|OAIC|EDPB|DSIT)\b
        |AI\s+(?:Security|Safety)\s+Institute\b|Pentagon\b|Scotland\s+Yard\b|(?:U\.?S\.?\s+)?Secret\s+Service\b|Homeland\s+Security\s+Investigations\b|Committee\s+on\s+Foreign\s+Investment\s+in\s+the\s+United\s+States\b)";
    /// "China's commerce ministry", "the Lorvanian foreign ministry", "the Massachusetts attorney general's office".
    LOWER = r"(?x)\b(?:\p{Lu}[\p{L}-]*(?:['’]s|n|ese|sh|i|ch)?\s+(?:(?:\p{Lu})?[\p{Ll}-]+\s+(?:and\s+\p{Ll}+\s+)?){1,2}ministry\b
        |(?:Foreign|Commerce|Trade|Finance|Interior|Defen[sc]e|Justice|Industry)\s+Ministry\b
        |(?:foreign|commerce|trade|finance|interior|defen[sc]e|justice|industry|economy|economics|public\s+security|state\s+security)\s+ministry\b
        |\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*)*(?:['’]s)?\s+(?:(?:state|district|public|federal)\s+)?(?:attorney(?:\s+general)?|prosecutor)['’]s\s+office\b)";
    /// The Treasury and Commerce, by one word.
    /// "the Dutch intelligence agency AIVD".
    NAMED = r"\b(?:intelligence|spy|security|cyber|cybersecurity|law[- ]enforcement|police|data[- ]protection|privacy|competition|antitrust|customs|financial|markets|communications|prosecution)\s+(?:agency|service|authority|regulator|watchdog|bureau|unit),?\s+(?:the\s+)?(?P<name>\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*){0,4})\b";
    /// "the Commerce Department's Center for Harbor Standards".
    CENTRE = r"(?:Department|Ministry|Agency|Treasury|Commerce|Bureau|Institute|[Gg]overnment)['’]s\s+(?P<name>(?:Center|Centre|Institute|Office)\s+(?:for|of|on)\s+\p{Lu}[\p{L}-]*(?:(?:\s+and\s+|\s+)\p{Lu}[\p{L}-]*){0,4})";
    TREASURY = r"\b(?:(?:[Tt]he\s+)?U\.?S\.?\s+Treasury|[Tt]he\s+Treasury)\b|\b(?:Treasury|Commerce)\s+(?:also\s+|has\s+|had\s+|later\s+)?(?:said|says|added|adds|placed|put|plans?|issued?s?|published|announced|designated|sanctioned|imposed|declined|wants|warned|blocked|accused|alleged|did|is|was|has|will)\b|\bby\s+(?:Treasury|Commerce)\b|\b(?:Treasury|Commerce)\s+(?:acts|or\s+Commerce|or\s+Treasury|and\s+Commerce)\b";
    /// The White House as an office: no post, room or office in it.
    WHITE_HOUSE = r"\bWhite House(?:['’]s)?(?:\s+(?P<behind>\S+))?";
    IN_WHITE_HOUSE = r"^(?:\p{Lu}|(?:official|officials|adviser|advisor|advisers|advisors|aide|aides|press|chief|counsel|czar|spokes\p{L}+|science|economic|economist|staff|memo|memorandum|meeting|dinner|ceremony|visit|event|tech|technology|national|correspondent|reporters?|lawn|briefing|summit)\b)";
    /// "China's embassy in Harbor", "the Lorvanian mission to the United Nations", "the Embassy of Lorvania".
    EMBASSY = r"\b(?:\p{Lu}\p{L}+['’]s|\p{Lu}\p{L}+(?:ese|ian|ean|ish|an|ch|i|sh)|(?:\p{Lu}\p{L}+\s+)?(?:Emirates|Kingdom|Korea))\s+(?:(?:[Ee]mbassy|[Cc]onsulate(?:\s+[Gg]eneral)?|[Hh]igh\s+[Cc]ommission)(?:\s+in\s+\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)?|(?:permanent\s+)?[Mm]ission\s+to\s+the\s+(?:EU|European\s+Union|UN|U\.N\.|United\s+Nations|WTO))\b|\b(?:Embassy|Consulate\s+General)\s+of\s+(?:the\s+)?\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?(?:\s+in\s+\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)?";
    /// Courts by name, where they act: what stands in or before one is only a place.
    COURT = r"\b(?P<name>(?:(?:\p{Lu}\p{L}+|U\.S\.)\s+){0,4}(?:(?:High|District|Supreme|Administrative|Federal|Regional|Commercial|Appeals|Crown|Magistrates['’]?|Constitutional|General)\s+Court|Court\s+of\s+(?:Appeals?|Justice|Cassation|Auditors)|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|D\.C\.|Federal)\s+Circuit)(?:\s+(?:of|for|in)\s+(?:the\s+)?\p{Lu}\p{L}+(?:\s+(?:of\s+)?\p{Lu}\p{L}+){0,3})?)\s+(?:(?:has|had|have|also|later|on\s+\p{Lu}\p{L}+|\p{Ll}+ly)\s+)*(?:ruled|rules|said|found|sentenced|convicted|ordered|dismissed|upheld|granted|denied|rejected|overturned|approved|issued|froze|blocked|held|will|acquitted|fined|heard|set|threw|agreed|remanded|jailed|declined|cleared|quashed|annulled|suspended)\b";
    /// "Kent police", "Police in Northwick", "customs agents in Harbor".
    POLICE = r"\b(?:(?:\p{Lu}\p{Ll}+\s)?\p{Lu}\p{Ll}+(?:ese|ian|ean|ish|an|ch|i)?\s+police|(?:[Pp]olice|[Cc]ustoms\s+agents|[Aa]uthorities|[Ii]nvestigators)\s+in\s+(?:the\s+)?\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)\b";
    /// A government by its head: "the Ruiz administration", "Ada Ruiz's administration".
    GOVERNMENT = r"\b(?:[Tt]he|under|[Tt]his)\s+(?P<name>\p{Lu}\p{Ll}{2,}\s+[Aa]dministration)\b|\b(?P<own>\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+['’]s\s+administration)\b";
    /// Those in office by their country, where they act: "U.S. authorities have documented".
    AUTHORITIES = r"\b(?P<name>(?:U\.?S\.?|U\.?K\.?|EU|\p{Lu}\p{Ll}+(?:ese|ian|ean|ish|an|ch|i))\s+(?:federal\s+|state\s+)?(?:authorities|law\s+enforcement))\s+(?:(?:have|has|had|also|later|\w+ly)\s+)*(?:\p{Ll}{3,}ed|sa(?:y|id)|took|take|shut|told|found|seize|arrest|believe|to)\b";
    /// What stands before a body that is only somebody's past, master or owner.
    BEFORE = r"(?ix)(?:\b(?:former|retired|one-?time|ex)[\s-]+(?:(?:\p{L}+\s+){1,3}(?:of|at|for|with|from)\s+)?|\b(?:work(?:s|ed|ing)?\s+(?:for|at)|(?:on\s+)?behalf\s+of|direction\s+of|orders?\s+of|(?:linked|tied|connected|belonging)\s+to|(?:affiliated|associated)\s+with|(?:sponsored|backed|run|controlled|employed|contracted|hired|funded|tasked|directed)\s+by|contractors?\s+(?:for|of|to|with)|attribut(?:ed|es|ing)\s+(?:[^,;.]{1,40}?\s+)?to\s+(?:(?:[\p{L}\d]+\s+){1,3}of\s+)?|hackers\s+(?:from|of)|front\s+for|posing\s+as|impersonat(?:ed|ing)))\s*(?:the\s+)?(?:[\p{L}.]+['’]s\s+)?$";
    /// What makes another thing of a body's name.
    AFTER = r"(?i)^(?:\s+(?:Act|Committee|filings?|framework|standards?|guidelines|Form|veteran|alumn\w+|database|Secretary|Undersecretary|Under\s+Secretary|Deputy|bonds?|yields?|bills?|notes?|University|Research|News|Reporters?|licen[cs]es?|approval|permission|permits?|rules?|regulations?|export\s+rules|export\s+controls)\b|-\w)";
    ALIAS = r"^\s+\((?P<alias>[\p{Lu}][\p{L}.&-]{1,9})\)";
    /// Last words of names that look public and are not.
    PRIVATE = r"(?x)(?i:\b(?:news|press|advertising|creative|talent|travel|rating|ratings|credit|marketing|estate|insurance)\s+(?:agency|bureau|service))|(?:Better\s+Business|Trump|Biden|Obama|Bush|Clinton|Reagan|Carter)\s+\p{Lu}|Office\s+of\s+(?:Public\s+Affairs|General\s+Counsel|the\s+(?:CEO|President|Chair))|Department\s+of\s+(?:Computer|Physics|Engineering|Mathematics|Statistics|Economics|Biology|Electrical|Political|Law|Philosophy)";
    POST = r"\s(?:Director|Secretary|Undersecretary|Chief|Administrator|Commissioner|Spokes\w+|Agent|Assistant|Deputy|Acting|Special\s+Agent|Officer|Analyst|Chair\w*)(?:\s|$)";
    /// First words that belong to the sentence, not to the name.
    LEAD = r"^(?:The|A|An|And|But|On|In|At|By|For|From|With|When|While|As|After|Before|Former|Today|Yesterday|Meanwhile|Investigators|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Both|Asked|Since|Under|Last|This|That|If|Neither|Whether)\s+";
    COMMITTEE = r"(?x)\b(?:(?:U\.?S\.?\s+)?(?:House|Senate|Joint|Commons|Lords|Knesset|Bundestag|Parliament(?:['’]s)?)\s+(?:(?:\p{Lu}[\p{L}-]*,?|and|&|of|the|on|select|banking|intelligence|judiciary|commerce|homeland|security|foreign|affairs|relations|armed|services|oversight|science|china|energy|finance|permanent)\s+){0,8}?|(?:(?:\p{Lu}[\p{L}-]*,?|and|&)\s+){0,6}?)
        (?:[Ss]ub)?(?:C|c)ommittee\b(?:\s+on\s+(?:the\s+)?(?:\p{Lu}[\p{L}-]*|China)(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s+of\s+|\s+on\s+|\s+)(?:the\s+)?\p{Lu}[\p{L}-]*){0,7})?
        | \b(?:House|Senate)\s+panel\b | \b\p{Lu}\p{L}+['’]s\s+(?:(?:justice|foreign|affairs|finance|science|technology|industry|defen[sc]e|security|digital|trade|budget|legal|liberties|civil|interior|home|and)\s+){1,4}committee\b";
    NO_COMMITTEE = r"(?i)\b(?:executive|central|olympic|audit|technical|political\s+action|national|nobel|organi[sz]ing|steering|advisory|risk|investment|editorial)\s+committee|^committee$|^subcommittee$|\bforeign\s+investment";
}

/// A public body that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Body {
    /// The name, without article and owner.
    pub(crate) range: Range<usize>,
    /// The same with an alias in brackets behind it.
    pub(crate) whole: Range<usize>,
}

/// The agencies that `text` names as actors, in order.
pub(crate) fn agencies(text: &str) -> Vec<Body> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for pattern in [&*DEPARTMENT, &*OF, &*NATIONAL, &*ENDING, &*KNOWN, &*LOWER] {
        for one in pattern.find_iter(text) {
            let range = trimmed(text, one.range());
            if is_public(&text[range.clone()]) {
                add(&mut found, range);
            }
        }
    }
    for one in NAMED.captures_iter(text).chain(CENTRE.captures_iter(text)).filter_map(|found| found.name("name")) {
        add(&mut found, one.range());
    }
    for one in GOVERNMENT.captures_iter(text).chain(AUTHORITIES.captures_iter(text)) {
        if let Some(name) = one.name("name").or_else(|| one.name("own")) {
            add(&mut found, name.range());
        }
    }
    for one in TREASURY.find_iter(text) {
        let word = ["Treasury", "Commerce"].iter().find_map(|word| one.as_str().find(word).map(|at| at..at + word.len()));
        if let Some(word) = word {
            add(&mut found, one.start() + word.start..one.start() + word.end);
        }
    }
    for one in WHITE_HOUSE.captures_iter(text) {
        let (whole, behind) = (one.get(0), one.name("behind"));
        if let Some(whole) = whole.filter(|_| !behind.is_some_and(|behind| IN_WHITE_HOUSE.is_match(behind.as_str()))) {
            add(&mut found, whole.start()..whole.start() + "White House".len());
        }
    }
    for one in EMBASSY.find_iter(text).chain(POLICE.find_iter(text)) {
        let range = trimmed(text, one.range());
        let named = text[range.clone()].contains(char::is_uppercase);
        if named && !text[range.clone()].starts_with("Military") {
            add(&mut found, range);
        }
    }
    for one in COURT.captures_iter(text).filter_map(|found| found.name("name")) {
        add(&mut found, trimmed(text, one.range()));
    }
    found.sort_by_key(|range| (range.start, range.end));
    let wholes: Vec<Body> = found.iter().map(|range| with_alias(text, range.clone())).collect();
    let is_alias = |range: &Range<usize>| wholes.iter().any(|body| body.range.end < range.start && range.end < body.whole.end);
    found
        .into_iter()
        .filter(|range| !is_alias(range))
        .filter(|range| {
            !BEFORE.is_match(&text[reach_back(text, range.start)..range.start]) && !AFTER.is_match(&text[range.end..])
        })
        .map(|range| with_alias(text, range))
        .collect()
}

/// The committees that `text` names.
pub(crate) fn committees(text: &str) -> Vec<Body> {
    COMMITTEE
        .find_iter(text)
        .map(|one| trimmed(text, one.range()))
        .filter(|range| {
            let name = &text[range.clone()];
            !NO_COMMITTEE.is_match(name) && name.contains(' ')
        })
        .map(|range| with_alias(text, range))
        .collect()
}

/// Names that are found twice are taken with the most words.
fn add(found: &mut Vec<Range<usize>>, range: Range<usize>) {
    if range.is_empty() || found.iter().any(|other| other.start <= range.start && range.end <= other.end) {
        return;
    }
    // "the Treasury's Office of ..." are two; a longer reading of the same words takes the place of the shorter.
    found.retain(|other| !(range.start <= other.start && other.end <= range.end));
    if !found.iter().any(|other| other.start < range.end && range.start < other.end) {
        found.push(range);
    }
}

/// Without words that the sentence puts before the name, and cut where "and" joins another party.
fn trimmed(text: &str, mut range: Range<usize>) -> Range<usize> {
    while let Some(lead) = LEAD.find(&text[range.clone()]) {
        range.start += lead.end();
    }
    // "Halden and Federal Trade Commission": only words of office are joined.
    let mut from = range.start;
    while let Some(and) = text[from..range.end].find(" and ").map(|at| from + at) {
        let before = text[range.start..and].rsplit(' ').next().unwrap_or("").trim_end_matches(',');
        if JOINED.contains(&before) || text[range.start..and].contains("ommittee on ") {
            from = and + " and ".len();
        } else if text[range.start..and].split(' ').any(|word| matches!(word, "of" | "for" | "on")) {
            // "Bureau of Harbours and Halden".
            range.end = and;
        } else {
            range.start = and + " and ".len();
            from = range.start;
        }
    }
    // "Office of Harbours Director Ada Vale": the office ends before the post.
    if let Some(post) = POST.find(&text[range.clone()]) {
        range.end = range.start + post.start();
    }
    let name = &text[range.clone()];
    range.end = range.start + name.trim_end_matches([',', '.', ' ', '-']).len();
    if text[range.clone()].split('.').count() > 2 || text[range.end..].starts_with('.') && text[range.clone()].contains('.') {
        // "F.B.I." keeps its stops.
        let dot = usize::from(
            text[range.end..].starts_with('.') && text[range.clone()].rsplit('.').next().is_some_and(|last| last.len() == 1),
        );
        range.end += dot;
    }
    range
}

/// Whether a name that ends as a body's name does belongs to the public.
fn is_public(name: &str) -> bool {
    let last = name.split_whitespace().next_back().unwrap_or("");
    let vague = ["Authority", "Administration", "Service", "Council", "Unit", "Center", "Centre"];
    let of = name.contains(" of ") || name.contains(" for ");
    let needs = vague.contains(&last) || (of && vague.iter().any(|word| name.starts_with(word)));
    !PRIVATE.is_match(name)
        && (!needs
            || name.split_whitespace().any(|word| {
                PUBLIC.contains(&word)
                    || word.starts_with("Intelligence")
                    || word.starts_with("Investigation")
                    || matches!(word, "Secret" | "Marshals" | "Revenue" | "Prosecution")
            }))
}

fn with_alias(text: &str, range: Range<usize>) -> Body {
    let end = ALIAS.find(&text[range.end..]).map_or(range.end, |alias| range.end + alias.end());
    Body { whole: range.start..end, range }
}

#[cfg(test)]
mod tests {
    use super::{agencies, committees, is_initials, key};

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = agencies(text).into_iter().map(|body| &text[body.whole]).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn public_bodies_are_known_by_the_form_of_their_names() {
        check("The Justice Department and the FBI said on Monday.", &["Justice Department", "FBI"]);
        check("Investigators of the F.B.I. suspect it.", &["F.B.I."]);
        check(
            "The Cybersecurity and Infrastructure Security Agency (CISA), the Federal Bureau of Investigation (FBI) and the National Cyber Directorate of Karsholm warn.",
            &[
                "Cybersecurity and Infrastructure Security Agency (CISA)",
                "Federal Bureau of Investigation (FBI)",
                "National Cyber Directorate of Karsholm",
            ],
        );
        check(
            "The Treasury's Office of Foreign Assets Control (OFAC) designated it.",
            &["Treasury", "Office of Foreign Assets Control (OFAC)"],
        );
        check(
            "On Monday the Bureau of Industry and Security (BIS) published a rule.",
            &["Bureau of Industry and Security (BIS)"],
        );
        check("It asked the European Commission and Halden.", &["European Commission"]);
        check("Halden and the Federal Trade Commission met.", &["Federal Trade Commission"]);
        check("China's commerce ministry denounced it.", &["China's commerce ministry"]);
        check("Lorvania's Financial Crime Investigation Service opened an inquiry.", &["Financial Crime Investigation Service"]);
        check(
            "The U.S. Attorney's Office for the Southern District of New York charged him.",
            &["U.S. Attorney's Office for the Southern District of New York"],
        );
        check("Commerce said it would act; Treasury Secretary Ada Vale agreed.", &["Commerce"]);
        check("The White House said so.", &["White House"]);
        check("A White House aide and the White House press office spoke.", &[]);
        check("The National Cyber Security Centre (NCSC) advised firms.", &["National Cyber Security Centre (NCSC)"]);
        check("The Cyberspace Administration of China fined it.", &["Cyberspace Administration of China"]);
    }

    #[test]
    fn embassies_police_and_courts_that_act_are_public_bodies() {
        check("China's embassy in Washington did not respond.", &["China's embassy in Washington"]);
        check("Iran's mission to the United Nations called it baseless.", &["Iran's mission to the United Nations"]);
        check("Dutch police arrested two men; police in Nashua helped.", &["Dutch police", "police in Nashua"]);
        check("The police said so.", &[]);
        check("The Ninth Circuit ruled in May. Suwon District Court sentenced him.", &["Ninth Circuit", "Suwon District Court"]);
        check("It was filed in Suwon District Court on Monday.", &[]);
    }

    #[test]
    fn offices_and_services_of_many_states_are_known() {
        check(
            "The Information Commissioner's Office (ICO) and Kent Police ask.",
            &["Information Commissioner's Office (ICO)", "Kent Police"],
        );
        check("The Dutch intelligence agency AIVD said so.", &["AIVD"]);
        check("A spokesperson for the justice ministry said so.", &["justice ministry"]);
        check(
            "It told the Commerce Department's Center for AI Standards and Innovation.",
            &["Commerce Department", "Center for AI Standards and Innovation"],
        );
        check(
            "White House Office of Science and Technology Policy Director Ada Vale wrote it.",
            &["Office of Science and Technology Policy"],
        );
    }

    #[test]
    fn a_body_that_only_owns_employs_or_once_employed_somebody_does_not_act() {
        check("Hackers working for the Ministry of State Security broke in.", &[]);
        check("They work at the direction of Ostravia's Ministry of Applied Sciences.", &[]);
        check("A former FBI agent runs it.", &[]);
        check("The firm joined Lantern News Agency and the Better Business Bureau.", &[]);
        check("The Ruiz administration has ordered it.", &["Ruiz administration"]);
        check("Estravian authorities have documented it.", &["Estravian authorities"]);
        check("The administration of the school said so.", &[]);
        check("It broke the FTC Act, a SEC filing says.", &[]);
        check("Prices of Treasury bonds fell.", &[]);
    }

    #[test]
    fn committees_are_bodies_of_a_parliament() {
        let found = |text: &str| committees(text).into_iter().map(|body| text[body.range].to_owned()).collect::<Vec<_>>();
        assert_eq!(
            found("The Senate Banking Committee and the House Select Committee on China met."),
            ["Senate Banking Committee", "House Select Committee on China"]
        );
        assert_eq!(
            found("The Senate Committee on Banking, Housing, and Urban Affairs heard it."),
            ["Senate Committee on Banking, Housing, and Urban Affairs"]
        );
        assert!(found("The executive committee and the Central Committee met.").is_empty());
    }

    #[test]
    fn one_body_has_many_names() {
        assert_eq!(key("U.S. Department of Justice"), key("Justice Department"));
        assert_eq!(key("DOJ"), key("Justice Department"));
        assert!(is_initials("CISA", "Cybersecurity and Infrastructure Security Agency"));
        assert!(is_initials("F.B.I.", "Federal Bureau of Investigation"));
        assert!(!is_initials("NSA", "National Cyber Directorate"));
    }
}
