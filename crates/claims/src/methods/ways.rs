//! The words that name a way of doing it, as data: general words of intrusion, extraction, evasion and smuggling, never a name.
//!
//! Identifiers are those of MITRE ATLAS, as the annotation guide lists them.

/// When the words of a way are told as a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// They name it wherever the case is told.
    Always,
    /// Only where something was done through, with or by means of them: a reseller alone is no method.
    Through,
    /// They are also a crime that people are charged with: a charge names no method.
    Crime,
}

/// A way of doing it: the words that name it, and its techniques in MITRE ATLAS.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way {
    /// A pattern that shows it; `<deceit>` and `<gap>` stand for [`DECEIT`] and [`GAP`].
    pub(crate) pattern: &'static str,
    /// ATLAS ids.
    pub(crate) techniques: &'static [&'static str],
    pub(crate) told: Told,
    /// Whether all its words name one and the same way, so that a text is read for it once.
    pub(crate) one: bool,
}

impl Way {
    const fn new(pattern: &'static str) -> Self {
        Self { pattern, techniques: &[], told: Told::Always, one: false }
    }

    const fn atlas(self, techniques: &'static [&'static str]) -> Self {
        Self { techniques, ..self }
    }

    const fn told(self, told: Told) -> Self {
        Self { told, ..self }
    }

    const fn one(self) -> Self {
        Self { one: true, ..self }
    }
}

/// Adjectives of what is not what it says.
pub(crate) const DECEIT: &str = r"(?:fake|faked|false|fraudulent|fraudulently[- ](?:obtained|opened|created|registered)|sham|bogus|phony|phoney|forged|falsified|fabricated|fictitious|counterfeit|doctored|spurious|made-up|invented|misleading|backdated|spoofed)(?:(?:,| or| and) [\w-]+)?";

/// Of [`DECEIT`], the words that are also verbs: "he forged invoices" tells a deed, "with forged invoices" a method.
pub(crate) const ALSO_VERB: &[&str] = &[
    "faked",
    "forged",
    "falsified",
    "fabricated",
    "doctored",
    "invented",
    "backdated",
    "spoofed",
    "counterfeit",
    "harvested",
    "hijacked",
    "compromised",
    "leaked",
    "purloined",
    "pilfered",
    "phished",
    "bought",
    "purchased",
    "borrowed",
    "shared",
    "exposed",
    "guessed",
    "stolen",
];

/// Up to three words of the same noun phrase.
pub(crate) const GAP: &str = r"(?:[\p{L}\d’'.&-]+ ){0,3}?";

/// Accounts made for it.
pub(crate) const ACCOUNTS: &str = "AML.T0021";
/// Proxies and relays.
const PROXIES: &str = "AML.T0008.005";
/// Distillation or model extraction.
pub(crate) const EXTRACTION: &str = "AML.T0024.002";

