//! One term of a list.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value as Json;

use super::label::Label;
use super::own::OwnTerm;
use crate::value::Value;

/// A term that means one of the three ways to say nothing: stored as that value, never as a term (records.md §1.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NonAnswer {
    /// Asked or looked for, and not known.
    Unknown,
    /// Nobody asked.
    NotAsked,
    /// Known, and kept back on purpose.
    Withheld,
}

impl From<NonAnswer> for Value {
    fn from(answer: NonAnswer) -> Self {
        match answer {
            NonAnswer::Unknown => Self::Unknown,
            NonAnswer::NotAsked => Self::NotAsked,
            NonAnswer::Withheld => Self::Withheld,
        }
    }
}

/// One term of a list.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Item")]
pub struct Term {
    /// Its id, a dotted path, unique in its list.
    pub id: String,
    /// What people read.
    pub label: Label,
    /// Key of the source it comes from, of [`super::sources`].
    pub source: String,
    /// Other spellings people write.
    pub aliases: Vec<String>,
    /// The non-answer it stands for.
    pub non_answer: Option<NonAnswer>,
    /// Whether the organisation added it; none that ships.
    pub own: bool,
    /// Whether it is no longer offered: what was written with it stays readable.
    pub retired: bool,
    attributes: BTreeMap<String, Json>,
}

#[derive(Deserialize)]
struct Item {
    id: String,
    es: String,
    en: String,
    source: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    non_answer: Option<NonAnswer>,
    #[serde(flatten)]
    attributes: BTreeMap<String, Json>,
}

impl From<Item> for Term {
    fn from(item: Item) -> Self {
        Self {
            id: item.id,
            label: Label { es: item.es, en: item.en },
            source: item.source,
            aliases: item.aliases,
            non_answer: item.non_answer,
            own: false,
            retired: false,
            attributes: item.attributes,
        }
    }
}

impl Term {
    /// A term of an organisation's own.
    pub(super) fn own(own: &OwnTerm, attributes: BTreeMap<String, Json>) -> Self {
        Self {
            id: own.id.clone(),
            label: own.label.clone(),
            source: String::new(),
            aliases: own.aliases.clone(),
            non_answer: None,
            own: true,
            retired: own.retired,
            attributes,
        }
    }

    /// Those of these attributes it has.
    pub(super) fn handed_down(&self, names: &[&str]) -> BTreeMap<String, Json> {
        let own = self.attributes.iter().filter(|(name, _)| names.contains(&name.as_str()));
        own.map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// Whether it may be chosen: neither a way to say nothing nor retired.
    #[must_use]
    pub const fn is_offered(&self) -> bool {
        self.non_answer.is_none() && !self.retired
    }

    /// The id of the group it is in.
    #[must_use]
    pub fn parent(&self) -> Option<&str> {
        self.id.rsplit_once('.').map(|(parent, _)| parent)
    }

    /// Whether it is this term or stands below it.
    #[must_use]
    pub fn is_within(&self, ancestor: &str) -> bool {
        let rest = self.id.strip_prefix(ancestor);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// What the list says of it under this name, a text: a code of another list, an article of law.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.attributes.get(name)?.as_str()
    }

    /// What it was called on a day, and in short: a name it had before, where the list says until when.
    #[must_use]
    pub fn former_name(&self, day: NaiveDate) -> Option<(Label, Option<&str>)> {
        let names = self.attributes.get("former_names")?.as_array()?;
        names.iter().find_map(|name| {
            let text = |key: &str| name.get(key).and_then(Json::as_str);
            let until: NaiveDate = text("valid_to")?.parse().ok()?;
            let label = Label { es: text("es")?.to_owned(), en: text("en")?.to_owned() };
            (day <= until).then_some((label, text("abbr")))
        })
    }

    /// What the list says of it under this name, a whole number: a limit, a rank.
    #[must_use]
    pub fn whole(&self, name: &str) -> Option<i64> {
        self.attributes.get(name)?.as_i64()
    }

    /// Whether the list says this of it: `fatal`, `sensitive`, `group`.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.attributes.get(name).and_then(Json::as_bool).unwrap_or(false)
    }
}
