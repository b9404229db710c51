//! What a column probably means: by the words of its head, held against its cells.

use super::cell;
use super::grid::Grid;
use crate::pattern::patterns;
use dossier_grammar::FigureKind;
use dossier_model::{Column, ColumnMeaning};
use regex::Regex;

patterns! {
    NUMBERING = r"(?i)^(?:#|no\.?|nr\.?|id|ids|index|row|ref(?:erence)?(?:\s+no\.?)?|(?:case|incident|record|ticket|docket|serial)\s*(?:#|no\.?|nr\.?|number|id))$|\b(?:url|link|hyperlink|e-?mail|phone|postcode|zip|latitude|longitude|sha-?256|hash)\b";
    DISCLOSED = r"(?i)\b(?:disclos\w+|reported|announced|published|made\s+public|discovered|detected)\b.*\b(?:on|date|day)\b|\b(?:date|day)\b.*\b(?:disclos\w+|reported|announced|published|discovered|detected|of\s+(?:report|disclosure|publication))\b|^(?:disclosed|reported|announced|published)$";
    FIRST_DAY = r"(?i)^(?:from|since|start|began|begin(?:ning)?|first\s+(?:seen|day|observed))\b|\b(?:start|begin|beginning|first)\s*(?:date|day|seen)\b|\bdate\s+(?:from|started|began)\b";
    LAST_DAY = r"(?i)^(?:to|until|till|end|ended|last\s+(?:seen|day|observed))\b|\b(?:end|last)\s*(?:date|day|seen)\b|\bdate\s+(?:to|ended|until)\b";
    DATE = r"(?i)\b(?:date|day|when|month|year|period|time\s?frame|dates|occurred)\b";
    TECHNIQUE = r"(?i)\b(?:atlas|att&ck|mitre|technique\s+(?:id|number|code)|ttp\s+id)\b";
    METHOD = r"(?i)\b(?:methods?|techniques?|ttps?|tactics?|vectors?|modus|how)\b";
    CAPABILITY = r"(?i)\b(?:capabilit(?:y|ies)|abilit(?:y|ies)|skills?|functions?\s+targeted)\b";
    CERTAINTY = r"(?i)\b(?:status|certainty|confidence|verification|verified|confirmed|credibility)\b";
    OUTLET = r"(?i)^(?:source|sources|outlet|publisher|publication|media|newspaper|reported\s+by|according\s+to|told\s+by)\b";
    TARGET = r"(?i)\b(?:targets?|targeted|victims?|affected|complainants?|plaintiffs?|injured|model\s+(?:attacked|copied))\b|^(?:model|provider|lab)$";
    ACCUSED = r"(?i)\b(?:accused|actors?|attackers?|perpetrators?|suspects?|suspected|attributed|attribution|operators?|defendants?|respondents?|offenders?|adversar(?:y|ies)|responsible|exporters?|consignors?|smugglers?)\b|^(?:who|by\s+whom|entity|company|party)$";
    INCIDENT = r"(?i)^(?:incidents?|campaigns?|cases?|events?|operations?|names?|titles?|(?:incident|campaign|case|event|operation)\s+(?:names?|titles?))$";
    ACT = r"(?i)^(?:acts?|activit(?:y|ies)|conduct|what|what\s+happened|type|kind|category|offen[cs]e|(?:type|kind)\s+of\s+\w+)$";
    TEXT = r"(?i)\b(?:descriptions?|summar(?:y|ies)|details?|notes?|comments?|narratives?|remarks?|account\s+of|facts)\b";
    /// What stands around the thing that is counted.
    COUNTED = r"(?i)^\s*(?:(?:total|estimated|approx(?:imate|\.)?|reported|alleged|the)\s+)*(?:(?:number|no\.?|nr\.?|count|quantity|volume|#)\s*(?:of\s+)?)?(?P<unit>[^()\[\],/]*?)\s*(?:(?:count|total|number)\s*)?(?:[(\[,/].*)?$";
    CURRENCY = r"\b(?P<code>USD|EUR|GBP|CNY|RMB|JPY|CHF|CAD|AUD|SGD|HKD|TWD|KRW|INR)\b|(?P<sign>US\$|[$€£¥])";
    MONEY = r"(?i)\b(?:amount|value|worth|price|cost|loss(?:es)?|fine|penalt(?:y|ies)|revenue|damages?)\b";
}

