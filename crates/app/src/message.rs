//! Where an error becomes words: what happened, what is safe, what to do.
//!
//! Each id has three parts in `assets/locales/*/errors.ftl`: the text, `.safe` and `.next`. The match below is
//! exhaustive on purpose: a new state of the world has no silent sentence.

use resguardo_domain::catalogue::{Label, Lang};
use resguardo_domain::schema::Schema;
use resguardo_domain::validate::Problem;
use resguardo_exchange::Error as SheetError;
use resguardo_language::{Args, Language, Words};
use resguardo_vault::{ReadOnly, VaultError};
use serde::Serialize;

use crate::error::{AppError, Kind};

/// An error as a message id with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The id in `errors.ftl`.
    pub id: &'static str,
    /// What fills its places.
    pub args: Vec<(&'static str, String)>,
    /// The field it is about.
    pub field: Option<String>,
}

impl Message {
    /// A message with its arguments.
    #[must_use]
    pub fn new(id: &'static str, args: &[(&'static str, String)]) -> Self {
        Self { id, args: args.to_vec(), field: None }
    }

    /// What happened, what is safe, what to do.
    #[must_use]
    pub fn say(&self, words: &Words) -> [String; 3] {
        let part = |suffix: &str| {
            let args = self.args.iter().fold(Args::new(), |args, (name, value)| args.text(name, value.as_str()));
            words.say(&format!("{}{suffix}", self.id), &args)
        };
        [part(""), part(".safe"), part(".next")]
    }
}

/// How a refusal is taken by the one who reads it: colour and glyph follow from this alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// What was asked cannot be done as it was asked.
    Invalid,
    /// A rule of the program forbids it.
    Refused,
    /// The passphrase, key file or words do not match.
    WrongKey,
    /// Something on disk is not as it was written.
    Damaged,
    /// Not now: locked, busy, full.
    NotNow,
    /// A mistake of the program.
    Bug,
}

/// An error as the window shows it, in its three parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Failure {
    /// How it is taken.
    pub tone: Tone,
    /// What happened.
    pub happened: String,
    /// What is safe.
    pub safe: String,
    /// What to do.
    pub next: String,
    /// The field it is about.
    pub field: Option<String>,
}

impl Failure {
    /// An error in words.
    #[must_use]
    pub fn of(error: &AppError, lang: Lang) -> Self {
        let message = of(error, lang);
        let words = Words::new(match lang {
            Lang::Es => Language::Es,
            Lang::En => Language::En,
        });
        let [happened, safe, next] = message.say(&words);
        let tone = match error.kind() {
            Kind::Invalid => Tone::Invalid,
            Kind::Refused => Tone::Refused,
            Kind::WrongKey => Tone::WrongKey,
            Kind::Damaged => Tone::Damaged,
            Kind::NotNow => Tone::NotNow,
            Kind::Bug => Tone::Bug,
        };
        Self { tone, happened, safe, next, field: message.field }
    }
}

