//! Fields of an organisation's own, laid over those that ship.
//!
//! They come from records, one day from another laptop: whatever does not stand up to these rules is left out with the
//! reason. A field that ships wins over one of the same id; what was written in either stays in the records.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer as _};

use super::check::is_id;
use super::field::{Coarsen, Field, FieldType, Group};
use super::level::{DisclosureLevel, Sensitivity};
use super::{Kind, Schema};
use crate::catalogue::own::{MOST_ALIASES, has_unseen, is_fit};
use crate::catalogue::{Catalogues, Label};
use crate::fold::fold;

/// What the id of an own field begins with: no field that ships has it.
pub const PREFIX: &str = "own_";
/// The most own fields of one kind.
pub const MOST_FIELDS: usize = 60;
/// The longest help, in characters.
const MOST_HELP: usize = 300;
/// Where own fields stand in capture and among the columns: after those that ship.
const AFTER: u8 = 100;
/// What an own field may hold.
pub const TYPES: [FieldType; 7] = [
    FieldType::Text,
    FieldType::LongText,
    FieldType::Choice,
    FieldType::Date,
    FieldType::Number,
    FieldType::Money,
    FieldType::Answer,
];

/// What an organisation says of a field of its own.
#[expect(clippy::struct_excessive_bools, reason = "each is read by its name")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnField {
    /// The kind it is added to.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What it holds.
    pub holds: FieldType,
    /// What it is called.
    pub label: Label,
    /// One sentence for who fills it in.
    pub help: Option<Label>,
    /// How much harm it can do.
    pub sensitivity: Sensitivity,
    /// The list its terms come from: one that ships, or its own, which has its id.
    pub catalogue: Option<String>,
    /// Headings of spreadsheets that mean it.
    pub aliases: Vec<String>,
    /// The section of the form.
    pub group: Group,
    /// Whether it holds several values.
    pub several: bool,
    /// Whether quick capture asks for it.
    pub in_capture: bool,
    /// Whether a list shows it at first.
    pub in_list: bool,
    /// Whether it is no longer offered.
    pub retired: bool,
}

impl OwnField {
    /// Whether its terms come from a list of its own.
    #[must_use]
    pub fn has_own_list(&self) -> bool {
        self.catalogue.as_ref() == Some(&self.id)
    }
}

/// What a file calls by this id: a type, a section, a sensitivity.
#[must_use]
pub fn named<T: DeserializeOwned>(id: &str) -> Option<T> {
    let read: StrDeserializer<'_, serde::de::value::Error> = id.into_deserializer();
    T::deserialize(read).ok()
}

/// Why a field cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOwn {
    /// There is no such kind, or the program alone writes it.
    #[error("no such kind")]
    NoKind,
    /// The id is none an organisation may give, or another field has it.
    #[error("the id is taken or none")]
    Id,
    /// The label, the help or a heading is empty, too long, or holds signs that are not seen.
    #[error("not a label")]
    Label,
    /// Another field of the kind is called so.
    #[error("another field has the label")]
    LabelTaken,
    /// No organisation adds a field of that type.
    #[error("not a type of an own field")]
    Type,
    /// A choice without a list, a list that is not there, or a list where nothing is chosen.
    #[error("no such list")]
    NoList,
    /// The kind has as many own fields as it may.
    #[error("too many fields")]
    TooMany,
}

impl Schema {
    /// This schema with an organisation's own fields laid over it, and which of them could not stand, by their place.
    #[must_use]
    pub fn with_own(&self, own: &[OwnField], catalogues: &Catalogues) -> (Self, Vec<(usize, NotOwn)>) {
        let mut fresh: BTreeMap<&str, Kind> = BTreeMap::new();
        let mut refused = Vec::new();
        for (place, field) in own.iter().enumerate() {
            let known = fresh.get(field.kind.as_str()).or_else(|| self.kind(&field.kind));
            let stands = known.ok_or(NotOwn::NoKind).and_then(|kind| kind.check_own(field, catalogues).map(|()| kind));
            match stands {
                Err(reason) => refused.push((place, reason)),
                Ok(kind) => {
                    let with = kind.with([kind.own_field(field)]);
                    fresh.insert(&field.kind, with);
                }
            }
        }
        let kinds = self.kinds.iter().map(|kind| match fresh.remove(kind.id.as_str()) {
            Some(fresh) => Arc::new(fresh),
            None => Arc::clone(kind),
        });
        (Self { kinds: kinds.collect() }, refused)
    }
}

