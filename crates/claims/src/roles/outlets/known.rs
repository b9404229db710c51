//! Outlets that readers know by name, whatever stands around them.

use crate::pattern::patterns;
use std::ops::Range;

patterns! {
    /// Names that are nothing else.
    SURE = r"(?x)\b(?:Reuters|Bloomberg(?:\s+(?:News|Law|Businessweek|Government))?|Associated\s+Press|Agence\s+France-Presse|Xinhua(?:\s+News\s+Agency)?|Yonhap|Kyodo(?:\s+News)?|Caixin|Nikkei(?:\s+Asia)?
        |CNBC|CNN|BBC(?:\s+(?:News|Radio\s+4|Verify))?|NPR|NBC\s+News|ABC\s+News|CBS\s+News|Fox\s+(?:News|Business)|Sky\s+News|Al\s+Jazeera|Deutsche\s+Welle|Der\s+Spiegel|Le\s+Monde|Handelsblatt|Meduza|Haaretz
        |Financial\s+Times|Wall\s+Street\s+Journal|New\s+York\s+Times|Washington\s+Post|Los\s+Angeles\s+Times|South\s+China\s+Morning\s+Post|Global\s+Times|People['’]s\s+Daily|USA\s+Today|The\s+(?:Guardian|Economist|Atlantic|New\s+Yorker|Verge|Register|Hacker\s+News|Hill|Intercept|Wire\s+China)
        |Axios|Politico|POLITICO|Semafor|Punchbowl(?:\s+News)?|ProPublica|Business\s+Insider|Forbes|TechCrunch|VentureBeat|Ars\s+Technica|BleepingComputer|Bleeping\s+Computer|CyberScoop|SecurityWeek|Krebs\s+on\s+Security|KrebsOnSecurity|Dark\s+Reading|ZDNet|ZDNET|CNET|Engadget|Gizmodo|TechRadar|Tom['’]s\s+Hardware|DigiTimes|DIGITIMES|404\s+Media|MIT\s+Technology\s+Review|Rest\s+of\s+World|Nu\.nl)(?:\b|$)";
    /// Names that are common words too, by what an outlet does.
    TOLD = r"(?:\b(?:told|tells|to|by|per|[Aa]ccording\s+to|from|with)\s+)(?P<told>The\s+(?:Information|Record|Diplomat|Times|Telegraph|Independent)|Wired|WIRED|Fortune)\b|\b(?P<did>The\s+(?:Information|Record|Diplomat|Times|Telegraph|Independent)|Wired|WIRED|Fortune)\s+(?:(?:has|had|first|also|previously|earlier)\s+)*(?:reported|reports|learned|said|wrote|revealed|found|obtained|reviewed|quoted)\b";
    /// What makes another thing of the name.
    OTHER = r"(?i)^(?:['’]s)?\s+(?:terminals?|intelligence|index|billionaires|economics|opinion|subsidiary|shares|500|list|beta|philanthropies|graphics)\b|^(?:\.\w|-\w)";
}

/// Where `text` names such outlets.
pub(super) fn known(text: &str) -> Vec<Range<usize>> {
    let told = TOLD.captures_iter(text).filter_map(|found| found.name("told").or_else(|| found.name("did")));
    let mut found: Vec<Range<usize>> = SURE.find_iter(text).chain(told).map(|name| name.range()).collect();
    found.retain(|name| !OTHER.is_match(&text[name.end..]));
    found.sort_by_key(|name| name.start);
    found
}

#[cfg(test)]
mod tests {
    use super::known;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = known(text).into_iter().map(|name| &text[name]).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn outlets_are_known_by_name() {
        check("Seen in CNBC, Bloomberg News and The Wall Street Journal.", &["CNBC", "Bloomberg News", "Wall Street Journal"]);
        check("According to The Information, it was told to The Record.", &["The Information", "The Record"]);
        check("The Information on the case is thin, and a fortune was lost on a Bloomberg terminal.", &[]);
    }
}