/// Of its cells, so many of ten must say what a column is taken to mean.
const MOST: usize = 6;

/// Longer than this on average, in characters, cells are sentences.
const LONG: usize = 60;

/// What heads say, the surest first.
fn by_head(head: &str) -> Option<ColumnMeaning> {
    let words: [(&Regex, ColumnMeaning); 14] = [
        (&NUMBERING, ColumnMeaning::Nothing),
        (&DISCLOSED, ColumnMeaning::Disclosed),
        (&FIRST_DAY, ColumnMeaning::FirstDay),
        (&LAST_DAY, ColumnMeaning::LastDay),
        (&TECHNIQUE, ColumnMeaning::Technique),
        (&METHOD, ColumnMeaning::Method),
        (&CAPABILITY, ColumnMeaning::Capability),
        (&TEXT, ColumnMeaning::Text),
        (&CERTAINTY, ColumnMeaning::Certainty),
        (&OUTLET, ColumnMeaning::Outlet),
        (&ACCUSED, ColumnMeaning::Accused),
        (&TARGET, ColumnMeaning::Target),
        (&INCIDENT, ColumnMeaning::Incident),
        (&ACT, ColumnMeaning::Act),
    ];
    let found = words.iter().find(|(pattern, _)| pattern.is_match(head)).map(|(_, meaning)| *meaning);
    found.or_else(|| DATE.is_match(head).then_some(ColumnMeaning::Date))
}

/// What the columns of `grid` probably mean.
pub(super) fn columns(grid: &Grid<'_>) -> Vec<Column> {
    let mut columns: Vec<Column> = (1..=grid.width()).map(|number| column(grid, number)).collect();
    // Of a row one thing is its name, its day, its outlet: a second column that looks like it is left to the person.
    let mut once = Vec::new();
    for column in &mut columns {
        let single = matches!(
            column.meaning,
            ColumnMeaning::Incident
                | ColumnMeaning::Date
                | ColumnMeaning::FirstDay
                | ColumnMeaning::LastDay
                | ColumnMeaning::Disclosed
                | ColumnMeaning::Certainty
                | ColumnMeaning::Outlet
        );
        if single && once.contains(&column.meaning) {
            column.meaning = ColumnMeaning::Nothing;
        }
        once.push(column.meaning);
    }
    columns
}

fn column(grid: &Grid<'_>, number: usize) -> Column {
    let head = grid.heads.get(&number).copied().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
    let cells: Vec<&str> = grid.column(number).map(|cell| cell.words).collect();
    let (order, most) =
        (cell::order(cells.iter().copied()), |count: usize| !cells.is_empty() && count * 10 >= cells.len() * MOST);
    let reads = |meaning: ColumnMeaning| {
        let column = Column { head: head.clone(), meaning, unit: None };
        most(cells.iter().filter(|words| cell::is_read(words, &column, order)).count())
    };
    let of_kind = |kind: FigureKind| most(cells.iter().filter(|words| cell::figure_kind(words) == Some(kind)).count());
    let long = || cells.iter().map(|words| words.chars().count()).sum::<usize>() > LONG * cells.len();
    let currency = currency_of(&head).or_else(|| cells.iter().find_map(|words| currency_of(words)));
    let meaning = match by_head(&head) {
        // "Technique" may name it, or give its identifier.
        Some(ColumnMeaning::Method) if reads(ColumnMeaning::Technique) => ColumnMeaning::Technique,
        Some(meaning) if meaning == ColumnMeaning::Nothing || reads(meaning) && !is_number_for(meaning, &reads) => meaning,
        _ if reads(ColumnMeaning::Date) && !reads(ColumnMeaning::Count) => ColumnMeaning::Date,
        _ if of_kind(FigureKind::Rate) || head.contains('%') || head.to_lowercase().contains("percent") => ColumnMeaning::Rate,
        _ if reads(ColumnMeaning::Count) && (currency.is_some() || of_kind(FigureKind::Amount) || MONEY.is_match(&head)) => {
            ColumnMeaning::Amount
        }
        _ if reads(ColumnMeaning::Count) && counted(&head).is_some() => ColumnMeaning::Count,
        _ if long() => ColumnMeaning::Text,
        _ => ColumnMeaning::Nothing,
    };
    let unit = match meaning {
        ColumnMeaning::Count => counted(&head),
        ColumnMeaning::Amount => currency,
        ColumnMeaning::Rate => Some("percent".to_owned()),
        _ => None,
    };
    Column { head, meaning, unit }
}

