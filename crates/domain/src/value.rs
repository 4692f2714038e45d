//! What one field can hold.
//!
//! Every value a record may carry, as protocol.md §2.6a numbers them on disk. The three ways to say nothing —
//! *unknown*, *not asked*, *withheld* — are values of their own, and so is a word not yet classified.

pub mod date;
pub mod json;
pub mod quantity;
pub mod structure;

pub use date::{NotADate, PartialDate};
pub use quantity::{Bound, Duration, DurationUnit, Money, Number};
pub use structure::{Act, Attachment, Certainty, Place, Reference, Step};

/// The value of a field, of an item of a field, or of a part of an act.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Asked or looked for, and not known.
    Unknown,
    /// Nobody asked.
    NotAsked,
    /// Known, and kept back on purpose.
    Withheld,
    /// One line of text, in NFC.
    Text(String),
    /// Paragraphs parted by an empty line, in NFC.
    LongText(String),
    /// The id of a term of the field's catalogue.
    Choice(String),
    /// A date, with the IANA zone where the hour matters.
    Date(PartialDate, Option<String>),
    /// A decimal number.
    Number(Number),
    /// A length of time.
    Duration(Duration),
    /// An amount of money.
    Money(Money),
    /// Where.
    Place(Box<Place>),
    /// Another record.
    Reference(Reference),
    /// A file kept beside the records.
    Attachment(Box<Attachment>),
    /// No, yes or partly.
    Answer(Answer),
    /// One type of aggression with its victims and alleged perpetrators.
    Act(Box<Act>),
    /// A dated step of a procedure.
    Step(Box<Step>),
    /// A word or cell nobody has classified yet, kept as written.
    AsWritten(String),
    /// A value of a type this program does not know: kept as it came, shown as *newer version*.
    Newer {
        /// Its type number.
        kind: u64,
        /// Its canonical bytes.
        bytes: Vec<u8>,
    },
}

/// What a yes-or-no question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// No.
    No,
    /// Yes.
    Yes,
    /// Partly.
    Partly,
}

impl Answer {
    /// Its id in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Yes => "yes",
            Self::Partly => "partly",
        }
    }
}

impl Value {
    /// Whether it is one of the three ways to say nothing.
    #[must_use]
    pub const fn is_non_answer(&self) -> bool {
        matches!(self, Self::Unknown | Self::NotAsked | Self::Withheld)
    }

    /// The words in it that a full-text search reads, without the labels of terms.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Text(text) | Self::LongText(text) | Self::AsWritten(text) => vec![text],
            Self::Place(place) => place.municipality.iter().chain(place.locality.iter()).map(String::as_str).collect(),
            Self::Attachment(file) => vec![&file.name],
            Self::Act(act) => act.aggression.words(),
            Self::Date(date, _) => vec![date.as_str()],
            Self::Unknown
            | Self::NotAsked
            | Self::Withheld
            | Self::Choice(_)
            | Self::Number(_)
            | Self::Duration(_)
            | Self::Money(_)
            | Self::Reference(_)
            | Self::Answer(_)
            | Self::Step(_)
            | Self::Newer { .. } => Vec::new(),
        }
    }

    /// The records it points to.
    #[must_use]
    pub fn references(&self) -> Vec<&Reference> {
        match self {
            Self::Reference(reference) => vec![reference],
            Self::Act(act) => act.victims.iter().chain(&act.perpetrators).collect(),
            Self::Step(step) => step.proof.iter().collect(),
            _ => Vec::new(),
        }
    }
}
