//! Verbs that tell what an accused party did, by their base forms, in three groups.

use super::verbs::VerbForm::{Base, Ing, Participle, Past, Third};

/// How much a verb tells by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeedClass {
    /// Anybody does it: "use", "open". It is a deed of the case where an accused party does it.
    Plain,
    /// Goods or money move: "ship", "sell".
    Trade,
    /// A wrong by itself: "steal", "hack".
    Harm,
}

/// The form in which a verb stands; the past and the participle of a regular verb look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Base,
    Third,
    /// "used", "stole".
    Past,
    /// "stolen", of verbs whose participle has a form of its own.
    Participle,
    Ing,
}

/// Wrongs by themselves.
const HARM: &[&str] = &[
    "abuse",
    "backdoor",
    "blackmail",
    "breach",
    "bribe",
    "bypass",
    "camouflage",
    "cheat",
    "circumvent",
    "clone",
    "collude",
    "compromise",
    "conceal",
    "conspire",
    "copy",
    "corrupt",
    "counterfeit",
    "crack",
    "deceive",
    "deface",
    "defraud",
    "disguise",
    "dodge",
    "dupe",
    "distil",
    "distill",
    "divert",
    "dox",
    "eavesdrop",
    "embezzle",
    "encrypt",
    "evade",
    "exfiltrate",
    "exploit",
    "extort",
    "fabricate",
    "fake",
    "falsify",
    "flout",
    "forge",
    "fool",
    "funnel",
    "hack",
    "harvest",
    "hijack",
    "impersonate",
    "infect",
    "infiltrate",
    "infringe",
    "intercept",
    "jailbreak",
    "launder",
    "leak",
    "lie",
    "loot",
    "mask",
    "masquerade",
    "mastermind",
    "mislabel",
    "misappropriate",
    "mislead",
    "misrepresent",
    "misuse",
    "misdeclare",
    "obfuscate",
    "overstate",
    "penetrate",
    "phish",
    "pilfer",
    "pirate",
    "plagiarise",
    "plagiarize",
    "plunder",
    "poison",
    "pose",
    "ransom",
    "relabel",
    "repackage",
    "sabotage",
    "scam",
    "scrape",
    "siphon",
    "smuggle",
    "spoof",
    "spy",
    "steal",
    "subvert",
    "swindle",
    "tamper",
    "threaten",
    "traffic",
    "trick",
    "understate",
    "undervalue",
    "violate",
    "whitewash",
    "wiretap",
    "extract",
    "ransack",
    "skirt",
    "sidestep",
    "shred",
    "swipe",
    "reverse-engineer",
    "re-export",
    "reexport",
];

/// Goods and money that move.
const TRADE: &[&str] = &[
    "auction",
    "broker",
    "buy",
    "deliver",
    "export",
    "ferry",
    "fly",
    "forward",
    "import",
    "invoice",
    "lease",
    "mail",
    "pay",
    "procure",
    "purchase",
    "rent",
    "reroute",
    "resell",
    "route",
    "sell",
    "send",
    "ship",
    "supply",
    "transfer",
    "transmit",
    "transport",
    "wire",
    "trans-ship",
    "transship",
    "acquire",
];

/// What anybody does.
const PLAIN: &[&str] = &[
    "access",
    "advertise",
    "aid",
    "arrange",
    "assist",
    "attack",
    "attempt",
    "automate",
    "build",
    "carry",
    "coach",
    "collect",
    "conduct",
    "configure",
    "coordinate",
    "craft",
    "create",
    "delete",
    "demand",
    "deploy",
    "destroy",
    "develop",
    "direct",
    "disable",
    "distribute",
    "download",
    "dump",
    "employ",
    "engage",
    "enlist",
    "enter",
    "erase",
    "escalate",
    "establish",
    "execute",
    "facilitate",
    "feed",
    "file",
    "finance",
    "form",
    "gain",
    "gather",
    "generate",
    "give",
    "hand",
    "help",
    "hide",
    "hire",
    "host",
    "incorporate",
    "inject",
    "insert",
    "install",
    "instruct",
    "knock",
    "launch",
    "log",
    "lure",
    "maintain",
    "make",
    "manage",
    "manipulate",
    "mine",
    "mount",
    "move",
    "obtain",
    "offer",
    "open",
    "operate",
    "orchestrate",
    "order",
    "organise",
    "organize",
    "oversee",
    "participate",
    "pass",
    "perform",
    "persuade",
    "plant",
    "plot",
    "pocket",
    "pool",
    "post",
    "press",
    "pressure",
    "probe",
    "produce",
    "prompt",
    "provide",
    "publish",
    "pull",
    "query",
    "recruit",
    "register",
    "remove",
    "replace",
    "replicate",
    "request",
    "rotate",
    "run",
    "scan",
    "scour",
    "seed",
    "seek",
    "set",
    "share",
    "sign",
    "slip",
    "split",
    "spread",
    "stage",
    "staff",
    "store",
    "submit",
    "swap",
    "take",
    "tap",
    "target",
    "trade",
    "train",
    "try",
    "tunnel",
    "undertake",
    "upload",
    "use",
    "wave",
    "wipe",
    "work",
    "write",
    "hit",
    "break",
    "bring",
    "buy",
    "store",
    "sneak",
    "strip",
    "mark",
    "house",
    "cover",
    "hold",
    "tell",
    "test",
    "message",
    "apply",
    "act",
    "throttle",
    "concentrate",
    "arrive",
    "turn",
    "crawl",
    "supply",
    "backdate",
    "cause",
    "save",
    "get",
    "ask",
    "negotiate",
    "teach",
    "drop",
    "push",
    "plug",
    "cut",
    "compile",
    "hold",
    "harbour",
    "harbor",
    "visit",
    "meet",
    "travel",
    "boast",
    "brag",
    "earn",
    "receive",
    "accept",
    "keep",
    "leave",
    "sit",
    "pull",
    "put",
    "stash",
    "come",
    "draw",
    "attach",
    "alter",
    "edit",
    "rename",
    "switch",
    "cycle",
    "promise",
    "bid",
];