/// Whether a column whose head names people or things holds numbers: it counts them. "Victims: 40".
fn is_number_for(meaning: ColumnMeaning, reads: &impl Fn(ColumnMeaning) -> bool) -> bool {
    let names = matches!(
        meaning,
        ColumnMeaning::Accused | ColumnMeaning::Target | ColumnMeaning::Incident | ColumnMeaning::Act | ColumnMeaning::Method
    );
    names && reads(ColumnMeaning::Count)
}

/// What a head says is counted: "accounts" of "Number of fraudulent accounts (thousands)".
fn counted(head: &str) -> Option<String> {
    let found = COUNTED.captures(head)?;
    let unit = found["unit"].trim().to_lowercase();
    let last = unit.split_whitespace().last().unwrap_or("");
    // "Accounts used" counts accounts.
    let noun = unit.split_whitespace().rev().find(|word| word.len() > 2 && word.ends_with('s')).unwrap_or(last);
    noun.chars().any(char::is_alphabetic).then(|| noun.to_owned())
}

fn currency_of(words: &str) -> Option<String> {
    let found = CURRENCY.captures(words)?;
    let code = match (found.name("code"), found.name("sign")) {
        (Some(code), _) if code.as_str() == "RMB" => "CNY",
        (Some(code), _) => code.as_str(),
        (_, Some(sign)) if sign.as_str() == "€" => "EUR",
        (_, Some(sign)) if sign.as_str() == "£" => "GBP",
        // A bare "¥" is two countries' sign.
        (_, Some(sign)) if sign.as_str() == "¥" => return None,
        _ => "USD",
    };
    Some(code.to_owned())
}

/// Whether columns tell incidents: who or which, and what or when.
pub(super) fn tells_incidents(columns: &[Column]) -> bool {
    let has = |meanings: &[ColumnMeaning]| columns.iter().any(|column| meanings.contains(&column.meaning));
    has(&[ColumnMeaning::Accused, ColumnMeaning::Target, ColumnMeaning::Incident])
        && has(&[
            ColumnMeaning::Date,
            ColumnMeaning::FirstDay,
            ColumnMeaning::Count,
            ColumnMeaning::Amount,
            ColumnMeaning::Act,
            ColumnMeaning::Method,
            ColumnMeaning::Technique,
            ColumnMeaning::Capability,
        ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_told_by_their_words() {
        let check = |head: &str, expect: Option<ColumnMeaning>| assert_eq!(by_head(head), expect, "{head}");
        check("Incident no.", Some(ColumnMeaning::Nothing));
        check("Campaign", Some(ColumnMeaning::Incident));
        check("Threat actor", Some(ColumnMeaning::Accused));
        check("Attributed to", Some(ColumnMeaning::Accused));
        check("Targeted model", Some(ColumnMeaning::Target));
        check("Date of incident", Some(ColumnMeaning::Date));
        check("Date reported", Some(ColumnMeaning::Disclosed));
        check("First seen", Some(ColumnMeaning::FirstDay));
        check("End date", Some(ColumnMeaning::LastDay));
        check("ATLAS technique", Some(ColumnMeaning::Technique));
        check("Capabilities", Some(ColumnMeaning::Capability));
        check("Status", Some(ColumnMeaning::Certainty));
        check("Reported by", Some(ColumnMeaning::Outlet));
        check("Source URL", Some(ColumnMeaning::Nothing));
        check("Summary", Some(ColumnMeaning::Text));
        check("Accounts", None);
    }

    #[test]
    fn what_is_counted_stands_in_the_head() {
        let check = |head: &str, expect: &str| assert_eq!(counted(head).as_deref(), Some(expect), "{head}");
        check("Accounts", "accounts");
        check("Number of fraudulent accounts (thousands)", "accounts");
        check("Accounts used", "accounts");
        check("# of exchanges", "exchanges");
        check("Exchange count", "exchange");
        assert_eq!(counted("(m)"), None);
        assert_eq!(currency_of("Loss (US$)").as_deref(), Some("USD"));
        assert_eq!(currency_of("¥ 300"), None);
    }
}