/// The message of an error.
#[must_use]
pub fn of(error: &AppError, lang: Lang) -> Message {
    let plain = |id| Message::new(id, &[]);
    match error {
        AppError::Vault(error) => of_vault(error),
        AppError::NoSuchKind { kind } => Message::new("no-such-kind", &[("kind", kind.clone())]),
        AppError::NoSuchField { kind, field } => Message {
            field: Some(field.clone()),
            ..Message::new("no-such-field", &[("kind", kind.clone()), ("field", field.clone())])
        },
        AppError::NoSuchRecord => plain("no-such-record"),
        AppError::SeveralRecords => plain("several-records"),
        AppError::TooFewDigits => plain("too-few-digits"),
        AppError::Invalid { label, invalid } => {
            let message = of_problem(&invalid.problem, named(label, &invalid.field, lang));
            Message { field: Some(invalid.field.clone()), ..message }
        }
        AppError::SeveralActs => of_acts(lang),
        AppError::Filter { filter, fields } => {
            Message::new("filter-unreadable", &[("filter", filter.clone()), ("fields", fields.clone())])
        }
        AppError::Index(_) | AppError::NoIndex => plain("no-index"),
        AppError::NoSuchWriter => plain("no-such-writer"),
        AppError::Own(reason) => plain(reason.message()),
        AppError::NotMergeable => plain("not-mergeable"),
        AppError::NotMerged => plain("not-merged"),
        AppError::Unreadable { file, source } => of_file("unreadable", file, source),
        AppError::Unwritable { file, source } => of_file("unwritable", file, source),
        AppError::Sheet { source } => of_sheet(source),
        AppError::SheetTooCostly => plain("sheet-too-costly"),
        AppError::NoSuchImport => plain("no-such-import"),
        AppError::NoSuchAttachment => plain("no-such-attachment"),
        AppError::TooLarge { limit_mib } => Message::new("too-large", &[("limit", limit_mib.to_string())]),
        AppError::NoSuchForm { form, forms } => {
            Message::new("no-such-form", &[("form", form.clone()), ("forms", forms.clone())])
        }
        AppError::FiguresSayNothing => plain("figures-say-nothing"),
        AppError::Document { .. } => plain("document-not-set"),
        AppError::NoSuchBoard { board, known } => unknown("no-such-board", ("board", board), known),
        AppError::NoSuchCalendar { law, known } => unknown("no-such-calendar", ("law", law), known),
        AppError::NoSuchIndicator { id } => Message::new("no-such-indicator", &[("id", id.clone())]),
        AppError::NotTakenApart { by } => Message::new("not-taken-apart", &[("by", by.clone())]),
        AppError::NotADate { date } => Message::new("not-a-date", &[("date", date.clone())]),
        AppError::NotARecord { reason } => Message::new("not-a-record", &[("reason", reason.clone())]),
        AppError::Locked => plain("vault-locked"),
        AppError::NoImport => plain("no-import"),
        AppError::NotShown => plain("not-shown"),
        AppError::NothingCovered => plain("nothing-covered"),
        AppError::NoName => plain("no-name"),
        AppError::NothingToUndo => plain("nothing-to-undo"),
        AppError::NoSuchVersion => plain("no-such-version"),
        AppError::NoReason => plain("no-reason"),
        AppError::NewWordsDiffer => plain("new-words-differ"),
        AppError::NoKeyfile => plain("no-keyfile"),
        AppError::NoNewWords => plain("no-new-words"),
        AppError::PlaceTaken => plain("place-taken"),
        AppError::PlaceInVault => plain("place-in-vault"),
        AppError::WordsDiffer => plain("words-differ"),
        AppError::NotEmpty => plain("not-empty"),
    }
}

fn of_acts(lang: Lang) -> Message {
    let id = resguardo_domain::field::ACTS;
    let acts = Schema::builtin().kind("incident").and_then(|kind| kind.field(id));
    let label = acts.map_or_else(|| id.to_owned(), |acts| named(&acts.label, id, lang));
    Message { field: Some(id.to_owned()), ..Message::new("several-acts", &[("field", label)]) }
}

/// `Estado (state)`: a field as messages name it.
fn named(label: &Label, field: &str, lang: Lang) -> String {
    let label = label.get(lang);
    if label == field { label.to_owned() } else { format!("{label} ({field})") }
}

fn of_file(id: &'static str, file: &str, source: &std::io::Error) -> Message {
    Message::new(id, &[("file", file.to_owned()), ("reason", source.to_string())])
}

/// What was asked for is not there; these are.
fn unknown(id: &'static str, (name, asked): (&'static str, &str), known: &str) -> Message {
    Message::new(id, &[(name, asked.to_owned()), ("known", known.to_owned())])
}

fn of_problem(problem: &Problem, field: String) -> Message {
    let about = |id| Message::new(id, &[("field", field.clone())]);
    match problem {
        Problem::NoSuchField => about("value-no-such-field"),
        Problem::Computed => about("value-computed"),
        Problem::OneOnly => about("value-one-only"),
        Problem::WrongType => about("value-wrong-type"),
        Problem::NoSuchTerm { catalogue } => {
            Message::new("value-no-such-term", &[("field", field.clone()), ("catalogue", catalogue.clone())])
        }
        Problem::NoSuchRole => about("value-no-such-role"),
        Problem::NoSuchRecord => about("value-no-such-record"),
        Problem::WrongKind => about("value-wrong-kind"),
        Problem::TooLong => about("value-too-long"),
    }
}

