//! What the objects of a STIX bundle claim.
//!
//! Campaigns tell when they ran, actors are accused, identities play the part that relationships and roles give them, attack patterns are
//! methods and techniques, courses of action are measures asked for, observations count, reports disclose. Relationships tie them: what is
//! `attributed-to` somebody is by them, what `targets` somebody is a deed against them.

mod objects;
mod relations;

use super::exported;
use super::places::{Place, Places, day, window};
use super::sure::Sureness;
use super::{Prose, Told};
use crate::propose::About;
use dossier_model::{Bound, ClaimKind, Content, Decimal, Edtf, Hedge, Quantity, Span, Speaker, SpeakerRole};
pub(super) use objects::{Bundle, Object, technique_rank};
use std::collections::BTreeSet;

/// Properties that are texts.
const PROSE: &[&str] = &["abstract", "summary", "description", "content", "explanation"];

/// Objects whose texts describe a thing in general: what a tool can do is not what was done with it in this case.
const IN_GENERAL: &[&str] = &["malware", "tool", "vulnerability", "indicator", "malware-analysis", "location"];

/// The parts that an identity's `roles` can name, as the dossier names them.
const PARTS: &[&str] = &[
    "accuser",
    "accused",
    "designated",
    "victim",
    "lab",
    "parent",
    "official",
    "agency",
    "committee",
    "outlet",
    "addressee",
    "target model",
];

/// What the bundle tells whose values stand at `places`; `None` where they are of another document.
pub(super) fn told(places: &Places<'_>, about: &About<'_>) -> Option<Told> {
    let bundle = Bundle::of(places)?;
    let pen = Pen { places, bundle: &bundle, about, subject: bundle.subject(None), accusers: bundle.accusers() };
    let mut claims = Vec::new();
    let mut exported = Vec::new();
    let mut prose = Vec::new();
    for object in bundle.objects.iter().filter(|object| !object.revoked()) {
        match object.kind.as_str() {
            "campaign" | "incident" => claims.extend(pen.ran(object, &bundle.subject(Some(object)), "window")),
            "threat-actor" | "intrusion-set" => {
                claims.extend(pen.part(object, "accused"));
                claims.extend(pen.ran(object, object.name.map_or("", |name| name.words), "period of activity"));
            }
            "identity" => claims.extend(pen.identity(object)),
            "attack-pattern" => pen.technique(object, &mut claims),
            "course-of-action" => claims.extend(pen.measure(object)),
            "observed-data" => claims.extend(pen.count(object, "number_observed", "observations", "observed")),
            "sighting" => claims.extend(pen.count(object, "count", "sightings", "seen")),
            "report" => claims.extend(pen.disclosure(object)),
            "opinion" => claims.extend(pen.opinion(object)),
            "relationship" => relations::told(&pen, object, &mut claims),
            "note" => exported.extend(exported::told(places, &bundle, object)),
            _ => {}
        }
        for key in PROSE.iter().filter(|_| !IN_GENERAL.contains(&object.kind.as_str())) {
            if let Some(text) = object.get(key).filter(|text| object.kind != "note" || !exported::is_fact(text.words)) {
                prose.push(Prose { span: text.span, headline: false, maker: pen.maker(object), sure: sureness(object) });
            }
        }
        if let Some(name) = object.name.filter(|name| object.kind == "report" && name.words.split(' ').count() > 3) {
            prose.push(Prose { span: name.span, headline: true, maker: pen.maker(object), sure: sureness(object) });
        }
    }
    // A dossier's own notes say with hedge and bound what its objects say without.
    claims.retain(|content| !exported.iter().any(|known| known.kind == content.kind && known.value == content.value));
    claims.extend(exported);
    Some(Told { claims, prose, subject: pen.subject })
}

/// What makes claims of objects.
struct Pen<'p, 't> {
    places: &'p Places<'t>,
    bundle: &'p Bundle<'t>,
    about: &'p About<'p>,
    /// The campaign that the bundle is about.
    subject: String,
    /// The names of those who attribute something.
    accusers: BTreeSet<&'t str>,
}

