//! One field of a kind.

use serde::Deserialize;

use super::level::{DisclosureLevel, Sensitivity};
use crate::catalogue::{Catalogues, Label};

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// One line of text.
    Text,
    /// Paragraphs.
    LongText,
    /// A term of a list.
    Choice,
    /// A date, as precise as known.
    Date,
    /// A decimal number.
    Number,
    /// A length of time.
    Duration,
    /// An amount with its currency.
    Money,
    /// A place.
    Place,
    /// Another record.
    Reference,
    /// A file.
    Attachment,
    /// Yes, no or partly.
    Answer,
    /// One type of aggression with its victims and alleged perpetrators.
    Act,
    /// A dated step of a procedure.
    Step,
}

impl FieldType {
    /// Its id in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long_text",
            Self::Choice => "choice",
            Self::Date => "date",
            Self::Number => "number",
            Self::Duration => "duration",
            Self::Money => "money",
            Self::Place => "place",
            Self::Reference => "reference",
            Self::Attachment => "attachment",
            Self::Answer => "answer",
            Self::Act => "act",
            Self::Step => "step",
        }
    }
}

/// What a field is told no finer than below *full*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coarsen {
    /// The month of a date.
    Month,
    /// The state of a place.
    State,
}

/// The section of a form a field stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// What happened, what it is.
    What,
    /// Where and when.
    WhereWhen,
    /// Who.
    Who,
    /// What authorities did.
    StateResponse,
    /// Where it is known from.
    Sources,
    /// The organisation's own bookkeeping.
    Internal,
}

impl Group {
    /// Its id in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::WhereWhen => "where_when",
            Self::Who => "who",
            Self::StateResponse => "state_response",
            Self::Sources => "sources",
            Self::Internal => "internal",
        }
    }
}

/// Where the page of a record tells a field apart from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PagePlace {
    /// In the line under the title.
    Line,
    /// Beside the page.
    Beside,
}

/// The roles a reference may have.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Roles {
    /// The terms of this list.
    Catalogue(String),
    /// These.
    Listed(Vec<Role>),
}

/// A role of a field's own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its id.
    pub id: String,
    /// What people read.
    pub label: Label,
}

/// One field of a kind.
#[expect(clippy::struct_excessive_bools, reason = "three lines of a file, each read by its name")]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its id, unique in its kind.
    pub id: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// What it is called.
    pub label: Label,
    /// What it is called where there is little room, as over a column; none: as everywhere.
    pub short: Option<Label>,
    /// One sentence for who fills it in.
    pub help: Option<Label>,
    /// How much harm it can do.
    pub sensitivity: Sensitivity,
    /// The levels below full at which it may be shown.
    #[serde(default)]
    pub disclosure: Vec<DisclosureLevel>,
    /// What it is told no finer than below full.
    pub coarsen: Option<Coarsen>,
    /// The list its terms come from.
    pub catalogue: Option<String>,
    /// Whether it holds several values.
    #[serde(default)]
    pub several: bool,
    /// Kinds of record it may point to; empty: any.
    #[serde(default)]
    pub refers_to: Vec<String>,
    /// Roles its references may have.
    pub roles: Option<Roles>,
    /// Whether it is derived from other fields and never stored.
    #[serde(default)]
    pub computed: bool,
    /// Whether other records alone tell it: nothing typed, of a sheet or by hand, can mean it.
    #[serde(default)]
    pub told_by_others: bool,
    /// Whether a report is poorer without it.
    #[serde(default)]
    pub required_for_report: bool,
    /// The value a new record starts with, as typed.
    pub default: Option<String>,
    /// Its place in quick capture; none: it waits for the whole form.
    pub capture: Option<u8>,
    /// The field that stands on one line with it in capture, before it.
    pub beside: Option<String>,
    /// Where its page tells it, whatever its type and group say.
    pub page: Option<PagePlace>,
    /// Its place among the columns a list shows at first; none: it is shown when asked for.
    pub list: Option<u8>,
    /// The section of the form.
    pub group: Group,
    /// Headings of spreadsheets that mean it, besides its id and labels.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether the organisation added it; none that ships.
    #[serde(skip)]
    pub own: bool,
    /// Whether the organisation no longer offers it: what was written in it stays readable.
    #[serde(skip)]
    pub retired: bool,
}

impl Field {
    /// Whether a document of this level may show it.
    #[must_use]
    pub fn shown_at(&self, level: DisclosureLevel) -> bool {
        level == DisclosureLevel::Full || self.disclosure.contains(&level)
    }

    /// What it is called where there is little room.
    #[must_use]
    pub fn short_label(&self) -> &Label {
        self.short.as_ref().unwrap_or(&self.label)
    }

    /// Whether its references may have this role.
    #[must_use]
    pub fn allows_role(&self, role: &str, catalogues: &Catalogues) -> bool {
        match &self.roles {
            None => false,
            Some(Roles::Listed(roles)) => roles.iter().any(|known| known.id == role),
            Some(Roles::Catalogue(id)) => {
                catalogues.get(id).and_then(|list| list.term(role)).is_some_and(|term| term.non_answer.is_none())
            }
        }
    }
}
