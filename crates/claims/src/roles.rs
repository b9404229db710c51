//! Which part the others play: labs and their parents, the model that was targeted, officials, outlets. Accuser and accused are left
//! to `parties`.

use crate::document::{holds_name, is_demonym};
use crate::page::Sentence;
use crate::parties::TIE_LIMIT;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::{Matter, bare};
use dossier_grammar::NameKind;
use dossier_model::{ClaimKind, Content, SpeakerRole};
use std::ops::Range;

patterns! {
    OFFICIAL = r"\b(?:Sen(?:ator|\.)|Rep(?:resentative|\.)|Congress(?:man|woman)|President|Vice President|Secretary(?: of [\p{Lu}]\w+)?|[Ss]ecretary|[Uu]ndersecretary|Director|Chair(?:man|woman)?|Attorney(?: General)?|Ambassador|Minister|Commissioner|Republican|Democrat|(?:policy )?chief|[Oo]fficial)\s+$";
    PRIVATE = r"(?i)\b(?:CEO|chief executive|founder|spokes\w+|company|firm|startup)\b";
    MODEL = r"^(?:['’]s)?\s+(?:(?:artificial[- ]intelligence|AI|language|frontier)\s+)*models?\b";
}

/// All parts but the accuser's and the accused's.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        labs(reader, sentence, out);
        target(reader, sentence, out);
        officials(reader, sentence, out);
        outlets(reader, sentence, out);
    }
}

/// The part that `name` plays.
pub(crate) fn role(reader: &Reader<'_, '_>, sentence: &Sentence, range: Range<usize>, name: &str, role: &str) -> Option<Content> {
    let matter = if role == "accused" { Matter::Campaign } else { Matter::Record };
    let mut content = reader.claim(ClaimKind::Party, sentence, range, matter)?;
    content.subject = name.to_owned();
    content.property = "role".to_owned();
    content.value = Some(role.to_owned());
    Some(content)
}

fn labs(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for accused in &reader.cast.accused {
        for lab in &accused.labs {
            let Some(at) = sentence.text.find(lab.as_str()) else { continue };
            let own = at..at + lab.len();
            let from = if lab.contains(&accused.name) {
                own.start
            } else {
                sentence
                    .text
                    .find(&accused.name)
                    .filter(|name| *name < own.start && own.start - name < TIE_LIMIT)
                    .unwrap_or(own.start)
            };
            out.extend(role(reader, sentence, from..own.end, lab, "lab"));
            out.extend(role(reader, sentence, from..own.end, &accused.name, "parent"));
        }
    }
}

fn target(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    let Some(target) = &reader.cast.target else { return };
    let Some(at) = sentence.text.find(target.as_str()).filter(|_| holds_name(&sentence.text, target)) else { return };
    let after = sentence.words(at + target.len()..sentence.text.len());
    if let Some(model) = MODEL.find(after) {
        out.extend(role(reader, sentence, at..at + target.len() + model.end(), target, "target model"));
    }
}

/// "Tennessee Republican Ada Vale", "Director Ben Orne": people who hold a public office.
fn officials(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for name in &sentence.names {
        let is_person = name.what.kind == NameKind::Person || name.what.text.split_whitespace().count() >= 2;
        let before = sentence.words(0..name.range.start);
        let Some(title) = OFFICIAL.find(before) else { continue };
        let from = sentence.names.iter().rfind(|office| {
            office.range.end <= title.start() && sentence.words(office.range.end..title.start()).trim().is_empty()
        });
        let start = from.map_or(title.start(), |office| office.range.start);
        if is_person && !is_demonym(&name.what.text) && !PRIVATE.is_match(sentence.words(start..name.range.start)) {
            let end = name.range.start + name.what.text.len();
            out.extend(role(reader, sentence, start..end.max(name.range.end.min(end)), &name.what.text, "official"));
        }
    }
}

/// Outlets that the text itself names on the way.
fn outlets(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    let publisher = sentence.chain.first().filter(|first| first.role == SpeakerRole::Outlet).map(|first| bare(&first.name));
    let named = sentence.speakers.iter().filter(|speaker| speaker.what.role == SpeakerRole::Outlet);
    for speaker in named.filter(|speaker| publisher != Some(bare(&speaker.what.name))) {
        out.extend(role(reader, sentence, speaker.range.clone(), &speaker.what.name, "outlet"));
    }
}