/// Past and participle of verbs that form them in their own way; the participle where it differs.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("break", "broke", "broken"),
    ("hold", "held", "held"),
    ("tell", "told", "told"),
    ("get", "got", "got"),
    ("teach", "taught", "taught"),
    ("cut", "cut", "cut"),
    ("meet", "met", "met"),
    ("keep", "kept", "kept"),
    ("leave", "left", "left"),
    ("sit", "sat", "sat"),
    ("put", "put", "put"),
    ("come", "came", "come"),
    ("draw", "drew", "drawn"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("feed", "fed", "fed"),
    ("fly", "flew", "flown"),
    ("forge", "forged", "forged"),
    ("give", "gave", "given"),
    ("hide", "hid", "hidden"),
    ("hit", "hit", "hit"),
    ("lie", "lied", "lied"),
    ("make", "made", "made"),
    ("mislead", "misled", "misled"),
    ("oversee", "oversaw", "overseen"),
    ("pay", "paid", "paid"),
    ("resell", "resold", "resold"),
    ("run", "ran", "run"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("sneak", "snuck", "snuck"),
    ("split", "split", "split"),
    ("spread", "spread", "spread"),
    ("steal", "stole", "stolen"),
    ("take", "took", "taken"),
    ("undertake", "undertook", "undertaken"),
    ("write", "wrote", "written"),
    ("spy", "spied", "spied"),
    ("wiretap", "wiretapped", "wiretapped"),
];

/// The group of a verb by its base form.
fn class(base: &str) -> Option<DeedClass> {
    if HARM.contains(&base) {
        Some(DeedClass::Harm)
    } else if TRADE.contains(&base) {
        Some(DeedClass::Trade)
    } else if PLAIN.contains(&base) {
        Some(DeedClass::Plain)
    } else {
        None
    }
}

/// The base, group and form of `lower`, if it is a form of a verb that tells a deed.
pub(crate) fn verb(lower: &str) -> Option<(String, DeedClass, VerbForm)> {
    let known = |base: &str, form: VerbForm| class(base).map(|class| (base.to_owned(), class, form));
    if let Some((base, past, _)) = IRREGULAR.iter().find(|(_, past, participle)| lower == *past || lower == *participle) {
        // "run", "set", "hit": the base form too; taken as the past.
        return known(base, if lower == *past { Past } else { Participle });
    }
    if let Some(found) = known(lower, Base) {
        return Some(found);
    }
    if let Some(stem) = lower.strip_suffix("ing") {
        return bases(stem).into_iter().find_map(|base| known(&base, Ing));
    }
    if let Some(stem) = lower.strip_suffix("ied") {
        return known(&format!("{stem}y"), Past);
    }
    if let Some(stem) = lower.strip_suffix("ed") {
        return bases(stem).into_iter().find_map(|base| known(&base, Past));
    }
    if let Some(stem) = lower.strip_suffix("ies") {
        return known(&format!("{stem}y"), Third);
    }
    let stem = lower.strip_suffix('s')?;
    known(stem, Third).or_else(|| stem.strip_suffix('e').and_then(|stem| known(stem, Third)))
}

/// The base forms that a stem before "ing" or "ed" can come from: as it is, with an "e", with its last letter once.
fn bases(stem: &str) -> Vec<String> {
    let mut found = vec![stem.to_owned(), format!("{stem}e")];
    let mut letters = stem.chars().rev();
    if let (Some(last), Some(before)) = (letters.next(), letters.next())
        && last == before
    {
        found.push(stem[..stem.len() - last.len_utf8()].to_owned());
    }
    if let Some(stem) = stem.strip_suffix('k') {
        // "trafficked"
        found.push(stem.to_owned());
    }
    if let Some(stem) = stem.strip_suffix('y') {
        // "lying"
        found.push(format!("{stem}ie"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expect: Option<(&str, DeedClass, VerbForm)>) {
        let found = verb(word);
        assert_eq!(found.as_ref().map(|(base, class, form)| (base.as_str(), *class, *form)), expect, "{word}");
    }

    #[test]
    fn forms_lead_to_their_verb() {
        use DeedClass::{Harm, Plain, Trade};
        check("stole", Some(("steal", Harm, Past)));
        check("stolen", Some(("steal", Harm, Participle)));
        check("shipping", Some(("ship", Trade, Ing)));
        check("shipped", Some(("ship", Trade, Past)));
        check("used", Some(("use", Plain, Past)));
        check("using", Some(("use", Plain, Ing)));
        check("copied", Some(("copy", Harm, Past)));
        check("trafficked", Some(("traffic", Harm, Past)));
        check("breaches", Some(("breach", Harm, Third)));
        check("lying", Some(("lie", Harm, Ing)));
        check("said", None);
        check("bed", None);
    }
}
