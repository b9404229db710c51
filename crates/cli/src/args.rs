//! The command line as people type it.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns reports of an incident into sourced facts, letters and packs that anyone can verify.
#[derive(Debug, Parser)]
#[command(name = "dossier", version, arg_required_else_help = true)]
pub(crate) struct Args {
    /// Print one JSON value on standard output.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Who acts, for the ledger; the account's name where it is left out.
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub(crate) actor: Option<String>,
    /// The moment of the act, for tests, as in 2026-11-21T09:30:00Z.
    #[arg(long, global = true, value_name = "RFC3339")]
    pub(crate) now: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make an empty dossier.
    New {
        file: PathBuf,
        /// What the case is called; the file's name where it is left out.
        #[arg(long)]
        title: Option<String>,
    },
    /// Read files and folders into the dossier and propose claims.
    Import {
        file: PathBuf,
        /// Files and folders; `-` pastes standard input.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// How many files to read at once; as many as there are processors where it is left out.
        #[arg(long)]
        jobs: Option<usize>,
    },
    /// Read documents for another `dossier`, as its worker.
    #[command(name = "__read", hide = true)]
    Read,
    /// Become tesseract, confined, for another `dossier`.
    #[command(name = "__ocr", hide = true)]
    Ocr {
        /// Languages as tesseract names them: `eng+deu`.
        language: String,
    },
    /// List the sources.
    Sources(File),
    /// List the claims.
    Claims(File),
    /// List the facts.
    Facts(File),
    /// List what does not fit together.
    Conflicts {
        #[command(flatten)]
        file: File,
        /// Also the pairs that agree.
        #[arg(long)]
        all: bool,
    },
    /// List who says things at first hand, and through whom.
    Origins(File),
    /// List who is named, under which names, and how one stands to another.
    Parties(File),
    /// List the sources whose text is nearly that of one.
    Similar { file: PathBuf, source: String },
    /// Show what a source changed of the one that it revises, or of another.
    Difference {
        file: PathBuf,
        source: String,
        /// The source to compare it with.
        #[arg(long)]
        with: Option<String>,
    },
    /// List what can be computed from the facts, with the formula: these figures are ours.
    Computations(File),
    /// List the measures, their elements and what supports them.
    Measures(File),
    /// List the recipients; with --from, replace the directory.
    Recipients {
        #[command(flatten)]
        file: File,
        /// A directory of recipients, as `--json` prints it.
        #[arg(long, value_name = "RECIPIENTS.json")]
        from: Option<PathBuf>,
    },
    /// List who did what when.
    Ledger(File),
    /// List the judgements, with those that no longer hold.
    Judgements(File),
    /// Print the readable text of a source.
    Text { file: PathBuf, source: String },
    /// Draw a page of a PDF as it looks, as PNG.
    Page {
        file: PathBuf,
        source: String,
        /// Its number, from 1.
        page: u32,
        /// How wide, in pixels.
        #[arg(long, value_name = "PIXELS", default_value_t = 1240)]
        width: u32,
        #[arg(short, long, value_name = "OUT.png")]
        output: PathBuf,
    },
    /// Show a source, or complete its metadata.
    Source {
        file: PathBuf,
        id: String,
        /// FIELD=VALUE: title, authors, publisher, published, url, syndicated_from, handling, reliability (A to F); an empty value means not stated.
        #[arg(long, value_name = "FIELD=VALUE", num_args = 1..)]
        set: Vec<String>,
        /// Why, for the record.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Show what the columns of a spreadsheet of incidents mean, or say it.
    Columns {
        file: PathBuf,
        source: String,
        /// Which of its tables, where it has several.
        #[arg(long, value_name = "N", default_value_t = 1)]
        table: u32,
        /// COLUMN=MEANING or COLUMN=MEANING:UNIT, by head or number: nothing, text, incident, accused, target, date, first-day, last-day, disclosed, count, amount, rate, act, method, technique, capability, certainty, outlet.
        #[arg(long, value_name = "COLUMN=MEANING", num_args = 1..)]
        set: Vec<String>,
        /// Say that they mean what is suggested.
        #[arg(long, conflicts_with = "set")]
        confirm: bool,
        /// Why, for the record.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Accept claims.
    Accept {
        file: PathBuf,
        #[arg(required_unless_present_any = ["all", "kind"])]
        claims: Vec<String>,
        /// All that are proposed, with the suggested joins, marked as taken in bulk.
        #[arg(long, conflicts_with = "claims")]
        all: bool,
        /// All that are proposed of a kind, as `claims` lists it, marked as taken in bulk.
        #[arg(long, value_name = "KIND", conflicts_with_all = ["claims", "all"])]
        kind: Option<String>,
        /// With --kind, only those of this source.
        #[arg(long, value_name = "SOURCE", requires = "kind")]
        source: Option<String>,
    },
    /// Reject claims.
    Reject {
        file: PathBuf,
        #[arg(required = true)]
        claims: Vec<String>,
        /// Why, for the record.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Put what you write in the place of a claim; the claim stays beside it.
    Edit {
        file: PathBuf,
        claim: String,
        /// What the claim says, as an object of JSON; `-` reads standard input.
        #[arg(long, value_name = "CLAIM.json")]
        from: PathBuf,
        /// Why, for the record.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Put several claims in the place of one.
    Split {
        file: PathBuf,
        claim: String,
        /// What the claims say, an object of JSON a line; `-` reads standard input.
        #[arg(long, value_name = "CLAIMS.jsonl")]
        from: PathBuf,
        /// Why, for the record.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Put one claim in the place of several of one source that say the same.
    Merge {
        file: PathBuf,
        #[arg(required = true, num_args = 2..)]
        claims: Vec<String>,
        /// What the claim says, as an object of JSON; where it is left out, what the first says with the quotes of all.
        #[arg(long, value_name = "CLAIM.json")]
        from: Option<PathBuf>,
        /// Why, for the record.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Add a claim that you found in a source.
    Add {
        file: PathBuf,
        source: String,
        /// What the claim says, as an object of JSON; `-` reads standard input.
        #[arg(long, value_name = "CLAIM.json")]
        from: PathBuf,
        /// Why, for the record.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Decide: these are the same, these differ, adopt a value, mark as disputed or as superseded, say how credible, join or part names of
    /// a party, revoke a judgement.
    Judge {
        file: PathBuf,
        verdict: VerdictArg,
        /// Claims or facts; for `adopt` a claim, or a fact and a claim; for `supersede` the earlier fact and the later; for `credibility`
        /// a fact and a grade, 1 to 6; for `same-party` and `different-party` names as `parties` lists them; for `revoke` judgements.
        #[arg(required = true)]
        ids: Vec<String>,
        /// Why, for the record.
        #[arg(long)]
        reason: String,
    },
    /// Take back the last act, by a counter-act.
    Undo(File),
    /// Take in claims that a tool or a colleague proposes.
    Propose {
        #[arg(required_unless_present = "schema")]
        file: Option<PathBuf>,
        /// The claims, an object of JSON a line; `-` reads standard input.
        #[arg(long, value_name = "CLAIMS.jsonl", required_unless_present = "schema")]
        from: Option<PathBuf>,
        /// Print the JSON Schema of a line.
        #[arg(long, conflicts_with_all = ["file", "from"])]
        schema: bool,
    },
    /// Show who sends, or set it.
    Office {
        file: PathBuf,
        #[arg(long, value_name = "OFFICE.json")]
        from: Option<PathBuf>,
    },
    /// Draw a chart.
    Chart {
        file: PathBuf,
        chart: ChartArg,
        /// Only the facts about this campaign or party, as `facts` lists it under subject.
        #[arg(long, value_name = "NAME")]
        campaign: Option<String>,
        /// Only facts of this kind, as `facts` lists it; several may be given.
        #[arg(long, value_name = "KIND")]
        kind: Vec<String>,
        /// Only facts so certain: alleged, reported, confirmed ...; several may be given.
        #[arg(long, value_name = "HEDGE")]
        certainty: Vec<String>,
        /// Where to: .svg, .png, .pdf or .csv.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Draft a document.
    Draft {
        file: PathBuf,
        /// The recipient's id, as `recipients` lists it.
        #[arg(long, value_name = "RECIPIENT")]
        to: String,
        #[arg(long)]
        kind: KindArg,
        /// A measure to ask for; those that accepted claims ask for and the recipient can take or oversee where it is left out.
        #[arg(long)]
        measure: Vec<String>,
        /// The document's own date, as in 2026-11-21; today where it is left out.
        #[arg(long)]
        date: Option<String>,
        /// A draft written elsewhere.
        #[arg(long, value_name = "DRAFT.json")]
        from: Option<PathBuf>,
        /// Its name in the dossier.
        #[arg(long)]
        name: String,
    },
    /// List the drafts.
    Drafts(File),
    /// Check a draft as a compiler checks a program.
    Check { file: PathBuf, name: String },
    /// Set a draft in lines.
    Publish {
        file: PathBuf,
        name: String,
        /// Where to: .pdf or .docx.
        #[arg(short, long)]
        output: PathBuf,
        /// Without watermark; refused while there are errors or blanks.
        #[arg(long = "final")]
        final_: bool,
    },
    /// Make a pack that anyone can verify.
    Pack {
        file: PathBuf,
        /// The document whose sources it holds; every source with an accepted claim where it is left out.
        #[arg(long, value_name = "NAME")]
        document: Option<String>,
        /// A source to put in; several may be given. Without a document the pack holds just these; with one they are added to what it
        /// cites, which cannot be left out.
        #[arg(long, value_name = "ID")]
        source: Vec<String>,
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Verify a pack, an unpacked pack or a dossier.
    Verify { path: PathBuf },
    /// Find words in the sources.
    Search {
        file: PathBuf,
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Write the dossier's content for other tools.
    Export {
        file: PathBuf,
        /// Where to: .json, .stix.json or .csv.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Copy the dossier while it is in use.
    Backup {
        file: PathBuf,
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Remove a source's content for good, as for clawed-back privileged material.
    Purge {
        file: PathBuf,
        source: String,
        /// Why, for the record.
        #[arg(long)]
        reason: String,
    },
    /// Make the specimen: a dossier of a fictional case with its reports.
    Specimen { file: PathBuf },
}

#[derive(Debug, ClapArgs)]
pub(crate) struct File {
    /// The dossier.
    pub(crate) file: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum VerdictArg {
    Same,
    Different,
    Adopt,
    Dispute,
    Supersede,
    Credibility,
    SameParty,
    DifferentParty,
    Revoke,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ChartArg {
    Timeline,
    Targeting,
    Scale,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum KindArg {
    Letter,
    Briefing,
    Memo,
}
