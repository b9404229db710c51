//! The words that the rules know, as data: general words of the trade, never a name.

/// Units that count parts of a campaign.
pub(crate) const CAMPAIGN_UNITS: &[&str] = &[
    "accounts",
    "exchanges",
    "conversations",
    "queries",
    "prompts",
    "interactions",
    "requests",
    "proxies",
    "messages",
    "calls",
    "sessions",
    "responses",
    "outputs",
    "tokens",
    "users",
    "identities",
    "profiles",
    "bots",
    "addresses",
    "domains",
    "attempts",
    "attacks",
    "campaigns",
    "servers",
    "chips",
    "GPUs",
    "gpus",
    "devices",
    "records",
    "files",
    "tools",
    "victims",
    "systems",
    "credentials",
    "shipments",
    "hosts",
    "implants",
    "samples",
    "keys",
    "transactions",
];

/// Units of time: durations are not counts of a campaign.
pub(crate) const TIME_UNITS: &[&str] = &[
    "seconds", "second", "minutes", "minute", "min", "hours", "hour", "days", "day", "weeks", "week", "months", "month", "years",
    "year", "decades", "decade", "quarters", "quarter", "times", "p.m.", "a.m.", "am", "pm",
];

/// Units for which even a small number word is worth a claim.
pub(crate) const ACTOR_UNITS: &[&str] = &[
    "companies",
    "labs",
    "laboratories",
    "firms",
    "people",
    "individuals",
    "entities",
    "employees",
    "defendants",
    "countries",
    "governments",
    "organizations",
    "organisations",
    "victims",
    "counts",
    "suspects",
    "nationals",
    "citizens",
    "developers",
    "startups",
    "agencies",
    "tools",
];

/// What can be targeted in a model: heads of phrases. Words before them that belong to the phrase are in [`CAPABILITY_MODIFIERS`].
pub(crate) const CAPABILITY_HEADS: &[&str] = &[
    "software engineering",
    "software development",
    "reasoning",
    "coding",
    "code generation",
    "programming",
    "tool use",
    "tool-use",
    "tool calling",
    "computer use",
    "computer vision",
    "vision",
    "orchestration",
    "planning",
    "long-horizon tasks",
    "long-horizon planning",
    "long horizon tasks",
    "mathematics",
    "math",
    "data analysis",
    "function calling",
    "translation",
    "summarization",
    "instruction following",
    "chain-of-thought",
    "chain of thought",
    "cybersecurity",
    "vulnerability discovery",
    "agent development",
    "agents",
    "speech recognition",
    "image generation",
    "search",
    "memory",
    "research",
    "writing",
    "grading",
    "question answering",
    "rubric-based grading",
    "tool orchestration",
    "computer-use agents",
    "computer use agents",
    "agentic search",
    "knowledge",
    "alignment",
];

/// Words that belong to a capability when they stand before its head.
pub(crate) const CAPABILITY_MODIFIERS: &[&str] = &[
    "agentic",
    "multi-step",
    "multistep",
    "multi-turn",
    "logical",
    "mathematical",
    "scientific",
    "legal",
    "medical",
    "visual",
    "spatial",
    "long-context",
    "long-horizon",
    "autonomous",
    "multimodal",
    "rubric-based",
    "step-by-step",
    "clinical",
    "causal",
];

/// A method: the words that show it, how to name it, and its techniques in MITRE ATLAS.
pub(crate) struct Method {
    /// A pattern that shows it.
    pub(crate) pattern: &'static str,
    /// ATLAS ids.
    pub(crate) techniques: &'static [&'static str],
}

/// Methods of extraction and of hiding it, the longer forms first. Identifiers are those of MITRE ATLAS.
pub(crate) const METHODS: &[Method] = &[
    Method {
        pattern: r"(?:fraudulent|fake|sham|bogus|phony|sock ?puppet|fraudulently created)(?: [\w-]+){0,2}? accounts",
        techniques: &["AML.T0021"],
    },
    Method {
        pattern: r"(?:commercial |residential )?proxy (?:networks?|services?|servers?)|(?:commercial|residential) proxies|networks? of proxies|hydra clusters?|resellers?(?: networks?)?",
        techniques: &["AML.T0008.005"],
    },
    Method { pattern: r"obfuscation(?: techniques?| methods?)?|obfuscated (?:traffic|requests|prompts)", techniques: &[] },
    Method {
        pattern: r"adversarial distillation|model distillation|distillation (?:attacks?|campaigns?)|model extraction|distillation|distill?(?:ing|ed)",
        techniques: &["AML.T0024.002"],
    },
    Method {
        pattern: r"chain[- ]of[- ]thought (?:data|extraction|elicitation|traces)|reasoning traces",
        techniques: &["AML.T0024.002"],
    },
    Method { pattern: r"jailbreaks?|jailbreaking", techniques: &["AML.T0054"] },
    Method { pattern: r"prompt injections?", techniques: &["AML.T0051"] },
    Method { pattern: r"synchroni[sz]ed traffic|coordinated (?:traffic|requests|accounts)|load balancing", techniques: &[] },
    Method {
        pattern: r"stolen (?:credentials|credit cards|API keys)|compromised (?:credentials|accounts|API keys)",
        techniques: &["AML.T0012"],
    },
    Method {
        pattern: r"(?:shell|front) compan(?:y|ies)|intermediar(?:y|ies)|middlem[ae]n|straw buyers?|transshipment",
        techniques: &[],
    },
    Method {
        pattern: r"(?:fake|false|forged|falsified) (?:paperwork|documents|documentation|invoices|end-user certificates)",
        techniques: &[],
    },
    Method { pattern: r"[“\x22']?dummy[”\x22']? servers", techniques: &[] },
    Method {
        pattern: r"spear[- ]?phishing|phishing(?: (?:emails|campaigns?))?|credential stuffing|password spraying",
        techniques: &["AML.T0052"],
    },
    Method { pattern: r"(?:web )?scraping", techniques: &[] },
];
