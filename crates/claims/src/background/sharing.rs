//! Companies and agencies that share information with each other.

use crate::document::{is_demonym, short_name};
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content};
use std::ops::Range;

patterns! {
    /// A verb of sharing with what is shared.
    SHARES = r"(?i)\b(?:(?:have|has|had|are|is|were|was|been|being|will|now|also|already|since|regularly|routinely|jointly|quietly|begun|began|started|agreed|pledged|promised|continue[sd]?|plan(?:s|ned|ning)?|expect(?:s|ed)?|formed\s+(?:a|an)\s+(?:[\w-]+\s+){0,2}?(?:coalition|alliance|group|partnership|body|forum|consortium)|set\s+up\s+(?:a|an)\s+(?:[\w-]+\s+){1,4}?|joined\s+forces|collaborated|teamed\s+up|partnered|cooperating|co-operating|cooperated|working\s+together|worked\s+together|coming\s+together|to|in|on|by|for)\s+)*(?:shar(?:e|es|ed|ing)|exchang(?:e|es|ed|ing)|pool(?:s|ed|ing)?|swap(?:s|ped|ping)?|pass(?:es|ed|ing)?(?:\s+(?:on|along))?|hand(?:s|ed|ing)?\s+over|circulat(?:e|es|ed|ing)|disseminat(?:e|es|ed|ing)|compar(?:e|es|ed|ing))\s+(?P<what>(?:[\p{L}\d’'-]+\s+){0,5}?(?:information|intelligence|indicators?(?:\s+of\s+compromise)?|IOCs|data|findings|signatures|details|names|lists?|evidence|insights|notes|fingerprints|telemetry|best\s+practices|lessons|logs|samples|block-?lists|warnings|alerts|tips|IP\s+addresses|reports|techniques|methods)\b)";
    /// What the information is about.
    ABOUT = r"(?i)^\s+(?:of|about|on|regarding|concerning|relating\s+to|for)\s+";
    /// Where what is shared ends.
    WHAT_ENDS = r"(?i)\s+(?:with|to|among|amongst|between|through|via|across|since|and|as|so|in|that|which|who|before|after|when|while|under)\b|[,.;:—–()”\x22]";
    WHOM = r"(?i)^\s+(?:[\w-]+\s+){0,2}?(?P<how>with|to|among|amongst|between|through|via|across)\s+(?P<partners>(?:[^,;.]|\.\S)+(?:,\s+(?:and\s+)?(?-i:\p{Lu})[^,;.]*)*)";
    /// Words behind the partners.
    SINCE = r"(?i)\s+(?:since|for|in|so|to|through|via|after|under)\s.*$";
    /// Who shares among offices and makers, not with the press or the public.
    PARTNER = r"(?i)\b(?:each\s+other|one\s+another|themselves|peers?|partners?|rivals?|competitors?|counterparts?|allies|members?|other\s+(?:\w+\s+){0,3}?(?:labs|developers|companies|firms|makers|chip-?makers|banks|agencies|providers|vendors|operators|governments|platforms|retailers|hospitals|victims)|developers|companies|labs|firms|chip-?makers|banks|providers|vendors|industry|authorities|agenc(?:y|ies)|governments?|law\s+enforcement|police|regulators?|prosecutors?|investigators?|officials|department|bureau|FBI|CISA|exchange|forum|cent(?:er|re)|ISAC|council|coalition|group|researchers)\b";
    /// A body for it, or an agreement: then its members share without more words.
    TOGETHER = r"(?i)\b(?:formed|set\s+up|joined\s+forces|collaborat\w+|teamed\s+up|partner(?:ed|ing)|agreed|working\s+together|worked\s+together|cooperat\w+|co-operat\w+|jointly|coalition|alliance)\b";
    /// Many who share, though it is not said with whom.
    MEMBERS = r"(?i)(?:^|[,;]\s+|\bthat\s+)(?:the\s+|its\s+|these\s+)?(?:members\s+of|(?:[\w-]+\s+){0,3}?(?:members|companies|labs|firms|agencies|governments|developers|makers))\b[^,;]*$";
    /// Sharing that is asked for, allowed or refused, or is the intruders'.
    NOT_DONE = r"(?i)\b(?:should|would|could|must|may|might|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?\s+(?:for|on)|ask(?:s|ed|ing)?|wants?|wanted|requir(?:e|es|ed|ing)|oblig\w+|allow(?:s|ed|ing)?|let(?:s|ting)?|permit\w*|enabl\w+|encourag\w+|recommend\w*|propos\w+|seek(?:s|ing)?|sought|bill|amendment|rule|safe\s+harbou?r|legislation|antitrust|laws?|refus\w+|declin\w+|fail\w+|accus\w+|alleged\w*|charged|hackers?|criminals?|intruders?|attackers?|thieves|gang|unauthori[sz]ed|illegally|not|n['’]t|never|without|help(?:s|ed|ing)?\s+(?:\w+\s+){0,2}to)\b(?:\s+[\p{L}\d’'-]+){0,8}\s*$";
    WE = r"(?i)\b(?:we|it|the\s+(?:company|lab|firm|start-?up|developer|agency|bureau|department|group))\b";
    SUBJECT = r"(?i)^(?:.*\b(?:that|said|says|since\s+\w+\s+\d{4}|,)\s+)?(?P<subject>(?:members|companies|the|both|all|some|several|two|three|four|five|other|these)\s+(?:[\w-]+\s+){0,4}[\w-]+)\s*$";
}