fn of_vault(error: &VaultError) -> Message {
    let plain = |id| Message::new(id, &[]);
    match error {
        VaultError::NoVault => plain("no-vault"),
        VaultError::FolderNotEmpty => plain("folder-not-empty"),
        VaultError::SyncedFolder { sign } => Message::new("synced-folder", &[("service", (*sign).to_owned())]),
        VaultError::InUse => plain("vault-in-use"),
        VaultError::PassphraseForm => plain("passphrase-form"),
        VaultError::WeakPassphrase { score, characters } => {
            Message::new("weak-passphrase", &[("score", score.to_string()), ("characters", characters.to_string())])
        }
        VaultError::RecoveryWordCount { found } => Message::new("recovery-word-count", &[("found", found.to_string())]),
        VaultError::RecoveryWordUnknown { position } => {
            Message::new("recovery-word-unknown", &[("position", position.to_string())])
        }
        VaultError::RecoveryWordsChecksum => plain("recovery-words-checksum"),
        VaultError::KdfMemoryOutOfBounds { .. } => plain("kdf-memory-bounds"),
        VaultError::NotEnoughMemory { m_kib } => {
            Message::new("not-enough-memory", &[("mib", (m_kib / 1024).to_string())])
        }
        VaultError::WrongPassphrase => plain("wrong-passphrase"),
        VaultError::HeaderUnreadable => plain("header-unreadable"),
        VaultError::HeaderParameters => plain("header-parameters"),
        VaultError::GenerationMismatch { .. } => plain("older-header"),
        VaultError::NewerFormat => plain("newer-format"),
        VaultError::KeyringDamaged | VaultError::KeyMissing => plain("keyring-damaged"),
        VaultError::LedgerDamaged { segment, offset } => {
            Message::new("ledger-damaged", &[("segment", segment.to_string()), ("offset", offset.to_string())])
        }
        VaultError::LedgerReadOnly { reason } => plain(match reason {
            ReadOnly::WriteFailed => "read-only-write-failed",
            ReadOnly::Damage => "read-only-damage",
            ReadOnly::HeaderAltered => "read-only-header",
        }),
        VaultError::TooLarge { size_bytes } => Message::new("entry-too-large", &[("bytes", size_bytes.to_string())]),
        VaultError::EnvelopeRefused { .. } | VaultError::Malformed { .. } => plain("entry-damaged"),
        VaultError::BlobMissing => plain("attachment-missing"),
        VaultError::BlobDamaged { .. } => plain("attachment-damaged"),
        VaultError::CopyDiffers => plain("copy-differs"),
        VaultError::Stopped => plain("stopped"),
        VaultError::DiskFull => plain("disk-full"),
        VaultError::NoRandomness => plain("no-randomness"),
        VaultError::Disk { source } => Message::new("disk-failed", &[("reason", source.to_string())]),
        VaultError::Outside { source } => Message::new("outside-failed", &[("reason", source.to_string())]),
        VaultError::Bug { what } => Message::new("bug", &[("what", (*what).to_owned())]),
    }
}

fn of_sheet(error: &SheetError) -> Message {
    let plain = |id| Message::new(id, &[]);
    let at = |id, row: usize| Message::new(id, &[("row", row.to_string())]);
    let limit = |id, limit: String| Message::new(id, &[("limit", limit)]);
    match error {
        SheetError::FileTooLarge { limit: most } => limit("sheet-file-too-large", (most / 1024 / 1024).to_string()),
        SheetError::Empty => plain("sheet-empty"),
        SheetError::CellTooLong { row, .. } => at("sheet-cell-too-long", *row),
        SheetError::TooManyRows { limit: most } => limit("sheet-too-many-rows", most.to_string()),
        SheetError::TooManyColumns { row, .. } => at("sheet-too-many-columns", *row),
        SheetError::TooManyCells { limit: most } => limit("sheet-too-many-cells", most.to_string()),
        SheetError::TooManySheets { limit: most } => limit("sheet-too-many-sheets", most.to_string()),
        SheetError::UnclosedQuote { row } => at("sheet-unclosed-quote", *row),
        SheetError::OldExcel => plain("sheet-old-excel"),
        SheetError::Protected => plain("sheet-protected"),
        SheetError::NotATable => plain("sheet-not-a-table"),
        SheetError::Damaged | SheetError::Wire => plain("sheet-damaged"),
        SheetError::TooManyEntries { .. } | SheetError::Inflates { .. } | SheetError::Nested => plain("sheet-bomb"),
        SheetError::DocumentType => plain("sheet-document-type"),
        SheetError::NoSuchSheet => plain("sheet-no-such-sheet"),
        SheetError::NoHeadings { row } => at("sheet-no-headings", *row),
        SheetError::NoSuchKind => plain("sheet-no-such-kind"),
        SheetError::Mapping { reason } => Message::new("mapping-unreadable", &[("reason", reason.clone())]),
        SheetError::NoSuchField { path } => Message::new("mapping-no-such-field", &[("path", path.clone())]),
        SheetError::NoSuchTerm { path, term } => {
            Message::new("mapping-no-such-term", &[("path", path.clone()), ("term", term.clone())])
        }
        SheetError::Write { reason } => Message::new("export-not-written", &[("reason", reason.clone())]),
    }
}
