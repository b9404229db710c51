//! What MISP events claim.
//!
//! The event's day is when it happened; galaxies name who is linked to it and how it was done; attributes name who was targeted, give counts
//! and days; comments and reports are texts. The event's tags and the state of its analysis say how sure it is; its threat level is a grade for
//! handling and claims nothing.

use super::places::{Place, Places, day, window};
use super::stix::technique_rank;
use super::sure::Sureness;
use super::{Prose, Told};
use crate::propose::About;
use dossier_model::{Bound, ClaimKind, Content, Decimal, Edtf, Hedge, Nexus, Quantity, Rung, Span, Speaker, SpeakerRole};
use std::collections::BTreeSet;

/// Galaxies whose clusters are actors.
const ACTORS: &[&str] = &["threat-actor", "intrusion-set", "activity-group", "360net-threat-actor"];

/// Galaxies whose clusters are techniques.
const TECHNIQUES: &[&str] = &["attack-pattern", "technique"];

/// Types of attributes that name who was targeted.
const TARGETS: &[&str] = &["target-org", "target-user", "target-external"];

/// Types of attributes whose value is a number of things, which their object names.
const NUMBERS: &[&str] = &["counter", "integer", "float"];

/// What the events tell whose values stand at `places`; `None` where they are of another document.
pub(super) fn told(places: &Places<'_>, about: &About<'_>) -> Option<Told> {
    let events: Vec<&str> = places.all().map(|(pointer, _)| pointer).filter(|pointer| pointer.ends_with("/Event")).collect();
    if events.is_empty() {
        return None;
    }
    let mut told = Told { claims: Vec::new(), prose: Vec::new(), subject: "campaign".to_owned() };
    let mut subjects = Vec::new();
    for event in &events {
        let pen = Pen::of(places, event, about);
        pen.event(&mut told);
        subjects.push(pen.subject);
    }
    if let [only] = subjects.as_slice() {
        told.subject.clone_from(only);
    }
    Some(told)
}

/// What makes claims of one event.
struct Pen<'p, 't> {
    places: &'p Places<'t>,
    event: &'p str,
    about: &'p About<'p>,
    subject: String,
    sure: Sureness,
}

impl<'p, 't> Pen<'p, 't> {
    fn of(places: &'p Places<'t>, event: &'p str, about: &'p About<'p>) -> Self {
        let value = |key: &str| places.first(&format!("{event}/{key}"));
        let tags = format!("{event}/Tag/");
        let tags = places.under(&tags).filter(|(key, _)| key.ends_with("/name")).map(|(_, place)| place.words);
        let sure = Sureness::of_event(tags, value("analysis").map(|place| place.words));
        let mut pen = Self { places, event, about, subject: "campaign".to_owned(), sure };
        let actors: BTreeSet<&str> =
            pen.clusters().filter(|(kind, ..)| ends_in(kind, ACTORS)).map(|(_, _, name)| name.words).collect();
        let targets = pen.records("Attribute").into_iter().filter(|at| pen.has_type(at, TARGETS));
        let targets: BTreeSet<&str> = targets.filter_map(|at| Some(pen.get(&at, "value")?.words)).collect();
        let one = |names: &BTreeSet<&'t str>| names.first().copied().filter(|_| names.len() == 1).map(str::trim);
        pen.subject = match (one(&actors), one(&targets)) {
            (Some(actor), Some(target)) => format!("{actor} campaign against {target}"),
            (Some(actor), None) => format!("{actor} campaign"),
            (None, Some(target)) => format!("campaign against {target}"),
            (None, None) => "campaign".to_owned(),
        };
        pen
    }

