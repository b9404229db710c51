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

/// Methods of extraction, intrusion and evasion, and of hiding them, the longer forms first. Identifiers are those of MITRE ATLAS.
pub(crate) const METHODS: &[Method] = &[
    Method {
        pattern: r"(?:fraudulent|fake|sham|bogus|phony|sock ?puppet|throwaway|burner)(?: [\w-]+){0,2}? accounts",
        techniques: &["AML.T0021"],
    },
    Method {
        pattern: r"(?:commercial |residential |cloud |open |reverse )?prox(?:y|ies)(?: (?:networks?|services?|servers?|providers?|pools?))?|hydra clusters?|resellers?(?: networks?)?|residential IP addresses",
        techniques: &["AML.T0008.005"],
    },
    Method { pattern: r"obfuscation(?: techniques?| methods?)?|obfuscated (?:traffic|requests|prompts|code)", techniques: &[] },
    Method {
        pattern: r"(?:adversarial|model|knowledge|unauthori[sz]ed|illicit) distillation|distillation (?:attacks?|campaigns?)|model extraction|distillation|distill?(?:ing|ed)",
        techniques: &["AML.T0024.002"],
    },
    Method {
        pattern: r"chain[- ]of[- ]thought (?:data|extraction|elicitation|traces)|reasoning traces",
        techniques: &["AML.T0024.002"],
    },
    Method { pattern: r"jailbreaks?|jailbreaking|jailbroken", techniques: &["AML.T0054"] },
    Method { pattern: r"prompt[- ]injections?", techniques: &["AML.T0051"] },
    Method {
        pattern: r"synchroni[sz]ed traffic|coordinated (?:traffic|requests|accounts)|load[- ]balancing|account rotation|rotating (?:accounts|IP addresses)",
        techniques: &[],
    },
    Method {
        pattern: r"(?:stolen|compromised|leaked|valid|harvested|hijacked|purloined) (?:[\w-]+ ){0,2}?(?:credentials|credit cards|API keys|passwords|accounts|log-?ins|session tokens|tokens|certificates)|credential (?:theft|abuse|harvesting)",
        techniques: &["AML.T0012"],
    },
    Method {
        pattern: r"(?:spear|voice|SMS)[- ]?phishing|(?:spear)?phishing(?: (?:e-?mails?|messages?|campaigns?|lures?|pages?))?|vishing|smishing",
        techniques: &["AML.T0052"],
    },
    Method { pattern: r"credential[- ]stuffing|password[- ]spraying|brute[- ]forc(?:e|ed|ing)(?: attacks?)?", techniques: &[] },
    Method {
        pattern: r"social[- ]engineering|SIM[- ]swap(?:s|ping)?|MFA (?:fatigue|bombing)|deep-?fakes?|impersonati(?:on|ng)(?: of [\w-]+ [\w-]+)?",
        techniques: &[],
    },
    Method {
        pattern: r"ransomware|malware|botnets?|web ?shells?|(?:custom )?backdoors?|remote[- ]access (?:trojans?|tools?)|info-?stealers?|keyloggers?|rootkits?|spyware|wipers?|living[- ]off[- ]the[- ]land(?: techniques| binaries)?|cobalt strike",
        techniques: &[],
    },
    Method {
        pattern: r"zero-?days?(?: (?:exploits?|vulnerabilit(?:y|ies)|flaws?))?|SQL injections?|supply[- ]chain (?:compromise|attack)s?|exploit(?:ed|ing|ation of) (?:a |an |the )?(?:[\w-]+ ){0,2}(?:vulnerabilit(?:y|ies)|flaws?|bugs?)",
        techniques: &[],
    },
    Method { pattern: r"distributed denial[- ]of[- ]service(?: attacks?)?|DDoS(?: attacks?)?", techniques: &[] },
    Method {
        pattern: r"(?:shell|front|paper|trading|letterbox|cut-?out) (?:compan(?:y|ies)|firms?|entit(?:y|ies))|intermediar(?:y|ies)|middlem[ae]n|straw (?:buyers?|purchasers?|men)|nominee (?:directors?|owners?|shareholders?)|trans-?ship(?:ment|ments|ped|ping)",
        techniques: &[],
    },
    Method {
        pattern: r"(?:fake|false|forged|falsified|fabricated|fraudulent|doctored|sham|bogus|phony) (?:[\w-]+ ){0,2}?(?:paperwork|papers|documents|documentation|invoices|certificates|statements|declarations|labels|licen[cs]es|contracts|records|identit(?:y|ies)|names|passports|e-?mails?|purchase orders)",
        techniques: &[],
    },
    Method {
        pattern: r"mis-?label(?:l?ed|l?ing)|re-?label(?:l?ed|l?ing)|mis-?declar(?:ed|ing|ation)|mis-?classif(?:ied|ying|ication)|mis-?describ(?:ed|ing)|under-?valu(?:ed|ing|ation)",
        techniques: &[],
    },
    Method {
        pattern: r"[“\x22']?dummy[”\x22']? (?:servers|chips|units)|(?:removed|swapped|altered) (?:the )?serial numbers",
        techniques: &[],
    },
    Method {
        pattern: r"(?:crypto(?:currency)?|bitcoin) (?:mixers?|tumblers?|wallets?)|(?:virtual|prepaid|stolen) (?:payment |credit |debit |bank )?cards",
        techniques: &[],
    },
    Method {
        pattern: r"(?:commercial )?(?:virtual private networks?|VPNs?(?: services?)?)|virtual private servers?|Tor (?:network|exit nodes?)",
        techniques: &[],
    },
    Method { pattern: r"(?:web |data |mass |large-scale )?scraping", techniques: &[] },
];