/// Ways, the longer forms first.
pub(crate) const WAYS: &[Way] = &[
    // Accounts.
    Way::new(
        r"(?:<deceit>|sock ?puppet|throwaway|burner|inauthentic|disposable|bulk-registered|mass-registered|mass-created|automated|bot|straw|shell|coordinated|rotating) (?:(?:user|student|developer|customer|trial|free|paid|educational|research|company|corporate|business|test|online|cloud|API|social media|e-?mail|messaging|(?-i:\p{Lu})[\w-]*|[\w-]+ing) ){0,3}?(?:accounts?|sign-?ups|registrations|subscriptions|personas)",
    )
    .atlas(&[ACCOUNTS])
    .one(),
    Way::new(
        r"accounts (?:\w+ ){0,2}(?:(?:with|under|using|on|behind) (?:the )?(?:<deceit>|stolen|borrowed|assumed) <gap>(?:ids?|identit(?:y|ies)|papers|documents|names|details|cards|credentials|e-?mails|addresses|numbers|personas)|in (?:the )?(?:names?|identit(?:y|ies)) of (?:[\w-]+ ){0,2}?[\w-]+|under assumed names|in (?:other|false|invented) (?:people(?:['’]s)? )?names?)",
    )
    .atlas(&[ACCOUNTS]),
    // Relays.
    Way::new(
        r"(?:(?:commercial|residential|cloud|open|reverse|rotating|rented|foreign|anonymi[sz]ing|mobile|third-party|illicit|unauthori[sz]ed|overseas|offshore|web) ){0,3}prox(?:y|ies)(?: (?:networks?|services?|servers?|providers?|pools?|addresses|accounts))?",
    )
    .atlas(&[PROXIES]),
    Way::new(
        r"hydra clusters?|residential IPs?(?: addresses)?|(?:compromised|hijacked|infected|hacked|rented) <gap>(?:routers|IoT devices|cameras|edge devices|modems)|(?:operational )?relay (?:box )?networks?|(?:rotating|rotated|spoofed) (?:IPs?|IP addresses)|(?:(?:third-party|remote|cloud|API|model|commercial|overseas|unauthori[sz]ed|provider|traffic) ){1,3}(?:routers?|relays?)",
    )
    .atlas(&[PROXIES]),
    Way::new(r"(?:third-party|unauthori[sz]ed|grey-market|gray-market|black-market|overseas) (?:API |model |access ){0,2}aggregators?"),
    Way::new(r"(?:seemingly|apparently|ostensibly|purportedly|supposedly) (?:legitimate|genuine|innocuous|benign|harmless) (?:[\w-]+ ){0,2}?(?:accounts?|e-?mails?|sites?|websites?|apps?|pages?|domains?|messages?|links?|compan(?:y|ies)|firms?|documents?|invoices?|software|updates?)"),
    Way::new(
        r"(?:commercial )?(?:virtual private networks?|VPNs?(?: services?)?)(?: \(VPNs?\))?|virtual private servers?|bulletproof hosting|Tor (?:network|exit nodes?)|onion routing",
    ),
    // Copying a model.
    Way::new(
        r"(?:(?:adversarial|model|knowledge|unauthori[sz]ed|illicit|black-box|large-scale|industrial-scale|covert|systematic|so-called) ){0,2}distillation(?: (?:attacks?|campaigns?|efforts?|operations?|techniques?|attempts?))?|distill?(?:ing|ed|s)?",
    )
    .atlas(&[EXTRACTION])
    .one(),
    Way::new(r"(?:model|capability) (?:extraction|stealing|cloning)(?: (?:attacks?|campaigns?))?").atlas(&[EXTRACTION]).one(),
    Way::new(r"chain[- ]of[- ]thought (?:\(CoT\) )?(?:reasoning )?(?:extraction|elicitation|harvesting)|model inversion"),
    Way::new(r"jail-?br(?:eaks?|eaking|oke|oken)|jailbreaking (?:prompts|techniques)").atlas(&["AML.T0054"]).one(),
    Way::new(r"(?:(?:indirect|direct|cross-site) )?prompt[- ]injections?(?: attacks?)?").atlas(&["AML.T0051"]).one(),
    Way::new(
        r"(?:automated|mass|bulk|scripted|large-scale|systematic|high-volume|repetitive) (?:automated )?(?:quer(?:ying|ies)|prompting|requests|scripts|prompts|workflows|pipelines)|synchroni[sz]ed (?:traffic|requests)|coordinated (?:traffic|requests)|load[- ]balancing|account (?:rotation|sharing|farming|farms?)|click farms?|(?:obfuscated|disguised) (?:traffic|requests|prompts|code)|(?:traffic |code )?obfuscation(?: techniques?| methods?)?|API (?:abuse|scraping)",
    ),
    Way::new(r"(?:web |data |mass |large-scale |screen |automated |bulk )?scraping|scrapers|web crawlers"),
    // Getting in.
    Way::new(
        r"(?:(?:stolen|compromised|leaked|valid|harvested|hijacked|purloined|pilfered|phished|bought|purchased|borrowed|shared|exposed|default|weak|reused|legitimate|administrator|employee|contractor|former|hard-?coded|guessed) (?:(?:[\w’'-]+ ){0,3}?)|[\w-]+['’]s (?:valid|stolen|own) |(?:colleague|co-?worker|employee|contractor|supplier|vendor|customer|user|administrator|manager|partner)s?['’]s? (?:[\w-]+ ){0,2}?)(?:credentials|API keys?|access keys?|passwords?|log-?ins?|log-?in details|session (?:tokens|cookies)|access tokens|tokens|signing keys?|private keys?|VPN accounts?)|(?:valid|hijacked|stolen|compromised|legitimate|taken-over) (?:[\w-]+ ){0,2}?accounts|(?:credentials|passwords|log-?ins|tokens|keys) (?:bought|purchased|obtained|stolen|acquired|harvested|taken) (?:from|on|through) (?:(?:[\w-]+ ){0,3}?)(?:brokers?|markets?|marketplaces?|forums?|sellers|breach(?:es)?|malware|employees?|contractors?|insiders?|suppliers?|vendors?|info-?stealers?|web)",
    )
    .atlas(&["AML.T0012"])
    .told(Told::Through),
    Way::new(r"credential (?:theft|abuse|harvesting)|account takeovers?|(?:session|token|cookie) (?:hijacking|theft)|pass-the-(?:hash|cookie)")
        .atlas(&["AML.T0012"]),
    Way::new(
        r"(?:(?:(?:device|QR|auth|verification)-code|OAuth|consent|targeted|voice|SMS|e-?mail|spear|whale|telephone|phone|sophisticated) ?-?)?(?:spear-?)?phishing(?: (?:e-?mails?|messages?|campaigns?|lures?|pages?|attacks?|sites?|kits?|links?|calls?|texts?))?|vishing|smishing|quishing",
    )
    .atlas(&["AML.T0052"])
    .one(),
    Way::new(r"(?:cloned|spoofed|lookalike|look-alike) (?:log-?in )?(?:pages?|sites?|websites?|domains?)"),
    Way::new(r"credential[- ]stuffing(?: attacks?)?|password[- ](?:spraying|guessing|cracking)|brute[- ]forc(?:e|ing)(?: attacks?)?"),
    Way::new(
        r"social[- ]engineering(?: techniques?| attacks?| calls?)?|pretexting|SIM[- ]swap(?:s|ping)?(?: attacks?)?|(?:MFA|push)[- ](?:fatigue|bombing)(?: attacks?)?|deep-?fakes?|voice cloning|impersonation|business e-?mail compromise|typo-?squatting|watering[- ]hole(?: attacks?)?|drive-by (?:downloads?|compromise)|help-?desk (?:calls?|impersonation)|romance scams?|pig[- ]butchering",
    ),
    Way::new(
        r"(?:double[- ])?extortion|blackmail|money[- ]laundering|(?:wire|bank|invoice|visa|mail) fraud|insider trading|bribery|bribes|kickbacks|trade-based laundering|sanctions[- ]evasion schemes?",
    )
    .told(Told::Crime),
    Way::new(
        r"(?:(?:advanced|sophisticated|custom|bespoke|modular|commodity|destructive|mobile|data-stealing|information-stealing|point-of-sale|previously (?:unknown|unseen)|open-source|memory-resident|fileless|self-spreading|wiper) ){0,2}(?:malware|ransomware(?: attacks?)?|web[- ]?shells?|backdoors?|(?:remote[- ]access )?trojans?|remote[- ]access tools?|info-?stealers?|keyloggers?|rootkits?|bootkits?|spyware|stalkerware|wipers?|worms?|crypto-?miners?|implants?|skimmers?|card skimming|droppers?|exploit kits?|exploit scripts)",
    ),
    Way::new(
        r"living[- ]off[- ]the[- ]land(?: techniques| binaries)?|lateral movement|privilege escalation|malicious (?:[\w-]+ ){0,2}?(?:JavaScript|payloads?|browser extensions?|packages?|links?|attachments?|extensions?|apps?|applications|updates?|macros?|documents?|code|scripts?|plug-?ins?|adverts?|ads|QR codes?|e-?mails|files|commits?|prompts)|(?:trojani[sz]ed|tainted|poisoned|compromised|booby-trapped) (?:[\w-]+ ){0,2}?(?:updates?|packages?|software|installers?|librar(?:y|ies)|apps?|extensions?|documents)|data poisoning|model poisoning|dependency confusion",
    ),
    Way::new(
        r"zero-?days?(?: (?:exploits?|vulnerabilit(?:y|ies)|flaws?|bugs?))?|(?:SQL|command|code) injections?|cross-site scripting|(?:man|adversary)-in-the-middle attacks?|buffer overflows?|(?:known|unpatched|critical|software|security|undisclosed|previously unknown|remote code execution|authentication[- ]bypass) (?:[\w-]+ ){0,2}?(?:vulnerabilit(?:y|ies)|flaws?|bugs?|holes?)|(?:misconfigured|unsecured|unprotected|exposed|open) (?:[\w-]+ ){0,2}?(?:databases?|servers?|buckets?|APIs?|endpoints?|repositor(?:y|ies)|storage)|open director(?:y|ies)",
    )
    .told(Told::Through),
    Way::new(
        r"(?:an? )?(?:<deceit> )?(?:distributed )?denial[- ]of[- ]service(?: \(D?DoS\))?(?: attacks?)?|DDoS(?: attacks?)?",
    )
    .one(),
    Way::new(r"(?:software )?supply[- ]chain (?:compromises?|attacks?|intrusions?)|(?:SQL|command|code)[- ]injection (?:payloads?|attacks?|scripts?)|(?:[\w-]+ )?(?:vulnerability|port|network) scann(?:ing|ers?)(?: (?:scripts?|tools?))?"),
    Way::new(r"(?:unmarked|unlabell?ed|mis-?labell?ed|nondescript) (?:boxes|packages|crates|containers|pallets|parcels|trucks|vans)"),
    // Fronts.
    Way::new(
        r"(?:shell|front|paper|letterbox|mailbox|cut-?out|brass-plate|dummy|cover|sham|straw|phantom|pass-through) (?:[\w-]+ ){0,2}?(?:compan(?:y|ies)|firms?|entit(?:y|ies)|corporations?|business(?:es)?|organi[sz]ations?|traders?|vendors?|charit(?:y|ies)|owners?|buyers?|purchasers?|m[ae]n|directors?)|nominee (?:directors?|owners?|shareholders?|accounts?)|cut-?outs|corporate fronts?|commercial cover",
    ),
    Way::new(
        r"(?:(?:third-party|third-country|foreign|unauthori[sz]ed|grey-market|gray-market|black-market|offshore|overseas|criminal|informal|underground|complicit|unwitting|local|regional|small|licensed|exploit|data|(?-i:\p{Lu})\w+) ){0,2}(?:re-?sellers?(?: networks?)?|intermediar(?:y|ies)|middlem[ae]n|brokers?|freight[- ]forward(?:ers?|ing (?:firms?|compan(?:y|ies)|agents?))|shipping agents?|logistics (?:firms?|compan(?:y|ies))|procurement (?:networks?|agents?)|trading (?:compan(?:y|ies)|firms?|houses?)|cash couriers?|couriers|money mules|mules|smugglers|facilitators|exchange houses)",
    )
    .told(Told::Through),
    Way::new(
        r"(?:trans-?shipment|transit|re-?export) (?:hubs?|points?|routes?|countr(?:y|ies)|ports?|schemes?)|trans-?shipments?|shadow fleets?|dark fleets?|ghost ships|ship-to-ship transfers?|flags? of convenience|(?:AIS|GPS) (?:spoofing|manipulation|jamming)|hawala(?: networks?)?|dead drops?|diplomatic (?:pouch(?:es)?|bags?)|human couriers",
    ),
    Way::new(r"(?:<deceit> |remote ){0,2}IT[- ]workers? (?:schemes?|fraud|scams?|operations?)").one(),
    Way::new(
        r"laptop farms?|AI-generated (?:[\w-]+ ){0,2}?(?:lures?|messages?|e-?mails?|scripts?|code|malware|photos?|photographs?|images?|résumés?|resumes?|voices?|videos?|personas|profiles)|(?:stolen|borrowed|assumed|rented|other people['’]s|someone else['’]s) (?:[\w-]+ ){0,2}?(?:identit(?:y|ies)|names|ids|passports)|hijacked identities",
    ),
    // Papers and goods that are not what they say.
    Way::new(
        r"<deceit> <gap>(?:paperwork|papers|documents?|documentation|invoices?|certificates?|declarations?|labels?|labelling|labeling|licen[cs]es?|contracts?|records|log entries|transactions?|transfers?|refunds?|claims|identit(?:y|ies)|ids?|identity cards|names|passports|e-?mails?|e-?mail addresses|purchase orders?|orders|bills of lading|manifests?|addresses|buyers?|customers?|clients?|end[- ]users?|compan(?:y|ies)|business(?:es)?|firms?|agenc(?:y|ies)|storefronts?|web ?sites?|web ?pages?|log-?in pages?|job (?:offers?|adverts?|ads|postings?|interviews?)|recruiters?|résumés?|resumes?|CVs?|profiles?|receipts?|domains?|apps?|phone numbers?|serial numbers?|nameplates|packaging|customs (?:forms?|filings?|codes?)|attestations?|assurances|end[- ]use statements?|updates?|calls?|charit(?:y|ies)|brands?|credentials|statements|spreadsheets?|tenancy agreements)",
    ),
    Way::new(
        r"[“”\x22]?dummy[”“\x22]? (?:servers?|chips|units|boxes|equipment|machines|racks|cargo|shipments?|goods)|decoy (?:servers|shipments?|cargo)|hidden compartments?|mis-?labell?ed (?:shipments?|boxes|crates|cargo|goods|packages)|(?:mis-?labell?ing|re-?labell?ing|mis-?declaration|mis-?classification|under-?valuation|under-?invoicing|over-?invoicing) of [\w-]+|under-?invoicing|false-flag \w+",
    ),
    Way::new(
        r"(?:under|in) (?:the |false )?(?:guise|pretext|cover|preten[cs]es?)(?: of (?:[\w-]+ ){0,6}?(?:research|business|stud(?:y|ies)|trade|testing|work|students?|customers?|compan(?:y|ies)|employees?|recruiters?|contractors?|scientists?|journalists?|charity))?",
    ),
    Way::new(
        r"(?:stolen|leaked) (?:[\w-]+ ){0,3}?(?:configuration files|certificates|source code|topologies(?: and configuration files)?|personal (?:data|information)|blueprints|badges?)",
    )
    .told(Told::Through),
    // Money and machines behind it.
    Way::new(
        r"(?:crypto(?:currency)?|bitcoin|digital[- ](?:asset|currency)|virtual[- ]currency) (?:mixers?|mixing services?|tumblers?|wallets?|exchanges?|payments?|transfers?)|mixing services|(?:virtual|prepaid|stolen|disposable|cloned) (?:payment |credit |debit |bank |gift )?cards?|gift cards|bulk cash",
    )
    .told(Told::Through),
    Way::new(
        r"remote[- ](?:access|desktop|monitoring(?: and management)?)(?: (?:software|tools?|applications?|sessions?|connections?))?|KVM (?:switches|devices)|keyboard-video-mouse (?:switches|devices)|(?:personal|private) (?:[\w-]+ ){0,3}?(?:accounts?|cloud storage|drives?|e-?mails?|inbox)|(?:external |attacker-controlled )?cloud storage(?: accounts?| services?)?|aliases|pseudonyms|code names|encrypted (?:messaging )?(?:apps?|messages|chats)|cloud (?:servers|instances|accounts) rented|rented (?:cloud )?servers|overseas data cent(?:er|re)s",
    )
    .told(Told::Through),
];
