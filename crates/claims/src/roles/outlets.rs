//! Publications that a text names on the way.

use super::Part;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::bare;
use dossier_model::SpeakerRole;

patterns! {
    /// "The Harbor Journal last year described".
    REPORTS = r"(?x)^\s+(?:(?:has|had|have|first|also|previously|earlier|last\s+\w+|this\s+\w+|on\s+\w+day|later|recently|was|were|is|could|did|and\s+others)\s+){0,4}(?:not\s+)?(?:independently\s+|immediately\s+)?(?:reported|described|seen|reviewed|obtained|verify|verified|confirm|confirmed|wrote|published|revealed|quoted|broke|able\s+to|unable\s+to|contacted|asked|reached|cited|estimated|called|found|interviewed|learned|noted)\b";
    /// What a paper tells of its own checks.
    CHECKS = r"^\s+(?:(?:was|were|has|had)\s+(?:not\s+(?:been\s+)?able|unable)|could\s+not|has\s+seen|had\s+seen|has\s+reviewed|has\s+not\s+(?:seen|verified|independently)|did\s+not\s+(?:independently|immediately))\b";
    PAPER = r"^(?:The\s+)?(?:\p{Lu}[\p{L}.&-]*\s+){0,4}(?:Times|Journal|Post|Herald|Tribune|Gazette|Daily|Wire|Globe|Chronicle|Observer|Weekly|Telegraph|Courier|Mirror|Sentinel|Examiner|Inquirer|Magazine|News|News\s+Agency|Broadcasting\s+\p{L}+)$";
    FIRST = r"^,\s+which\s+(?:first\s+|originally\s+)(?:reported|broke|obtained|published|revealed)\b";
}

/// Whether `name` is that of a paper or an agency of news.
pub(crate) fn is_paper(name: &str) -> bool {
    PAPER.is_match(name)
}

/// The outlets that `sentence` names.
pub(crate) fn parts(reader: &Reader<'_, '_>, sentence: &Sentence, parts: &mut Vec<Part>) {
    let text = &sentence.text;
    // The publisher stands first in every chain, without words of its own but where it names itself.
    let mut firsts = reader.page.sentences().filter_map(|sentence| sentence.chain.first());
    let publisher =
        firsts.find(|first| first.role == SpeakerRole::Outlet && first.words.is_none()).map(|first| bare(&first.name));
    // "The Ledger" for "The Harbor Ledger": a paper that speaks of itself by half its name.
    let itself =
        |name: &str| publisher.is_some_and(|own| own != bare(name) && (own.ends_with(bare(name)) || own.starts_with(bare(name))));
    for speaker in sentence.speakers.iter().filter(|speaker| speaker.what.role == SpeakerRole::Outlet) {
        let name = &speaker.what.name;
        // "told Harbor News" in its own report, "Published By : Ada Vale" above it.
        let own = publisher == Some(bare(name))
            && speaker.range.len() > name.len()
            && sentence.words(speaker.range.clone()).starts_with("told");
        if !own
            && !sentence.words(speaker.range.clone()).contains(':')
            && !itself(name)
            && name.starts_with(|c: char| c.is_uppercase())
            && !reader.cast.is_accuser(name)
        {
            parts.push(Part::new(speaker.range.clone(), name, "outlet"));
        }
    }
    for name in &sentence.names {
        let (start, end) = (name.range.start, name.range.start + name.what.text.len());
        let own = &text[start..end];
        let after = &text[end..];
        let verb = REPORTS
            .find(after)
            .filter(|_| PAPER.is_match(own))
            .or_else(|| CHECKS.find(after).filter(|_| PAPER.is_match(own) || publisher == Some(bare(own))));
        let verb = verb.or_else(|| FIRST.find(after));
        if let Some(verb) = verb.filter(|_| !itself(own)) {
            parts.push(Part::new(start..end + verb.end(), own, "outlet"));
        }
    }
}