    /// The value of a field of the record at `at`.
    fn get(&self, at: &str, key: &str) -> Option<Place<'t>> {
        self.places.first(&format!("{at}/{key}"))
    }

    /// The pointers of the records of a list, wherever in the event it stands.
    fn records(&self, list: &str) -> BTreeSet<String> {
        let prefix = format!("{}/", self.event);
        let within = self.places.under(&prefix).filter_map(|(key, _)| {
            let (before, number) = key.rsplit_once('/')?;
            let is_number = number.parse::<usize>().is_ok();
            (is_number && before.rsplit('/').next() == Some(list)).then(|| format!("{}/{key}", self.event))
        });
        within.collect()
    }

    fn has_type(&self, at: &str, types: &[&str]) -> bool {
        self.get(at, "type").is_some_and(|kind| types.contains(&kind.words))
    }

    /// The clusters of the event's galaxies: type of galaxy, pointer, name.
    fn clusters(&self) -> impl Iterator<Item = (&'t str, String, Place<'t>)> + '_ {
        self.records("GalaxyCluster").into_iter().filter_map(|at| {
            let galaxy = at.rsplit_once("/GalaxyCluster/")?.0;
            Some((self.get(galaxy, "type")?.words, at.clone(), self.get(&at, "value")?))
        })
    }

    fn maker(&self) -> Option<Speaker> {
        let name = self.get(self.event, "Orgc/name")?.words.trim().to_owned();
        Some(Speaker { words: Some(name.clone()), name, role: SpeakerRole::Party })
    }

    fn claim(&self, kind: ClaimKind, subject: &str, quotes: &[Place<'_>]) -> Option<Content> {
        let spans: Vec<Span> = quotes.iter().map(|place| place.span).collect();
        let mut content =
            self.places.claim(kind, if subject.trim().is_empty() { &self.subject } else { subject.trim() }, &spans)?;
        let maker = self.maker();
        let outlet = self.about.publisher.filter(|name| maker.as_ref().is_none_or(|maker| maker.name != *name));
        let outlet = outlet.map(|name| Speaker { name: name.to_owned(), role: SpeakerRole::Outlet, words: None });
        content.speakers = outlet.into_iter().chain(maker).collect();
        content.hedge = self.sure.of_report();
        Some(content)
    }

    fn part(&self, name: Place<'_>, part: &str) -> Option<Content> {
        let content = self.claim(ClaimKind::Party, name.words, &[name])?;
        let (property, value) = ("role".to_owned(), Some(part.to_owned()));
        Some(Content { property, value, hedge: Hedge::Asserted, ..content })
    }

    fn event(&self, told: &mut Told) {
        let mut texts = Vec::new();
        texts.extend(self.get(self.event, "info").map(|info| (info, true)));
        if let Some((on, date)) = self.get(self.event, "date").and_then(|place| Some((day(place.words)?, place)))
            && let Some(content) = self.claim(ClaimKind::Date, "", &[date])
        {
            let property = "date of event".to_owned();
            told.claims.push(Content { property, period: Some(Edtf::Date(on)), ..content });
        }
        for (kind, at, name) in self.clusters() {
            self.cluster(kind, &at, name, &mut told.claims);
        }
        for at in self.records("Attribute") {
            self.attribute(&at, &mut told.claims);
            texts.extend(self.get(&at, "comment").map(|text| (text, false)));
            if self.has_type(&at, &["text", "comment"]) {
                texts.extend(self.get(&at, "value").map(|text| (text, false)));
            }
        }
        for at in self.records("Object") {
            texts.extend(self.get(&at, "comment").map(|text| (text, false)));
            self.ran(&at, &mut told.claims);
        }
        for at in self.records("EventReport") {
            texts.extend(self.get(&at, "content").map(|text| (text, false)));
        }
        let prose =
            texts.into_iter().map(|(text, headline)| Prose { span: text.span, headline, maker: self.maker(), sure: self.sure });
        told.prose.extend(prose);
    }

    /// A cluster that is attached to an event is linked to it; nothing says that it did it.
    fn cluster(&self, kind: &str, at: &str, name: Place<'_>, out: &mut Vec<Content>) {
        if ends_in(kind, ACTORS) {
            out.extend(self.part(name, "accused"));
            if let Some(content) = self.claim(ClaimKind::Attribution, "", &[name]) {
                let rung = Some(Rung { nexus: Nexus::Linked, party: name.words.trim().to_owned() });
                out.push(Content { rung, hedge: self.sure.of_accusation(), ..content });
            }
        } else if ends_in(kind, TECHNIQUES) {
            // "Phishing - T1566": the id stands behind the name, and in a field of its own.
            let (words, behind) =
                name.words.rsplit_once(" - ").filter(|(_, id)| technique_rank(id).is_some()).unwrap_or((name.words, ""));
            let field = [self.get(at, "meta/external_id/0"), self.get(at, "meta/external_id")];
            let field = field.into_iter().flatten().find(|id| technique_rank(id.words).is_some());
            let id = field.map(|id| (id.words.trim(), id)).or_else(|| (!behind.is_empty()).then(|| (behind.trim(), name)));
            if let Some((id, content)) = id.and_then(|(id, at)| Some((id, self.claim(ClaimKind::Technique, "", &[at])?))) {
                out.push(Content { value: Some(id.to_owned()), ..content });
            }
            if let Some(content) = self.claim(ClaimKind::Method, "", &[name]) {
                out.push(Content { value: Some(words.trim().to_owned()), ..content });
            }
        } else if kind.ends_with("course-of-action")
            && let Some(content) =
                self.claim(ClaimKind::Measure, self.get(self.event, "Orgc/name").map_or("", |name| name.words), &[name])
        {
            out.push(Content { value: Some(name.words.to_owned()), unit: Some("asked".to_owned()), ..content });
        }
    }

    fn attribute(&self, at: &str, out: &mut Vec<Content>) {
        let (Some(kind), Some(value)) = (self.get(at, "type"), self.get(at, "value")) else { return };
        if TARGETS.contains(&kind.words) {
            out.extend(self.part(value, "victim"));
        } else if kind.words == "threat-actor" {
            out.extend(self.part(value, "accused"));
        } else if NUMBERS.contains(&kind.words) {
            out.extend(self.count(at, value));
        } else if kind.words == "datetime"
            && let Some(relation) = self.get(at, "object_relation")
            && let Some(on) = day(value.words)
            && let Some(content) = self.claim(ClaimKind::Date, "", &[value])
        {
            out.push(Content { property: format!("date of {}", relation.words), period: Some(Edtf::Date(on)), ..content });
        }
    }

    /// A number of what the attribute's name in its object says.
    fn count(&self, at: &str, value: Place<'_>) -> Option<Content> {
        let number: Decimal = value.words.trim().parse().ok()?;
        let relation = self.get(at, "object_relation")?.words.replace(['-', '_'], " ");
        let unit = relation.strip_prefix("number of ").unwrap_or(&relation).trim_end_matches(" count").trim().to_owned();
        if unit.is_empty() {
            return None;
        }
        let when = window(self.get(at, "first_seen"), self.get(at, "last_seen"));
        let mut quotes = vec![value];
        quotes.extend(when.iter().flat_map(|(_, spans)| spans.iter().map(|span| Place { span: *span, words: "" })));
        let content = self.claim(ClaimKind::Count, "", &quotes)?;
        Some(Content {
            property: unit.clone(),
            value: Some(number.normalize().to_string()),
            unit: Some(unit),
            bound: Quantity::is_unrounded_count(number).then_some(Bound::Exact),
            period: when.map(|(period, _)| period),
            ..content
        })
    }

    /// When what an object describes was seen.
    fn ran(&self, at: &str, out: &mut Vec<Content>) {
        let Some((period, spans)) = window(self.get(at, "first_seen"), self.get(at, "last_seen")) else { return };
        let name = self.get(at, "name").map_or("object", |name| name.words);
        let quotes: Vec<Place<'_>> = spans.iter().map(|span| Place { span: *span, words: "" }).collect();
        if let Some(content) = self.claim(ClaimKind::Period, "", &quotes) {
            out.push(Content { property: format!("period of {name}"), period: Some(period), ..content });
        }
    }
}

/// Whether the name of a galaxy is one of `kinds`, or one of them with more before it: `mitre-atlas-attack-pattern`.
fn ends_in(galaxy: &str, kinds: &[&str]) -> bool {
    kinds.iter().any(|kind| galaxy.ends_with(kind))
}