impl<'t> Pen<'_, 't> {
    /// Who made `object`.
    fn maker(&self, object: &Object<'_>) -> Option<Speaker> {
        let name = object.link("created_by_ref")?;
        Some(Speaker { name: name.words.to_owned(), role: SpeakerRole::Party, words: Some(name.words.to_owned()) })
    }

    /// A claim of `kind` by the maker of `object`.
    fn claim(&self, object: &Object<'_>, kind: ClaimKind, subject: &str, quotes: &[Place<'_>]) -> Option<Content> {
        let spans: Vec<_> = quotes.iter().map(|place| place.span).collect();
        let subject = if subject.trim().is_empty() { self.subject.as_str() } else { subject.trim() };
        let mut content = self.places.claim(kind, subject, &spans)?;
        let maker = self.maker(object);
        let outlet = self.about.publisher.filter(|name| maker.as_ref().is_none_or(|maker| maker.name != *name));
        let outlet = outlet.map(|name| Speaker { name: name.to_owned(), role: SpeakerRole::Outlet, words: None });
        content.speakers = outlet.into_iter().chain(maker).collect();
        content.hedge = sureness(object).of_report();
        Some(content)
    }

    /// When it ran.
    fn ran(&self, object: &Object<'_>, subject: &str, property: &str) -> Option<Content> {
        let (period, quotes) = window(object.get("first_seen"), object.get("last_seen"))?;
        let mut content = self.claim(object, ClaimKind::Period, subject, &quotes_at(&quotes))?;
        content.property = property.to_owned();
        content.period = Some(period);
        Some(content)
    }

    /// The part that an object's name plays: recorded, however sure the rest is.
    fn part(&self, object: &Object<'_>, part: &str) -> Option<Content> {
        let name = object.name?;
        let mut content = self.claim(object, ClaimKind::Party, name.words, &[name])?;
        content.property = "role".to_owned();
        content.value = Some(part.to_owned());
        content.hedge = Hedge::Asserted;
        Some(content)
    }

    /// An identity's part: the one it is given, else that of who attributes, who is blamed, who was targeted, else a public body's.
    fn identity(&self, object: &Object<'_>) -> Option<Content> {
        let name = object.name?;
        let has = |key: &str, word: &str| object.list(key).any(|place| place.words.trim().to_lowercase().contains(word));
        let given = || {
            let roles: Vec<String> = object.list("roles").map(|role| role.words.trim().to_lowercase()).collect();
            PARTS.iter().copied().find(|part| roles.iter().any(|role| role == part))
        };
        let of_body = || {
            let class = object.get("identity_class").map_or("", |class| class.words);
            let public = has("sectors", "government") && class != "individual";
            let committee = public && name.words.contains("Committee");
            let official = has("sectors", "government") && class == "individual";
            if committee {
                Some("committee")
            } else if official {
                Some("official")
            } else {
                public.then_some("agency")
            }
        };
        let part = given()
            .or_else(|| self.accusers.contains(name.words).then_some("accuser"))
            .or_else(|| self.bundle.is_end_of("attributed-to", object).then_some("accused"))
            .or_else(|| self.bundle.is_end_of("targets", object).then_some("victim"))
            .or_else(|| has("roles", "victim").then_some("victim"))
            .or_else(of_body)?;
        self.part(object, part)
    }

    /// A way of doing it, and its id in MITRE ATLAS or ATT&CK.
    fn technique(&self, object: &Object<'_>, out: &mut Vec<Content>) {
        let users = self.bundle.that("uses", object);
        let subject = if let [user] = users.as_slice() { self.bundle.subject(Some(user)) } else { self.subject.clone() };
        let hedge = sureness(object).min(self.bundle.surest("uses", object)).of_report();
        let id = object.external_id();
        if let Some((id, content)) = id.and_then(|id| Some((id, self.claim(object, ClaimKind::Technique, &subject, &[id])?))) {
            out.push(Content { value: Some(id.words.trim().to_owned()), hedge, ..content });
        }
        let method = object.name.filter(|name| id.is_none_or(|id| id.words.trim() != name.words.trim()));
        if let Some((name, content)) =
            method.and_then(|name| Some((name, self.claim(object, ClaimKind::Method, &subject, &[name])?)))
        {
            out.push(Content { value: Some(name.words.to_owned()), hedge, ..content });
        }
    }

    /// A course of action, asked for by who made it.
    fn measure(&self, object: &Object<'_>) -> Option<Content> {
        let name = object.name?;
        let who = object.link("created_by_ref").map_or("", |maker| maker.words);
        let content = self.claim(object, ClaimKind::Measure, who, &[name])?;
        Some(Content { value: Some(name.words.to_owned()), unit: Some("asked".to_owned()), ..content })
    }

    /// How often something was seen. Once is no count.
    fn count(&self, object: &Object<'_>, key: &str, unit: &str, seen: &str) -> Option<Content> {
        let figure = object.get(key)?;
        let number: Decimal = figure.words.trim().parse().ok()?;
        if number <= Decimal::ONE {
            return None;
        }
        let (first, last) = (object.get(&format!("first_{seen}")), object.get(&format!("last_{seen}")));
        let when = window(first, last);
        let mut quotes = vec![figure];
        quotes.extend(when.iter().flat_map(|(_, spans)| quotes_at(spans)));
        let content = self.claim(object, ClaimKind::Count, "", &quotes)?;
        Some(Content {
            property: unit.to_owned(),
            value: Some(number.normalize().to_string()),
            unit: Some(unit.to_owned()),
            bound: Quantity::is_unrounded_count(number).then_some(Bound::Exact),
            period: when.map(|(period, _)| period),
            ..content
        })
    }

    /// A report, by which it became known.
    fn disclosure(&self, object: &Object<'_>) -> Option<Content> {
        let published = object.get("published");
        let when = published.and_then(|place| day(place.words));
        let quotes: Vec<_> = object.name.into_iter().chain(published.filter(|_| when.is_some())).collect();
        let content = self.claim(object, ClaimKind::Disclosure, "", &quotes)?;
        Some(Content { value: Some("report".to_owned()), period: when.map(Edtf::Date), ..content })
    }

    /// What somebody thinks of an object.
    fn opinion(&self, object: &Object<'t>) -> Option<Content> {
        let word = object.get("opinion")?;
        let of = self.bundle.first_of(object, "object_refs");
        let of = match of.filter(|of| !objects::is_actor(&of.kind)) {
            Some(of) => of.name.map_or_else(String::new, |name| name.words.to_owned()),
            None => self.bundle.subject(of),
        };
        let content = self.claim(object, ClaimKind::Opinion, &of, &[word])?;
        Some(Content { value: Some(word.words.to_owned()), hedge: Hedge::Opinion, ..content })
    }
}

/// How sure an object is of itself.
fn sureness(object: &Object<'_>) -> Sureness {
    Sureness::of_confidence(object.get("confidence").map(|place| place.words))
}

fn quotes_at(spans: &[Span]) -> Vec<Place<'static>> {
    spans.iter().map(|span| Place { span: *span, words: "" }).collect()
}