/// "A, B and C have joined forces to share ...": the members are the subject.
pub(super) fn propose(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    if sentence.mute {
        return;
    }
    for found in SHARES.captures_iter(&sentence.text) {
        let (Some(whole), Some(what)) = (found.get(0), found.name("what")) else { continue };
        let before = sentence.words(0..whole.start());
        if NOT_DONE.is_match(before) || NOT_DONE.is_match(whole.as_str().split_at(what.start() - whole.start()).0) {
            continue;
        }
        let mut named = sentence.names_listed_before(whole.start());
        // "it told the FBI and shared ...": the name before the verb is the object of another.
        if let [one] = named.as_slice()
            && sentence.words(one.range.end..whole.start()).contains("and")
        {
            named.clear();
        }
        // A parent before its company, "Parent Inc.'s Company", is not a member of its own.
        let owns = |end: usize| sentence.words(end..whole.start()).starts_with(['\'', '’']);
        let mut members: Vec<String> = named
            .iter()
            .filter(|name| !is_demonym(&name.what.text) && !owns(name.range.start + name.what.text.len()))
            .map(|name| member(&name.what.text))
            .collect();
        if members.iter().any(|name| reader.cast.accused.iter().any(|one| one.name == *name)) {
            continue;
        }
        let after = sentence.words(what.end()..sentence.text.len());
        let about =
            ABOUT.find(after).map_or(0, |about| WHAT_ENDS.find_at(after, about.end()).map_or(after.len(), |end| end.start()));
        let what = what.start()..what.end() + about;
        let whom = WHOM.captures(sentence.words(what.end..sentence.text.len()));
        let partners = whom.as_ref().and_then(|whom| Some((whom.name("how")?.as_str(), whom.name("partners")?)));
        let place = |partners: &regex::Match<'_>| what.end + partners.start()..what.end + partners.end();
        let partners =
            partners.filter(|(_, partners)| PARTNER.is_match(partners.as_str()) || has_name(sentence, place(partners)));
        let together = TOGETHER.is_match(whole.as_str()) || TOGETHER.is_match(before);
        if partners.is_none() && (members.len() < 2 && !together && !MEMBERS.is_match(before)) {
            continue;
        }
        if members.is_empty() {
            members.extend(unnamed(reader, sentence, before));
        }
        if members.is_empty() {
            continue;
        }
        if let Some((_, partners)) = partners.filter(|(how, _)| *how == "with") {
            members.push(SINCE.replace(partners.as_str().trim(), "").into_owned());
        }
        let start = named.first().map_or_else(|| sentence.clause_start(whole.start()), |first| first.range.start);
        let end = partners.map_or(what.end, |(_, partners)| place(&partners).end);
        let Some(mut content) = reader.claim(ClaimKind::Sharing, sentence, start..end, Matter::Told) else { continue };
        content.subject = members.join(", ");
        content.property = "information sharing".to_owned();
        content.value = Some(sentence.words(what).trim().to_owned());
        out.push(content);
    }
}

/// Who shares in a sentence that names nobody: the accuser who speaks of itself, or a kind of people.
fn unnamed(reader: &Reader<'_, '_>, sentence: &Sentence, before: &str) -> Option<String> {
    let last = before.trim_end();
    let tail = last.get(last.rfind([',', ';']).map_or(0, |at| at + 1)..).unwrap_or("").trim();
    if let Some(ours) = WE.find(tail) {
        let outlet =
            sentence.chain.first().map(|speaker| speaker.name.clone()).filter(|_| ours.as_str().eq_ignore_ascii_case("we"));
        return outlet.or_else(|| reader.cast.accuser.clone()).or_else(|| Some(ours.as_str().to_owned()));
    }
    if let Some(name) = sentence.name_before(before.len(), 6) {
        return Some(member(&name.what.text));
    }
    if tail.starts_with(char::is_uppercase) && tail.split_whitespace().count() <= 3 {
        return Some(tail.to_owned());
    }
    SUBJECT.captures(tail).and_then(|found| found.name("subject")).map(|subject| subject.as_str().to_owned())
}

fn has_name(sentence: &Sentence, range: Range<usize>) -> bool {
    sentence.names.iter().any(|name| name.range.start < range.end && range.start < name.range.end)
}

/// The company of "Parent Inc.'s Company".
fn member(name: &str) -> String {
    let own = name.rsplit_once("'s ").or_else(|| name.rsplit_once("’s ")).map_or(name, |(_, own)| own);
    short_name(own)
}
