//! The words that the rules know, as data: general words of the trade, never a name.
//!
//! Those that several patterns hold are macros, so that `concat!` can put them into each.

/// Nouns for many companies or people, before some of them are named: "labs such as".
macro_rules! of_many {
    () => {
        r"companies|firms|labs|laboratories|start-?ups|developers|groups|gangs|crews|hackers|actors|entities|rivals|competitors|providers|makers|suppliers|brokers|manufacturers|contractors|suspects|defendants|men|women|nationals|engineers|executives|traders|operators|outfits"
    };
}

/// Nouns for people and bodies that are counted because they were charged or listed.
macro_rules! charged_people {
    () => {
        r"men|women|people|persons|individuals|nationals|citizens|residents|suspects|defendants|brothers|businessm[ae]n|students|soldiers|officers|officials|leaders|executives|founders|employees|contractors|engineers|scientists|researchers|professors|bankers|traders|brokers|hackers|entities|companies|firms|labs|start-?ups|developers|banks|airlines|institutions|groups"
    };
}

/// Nouns for those who tell a reporter what they know.
macro_rules! insiders {
    () => {
        r"people|persons?|sources?|officials?|someone|executives?|employees?|insiders?|individuals?"
    };
}

/// Verbs by which somebody tells a thing, with its clause behind them.
macro_rules! tells {
    () => {
        r"says|said|alleges|alleged|claims|claimed|asserts|asserted|argues|argued|discovered|warns|warned|revealed|reported|disclosed|found|concluded"
    };
}

pub(crate) use {charged_people, insiders, of_many, tells};

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

/// Units of speech and thought: a few of them are no parts of a case.
pub(crate) const GENERAL_UNITS: &[&str] = &[
    "ways",
    "reasons",
    "things",
    "sides",
    "points",
    "questions",
    "options",
    "steps",
    "types",
    "kinds",
    "forms",
    "aspects",
    "factors",
    "lines",
    "parts",
    "areas",
    "sentences",
    "paragraphs",
    "words",
    "examples",
    "categories",
    "others",
    "problems",
    "issues",
    "lessons",
    "theories",
    "goals",
    "themes",
    "ideas",
    "views",
    "figures",
    "versions",
    "groups",
    "levels",
    "stages",
    "phases",
    "fronts",
    "facts",
    "takeaways",
    "claims",
    "halves",
    "thirds",
    "paths",
    "fields",
    "principles",
    "pillars",
    "items",
    "sections",
    "stories",
    "articles",
    "outlets",
    "newspapers",
    "senses",
    "words",
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
