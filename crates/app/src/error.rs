//! What can keep a person from what they asked for, as states they can act on.

use resguardo_domain::catalogue::Label;
use resguardo_domain::validate::Invalid;
pub use resguardo_vault::Kind;
use resguardo_vault::VaultError;

use crate::fields::NotStanding;

/// Why something did not happen. Nothing was written unless the variant says so.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The vault could not do it.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// There is no kind of record with that id.
    #[error("no such kind of record")]
    NoSuchKind {
        /// What was asked for.
        kind: String,
    },
    /// The kind has no field with that id.
    #[error("no such field")]
    NoSuchField {
        /// The kind's id.
        kind: String,
        /// What was asked for.
        field: String,
    },
    /// No record has that id or begins with it.
    #[error("no such record")]
    NoSuchRecord,
    /// Several records begin with that.
    #[error("several records begin with this")]
    SeveralRecords,
    /// A beginning of an id needs eight digits at least.
    #[error("too few digits of an id")]
    TooFewDigits,
    /// A value cannot stand in its field.
    #[error("a value cannot stand in its field")]
    Invalid {
        /// What the field is called.
        label: Label,
        /// The field and what is wrong.
        #[source]
        invalid: Invalid,
    },
    /// The incident has several acts; which is meant must be said.
    #[error("the incident has several acts")]
    SeveralActs,
    /// A filter or an order that cannot be read.
    #[error("a filter cannot be read")]
    Filter {
        /// The filter as written.
        filter: String,
        /// The fields one may filter by.
        fields: String,
    },
    /// The full-text index failed.
    #[error("the index failed")]
    Index(#[from] resguardo_search::SearchError),
    /// The full-text index could not be built.
    #[error("no index")]
    NoIndex,
    /// No person who writes has that name.
    #[error("no such writer")]
    NoSuchWriter,
    /// A record cannot be merged into itself, another kind, or one already merged.
    #[error("these two cannot be merged")]
    NotMergeable,
    /// The record is not merged into another.
    #[error("the record is not merged")]
    NotMerged,
    /// A file outside the vault cannot be read.
    #[error("the file cannot be read")]
    Unreadable {
        /// The file as the person named it.
        file: String,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// A file outside the vault cannot be written.
    #[error("the file cannot be written")]
    Unwritable {
        /// The file as the person named it.
        file: String,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// A spreadsheet cannot be read.
    #[error("the spreadsheet cannot be read")]
    Sheet {
        /// Why.
        #[source]
        source: resguardo_exchange::Error,
    },
    /// The process that reads spreadsheets ended without an answer.
    #[error("reading the spreadsheet took more than it may")]
    SheetTooCostly,
    /// No import has that id, or it was undone before.
    #[error("no such import")]
    NoSuchImport,
    /// No attachment has that id.
    #[error("no such attachment")]
    NoSuchAttachment,
    /// A file larger than may be attached or taken out in one piece.
    #[error("the file is too large")]
    TooLarge {
        /// The bound in MiB.
        limit_mib: u64,
    },
    /// A report or export of that name or form does not exist.
    #[error("no such form")]
    NoSuchForm {
        /// What was asked for.
        form: String,
        /// What exists.
        forms: String,
    },
    /// The document tells of records one by one; in figures alone it says nothing.
    #[error("figures say nothing")]
    FiguresSayNothing,
    /// A document could not be set.
    #[error("the document could not be set")]
    Document {
        /// Why.
        #[source]
        source: resguardo_report::ReportError,
    },
    /// There is no board of that name.
    #[error("no such board")]
    NoSuchBoard {
        /// What was asked for.
        board: String,
        /// Those there are.
        known: String,
    },
    /// There is no calendar of that law.
    #[error("no such calendar")]
    NoSuchCalendar {
        /// What was asked for.
        law: String,
        /// Those there are.
        known: String,
    },
    /// There is no indicator with that id.
    #[error("no such indicator")]
    NoSuchIndicator {
        /// What was asked for.
        id: String,
    },
    /// Nothing is read by which indicators could be taken apart like that.
    #[error("not taken apart by that")]
    NotTakenApart {
        /// What was asked for.
        by: String,
    },
    /// A date of a period cannot be read.
    #[error("not a date")]
    NotADate {
        /// The date as written.
        date: String,
    },
    /// JSON that does not describe a record.
    #[error("not a record in JSON")]
    NotARecord {
        /// Where and why, in the parser's words.
        reason: String,
    },
    /// Nothing is unlocked.
    #[error("locked")]
    Locked,
    /// No file is in hand, or not the one that was meant.
    #[error("no import")]
    NoImport,
    /// The file is no picture that can be shown here.
    #[error("not shown")]
    NotShown,
    /// Nothing was covered.
    #[error("nothing covered")]
    NothingCovered,
    /// What is saved needs a name.
    #[error("no name")]
    NoName,
    /// What was done cannot be undone any more.
    #[error("nothing to undo")]
    NothingToUndo,
    /// The version somebody chose is not among those that stand.
    #[error("no such version")]
    NoSuchVersion,
    /// An identity is shown only with a reason.
    #[error("no reason")]
    NoReason,
    /// The three words typed back are not those asked for.
    #[error("the words differ")]
    WordsDiffer,
    /// The three words typed back are not those of the new words asked for.
    #[error("the new words differ")]
    NewWordsDiffer,
    /// The key file that should be asked for is not in hand.
    #[error("no key file in hand")]
    NoKeyfile,
    /// No new words were drawn.
    #[error("no new words")]
    NoNewWords,
    /// Something has that name already, where a copy should go.
    #[error("the place is taken")]
    PlaceTaken,
    /// A copy of the vault does not go into the vault.
    #[error("the place is inside the vault")]
    PlaceInVault,
    /// A field or a term of the organisation's own cannot stand, or is not there.
    #[error(transparent)]
    Own(#[from] NotStanding),
    /// The demonstration goes into an empty vault only.
    #[error("the vault is not empty")]
    NotEmpty,
}

impl AppError {
    /// How the answer is taken: exit codes and the window's tone follow from this alone.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Vault(error) => error.kind(),
            _ => Kind::Invalid,
        }
    }
}