impl Kind {
    /// Whether a field may be added to this kind.
    ///
    /// # Errors
    /// [`NotOwn`].
    pub fn check_own(&self, own: &OwnField, catalogues: &Catalogues) -> Result<(), NotOwn> {
        if self.internal {
            return Err(NotOwn::NoKind);
        }
        let is_own = own.id.starts_with(PREFIX) && own.id.len() <= 60 && is_id(&own.id);
        if !is_own || self.field(&own.id).is_some() {
            return Err(NotOwn::Id);
        }
        let helps = |help: &Label| [&help.es, &help.en].into_iter().all(|text| is_help(text));
        if !own.label.is_fit() || !own.help.as_ref().is_none_or(helps) {
            return Err(NotOwn::Label);
        }
        if own.aliases.len() > MOST_ALIASES || !own.aliases.iter().all(|alias| is_fit(alias)) {
            return Err(NotOwn::Label);
        }
        if self.fields().iter().any(|field| is_called(field, &own.label)) {
            return Err(NotOwn::LabelTaken);
        }
        if !TYPES.contains(&own.holds) {
            return Err(NotOwn::Type);
        }
        let list = own.catalogue.as_deref();
        let fits = match own.holds {
            FieldType::Choice => list.is_some_and(|list| catalogues.contains(list)),
            _ => list.is_none(),
        };
        if !fits {
            return Err(NotOwn::NoList);
        }
        if self.fields().iter().filter(|field| field.own).count() >= MOST_FIELDS {
            return Err(NotOwn::TooMany);
        }
        Ok(())
    }

    /// The field as forms, lists and documents know it. Below full only a public one is told, a date by its month.
    fn own_field(&self, own: &OwnField) -> Field {
        let number = self.fields().iter().filter(|field| field.own).count();
        let place = AFTER.saturating_add(u8::try_from(number).unwrap_or(u8::MAX));
        let is_public = own.sensitivity == Sensitivity::Public;
        let below = [DisclosureLevel::NoIdentities, DisclosureLevel::Statistics];
        let heads = |alias: &&String| !self.fields().iter().any(|field| is_headed(field, alias));
        Field {
            id: own.id.clone(),
            kind: own.holds,
            label: own.label.clone(),
            short: None,
            help: own.help.clone(),
            sensitivity: own.sensitivity,
            disclosure: if is_public { below.to_vec() } else { Vec::new() },
            coarsen: (is_public && own.holds == FieldType::Date).then_some(Coarsen::Month),
            catalogue: own.catalogue.clone(),
            several: own.several,
            refers_to: Vec::new(),
            roles: None,
            computed: false,
            told_by_others: false,
            required_for_report: false,
            default: None,
            capture: (own.in_capture && !own.retired).then_some(place),
            beside: None,
            page: None,
            list: (own.in_list && !own.retired).then_some(place),
            group: own.group,
            aliases: own.aliases.iter().filter(heads).cloned().collect(),
            own: true,
            retired: own.retired,
        }
    }
}

fn is_help(text: &str) -> bool {
    text.chars().count() <= MOST_HELP && !has_unseen(text)
}

fn is_called(field: &Field, label: &Label) -> bool {
    let folded = [fold(&label.es), fold(&label.en)];
    [&field.label.es, &field.label.en].into_iter().any(|own| folded.contains(&fold(own)))
}

/// Whether a heading means the field already.
fn is_headed(field: &Field, heading: &str) -> bool {
    let heading = fold(heading);
    [&field.label.es, &field.label.en].into_iter().chain(&field.aliases).any(|own| fold(own) == heading)
}

#[cfg(test)]
mod tests;
