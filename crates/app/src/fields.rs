//! Fields of an organisation's own: `setting` records that add a field to a kind, laid over the schema that ships.
//!
//! They are records like any other: whoever writes them is in the history, they travel with the vault, and nothing of
//! them is ever deleted. One that was archived is *retired*: what was written in it stays readable, and forms no longer
//! offer it. Terms of its own: [`terms`].

mod laid;
pub mod terms;
mod used;

use std::collections::BTreeMap;

use resguardo_domain::catalogue::own::id_of;
use resguardo_domain::catalogue::{Label as Names, NotOwnTerm};
use resguardo_domain::draft::{Draft, begin};
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Operation, Pen, Status};
use resguardo_domain::schema::own::PREFIX;
use resguardo_domain::schema::{FieldType, Group, NotOwn, OwnField, Sensitivity, named};
use resguardo_domain::value::Value;
use resguardo_language::{Args, Words};
use resguardo_vault::Snapshot;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use crate::kinds::Label;
use crate::records::Assignment;
use crate::session::Session;
use laid::{Declared, FIELD, Laid};
use terms::{ListNamed, OwnTermTold, draft_of_term};

pub(crate) use laid::Shape;

/// A field as somebody asks for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct FieldDraft {
    /// The kind it is added to.
    pub kind: String,
    /// What it holds: `text`, `long_text`, `choice`, `date`, `number`, `money`, `answer`.
    pub holds: String,
    /// What it is called in Spanish, or in the one language the organisation writes.
    pub name: String,
    /// What it is called in English; empty: the same.
    pub name_en: String,
    /// One sentence for who fills it in.
    pub explained: String,
    /// The same in English.
    pub explained_en: String,
    /// How much harm it can do: `public`, `restricted`, `identity`, `secret`; empty: restricted.
    pub harm: String,
    /// The list its terms come from; empty: one of its own.
    pub list: String,
    /// The first terms of a list of its own.
    pub terms: Vec<String>,
    /// Headings of spreadsheets that mean it.
    pub also_called: Vec<String>,
    /// The section of the form; empty: the organisation's own bookkeeping.
    pub section: String,
    /// `several`, `in_capture`, `in_list`.
    pub traits: Vec<String>,
}

/// A field of the organisation's own.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[expect(clippy::struct_excessive_bools, reason = "each is read by its name")]
pub struct OwnFieldTold {
    /// Its record.
    pub record: String,
    /// The kind it is added to.
    pub kind: String,
    /// What that kind is called.
    pub kind_label: String,
    /// Its id, as records carry it.
    pub id: String,
    /// What it is called.
    pub label: Label,
    /// One sentence for who fills it in.
    pub help: Option<Label>,
    /// What it holds.
    #[serde(rename = "type")]
    pub holds: &'static str,
    /// The same in words.
    pub type_label: String,
    /// How much harm it can do.
    pub sensitivity: &'static str,
    /// The same in words: where it leaves.
    pub sensitivity_label: String,
    /// The list its terms come from.
    pub catalogue: Option<String>,
    /// What that list is called.
    pub catalogue_label: String,
    /// Headings of spreadsheets that mean it.
    pub aliases: Vec<String>,
    /// Whether it holds several values.
    pub several: bool,
    /// Whether quick capture asks for it.
    pub in_capture: bool,
    /// Whether a list shows it at first.
    pub in_list: bool,
    /// Whether forms no longer offer it.
    pub retired: bool,
    /// In how many records something is written in it.
    pub used: usize,
    /// The same in words.
    pub used_label: String,
    /// Why it cannot stand, where it came from elsewhere and does not.
    pub refused: Option<String>,
}

/// What the organisation added, and what it can add to.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Own {
    /// Its fields, retired ones last.
    pub fields: Vec<OwnFieldTold>,
    /// Its terms, retired ones last.
    pub terms: Vec<OwnTermTold>,
    /// The lists that terms can be added to.
    pub lists: Vec<ListNamed>,
}

impl Session {
    /// The organisation's own fields and terms, and the lists that terms can be added to.
    #[must_use]
    pub fn own(&self) -> Own {
        Own { fields: self.own_fields(), terms: self.own_terms(None), lists: self.lists_to_add_to() }
    }

    /// The organisation's own fields, kind by kind in the order they were added, retired ones too.
    #[must_use]
    pub fn own_fields(&self) -> Vec<OwnFieldTold> {
        let laid = self.shape.now();
        let snapshot = self.snapshot();
        let words = self.words();
        let told =
            laid.fields.iter().map(|one| self.field_told(&laid, one, used::of_field(&snapshot, &one.what), &words));
        let mut told: Vec<OwnFieldTold> = told.collect();
        let place = |kind: &str| laid.schema.kinds().iter().position(|known| known.id == kind);
        told.sort_by_key(|field| (field.retired, place(&field.kind)));
        told
    }

    /// Adds a field to a kind, with the first terms of its list where it has one of its own.
    ///
    /// # Errors
    /// [`AppError::Own`]: what was asked for cannot stand.
    pub fn add_field(&self, draft: &FieldDraft) -> Result<OwnFieldTold, AppError> {
        let laid = self.shape.now();
        let own = self.own_field(&laid, draft)?;
        let first = draft.terms.iter().filter(|_| own.has_own_list());
        let terms = terms::first_terms(&own.id, first.map(String::as_str));
        laid.may_add(std::slice::from_ref(&own), &terms)?;
        self.write(|pen| {
            let mut operations = self.begin_setting(&draft_of_field(&own), pen)?;
            for term in &terms {
                // The order in which terms were written down is the order in which they are offered.
                pen.at_ms = pen.at_ms.saturating_add(1);
                operations.extend(self.begin_setting(&draft_of_term(term), pen)?);
            }
            Ok(((), operations))
        })?;
        self.own_field_told(&format!("{}.{}", own.kind, own.id))
    }

    /// Calls a field otherwise; what was written in it stays.
    ///
    /// # Errors
    /// [`AppError::Own`].
    pub fn rename_field(&self, which: &str, name: &str, name_en: &str) -> Result<OwnFieldTold, AppError> {
        let laid = self.shape.now();
        let one = laid.find_field(which)?;
        laid.may_call_field(one.record, &both(name, name_en))?;
        self.name_setting(&one.record.to_string(), name, name_en)?;
        self.own_field_told(&one.record.to_string())
    }

    /// Retires a field, or offers it again. Nothing written in it is touched.
    ///
    /// # Errors
    /// [`AppError::Own`].
    pub fn retire_field(&self, which: &str, retired: bool) -> Result<OwnFieldTold, AppError> {
        let record = self.shape.now().find_field(which)?.record.to_string();
        self.set_status(&record, if retired { Status::Archived } else { Status::InUse })?;
        self.own_field_told(&record)
    }

    /// What records say in a field of the organisation's own; of any other field, nothing.
    pub(crate) fn said_in(&self, snapshot: &Snapshot, field: &str) -> BTreeMap<RecordId, Vec<String>> {
        used::said(snapshot, &self.shape.now(), field)
    }

    fn own_field_told(&self, which: &str) -> Result<OwnFieldTold, AppError> {
        let laid = self.shape.now();
        let one = laid.find_field(which)?;
        let used = used::of_field(&self.snapshot(), &one.what);
        Ok(self.field_told(&laid, one, used, &self.words()))
    }

    /// What was asked for as a field, with an id that no other ever had.
    fn own_field(&self, laid: &Laid, draft: &FieldDraft) -> Result<OwnField, AppError> {
        let refused = NotStanding::Field;
        let holds: FieldType = named(&draft.holds).ok_or(refused(NotOwn::Type))?;
        let id = laid.fresh_id(&draft.name);
        let own_list = (holds == FieldType::Choice).then(|| id.clone());
        let catalogue = if draft.list.is_empty() { own_list } else { Some(draft.list.clone()) };
        let harm = if draft.harm.is_empty() { Some(Sensitivity::Restricted) } else { named(&draft.harm) };
        let section = if draft.section.is_empty() { Some(Group::Internal) } else { named(&draft.section) };
        let has = |which: &str| draft.traits.iter().any(|known| known == which);
        Ok(OwnField {
            kind: draft.kind.clone(),
            id,
            holds,
            label: both(&draft.name, &draft.name_en),
            help: Some(both(&draft.explained, &draft.explained_en)).filter(|help| !help.es.is_empty()),
            sensitivity: harm.ok_or(refused(NotOwn::Type))?,
            catalogue,
            aliases: cleaned(&draft.also_called),
            group: section.ok_or(refused(NotOwn::Type))?,
            several: has("several"),
            in_capture: has("in_capture"),
            in_list: has("in_list"),
            retired: false,
        })
    }

    fn field_told(&self, laid: &Laid, one: &Declared<OwnField, NotOwn>, used: usize, words: &Words) -> OwnFieldTold {
        let own = &one.what;
        let list = own.catalogue.as_deref().and_then(|id| laid.catalogues.get(id));
        let kind = laid.schema.kind(&own.kind).map(|kind| kind.label.get(self.lang));
        OwnFieldTold {
            record: one.record.to_string(),
            kind: own.kind.clone(),
            kind_label: kind.unwrap_or(own.kind.as_str()).to_owned(),
            id: own.id.clone(),
            label: label(&own.label),
            help: own.help.as_ref().map(label),
            holds: own.holds.id(),
            type_label: words.plain(&format!("fields-type-{}", own.holds.id().replace('_', "-"))),
            sensitivity: own.sensitivity.id(),
            sensitivity_label: words.plain(&format!("fields-harm-{}", own.sensitivity.id())),
            catalogue: own.catalogue.clone(),
            catalogue_label: list.map(|list| list.label.get(self.lang).to_owned()).unwrap_or_default(),
            aliases: own.aliases.clone(),
            several: own.several,
            in_capture: own.in_capture,
            in_list: own.in_list,
            retired: own.retired,
            used,
            used_label: used_label(used, words),
            refused: one.not.map(|reason| words.plain(NotStanding::Field(reason).message())),
        }
    }

    /// Begins a `setting` record.
    fn begin_setting(&self, draft: &Draft, pen: &mut Pen<'_>) -> Result<Vec<Operation>, AppError> {
        let kind = self.kind("setting")?;
        self.check(kind, draft, &BTreeMap::new())?;
        Ok(begin(kind, draft, pen).1)
    }

    fn name_setting(&self, record: &str, name: &str, name_en: &str) -> Result<(), AppError> {
        let text = |field: &str, text: &str| Assignment::Text { field: field.to_owned(), text: text.trim().to_owned() };
        self.edit_record(record, &[text("name", name), text("name_en", name_en)]).map(drop)
    }
}

/// Why a field or a term of the organisation's own is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotStanding {
    /// A field cannot stand.
    #[error("the field cannot stand")]
    Field(#[source] NotOwn),
    /// A term cannot stand.
    #[error("the term cannot stand")]
    Term(#[source] NotOwnTerm),
    /// There is none with that id.
    #[error("no such own field or term")]
    NoSuch,
}

impl NotStanding {
    /// The message that says it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Field(NotOwn::NoKind) => "own-field-no-kind",
            Self::Field(NotOwn::Id) => "own-field-id",
            Self::Field(NotOwn::Label) => "own-field-label",
            Self::Field(NotOwn::LabelTaken) => "own-field-label-taken",
            Self::Field(NotOwn::Type) => "own-field-type",
            Self::Field(NotOwn::NoList) => "own-field-no-list",
            Self::Field(NotOwn::TooMany) => "own-field-too-many",
            Self::Term(NotOwnTerm::NoList) => "own-term-no-list",
            Self::Term(NotOwnTerm::Closed) => "own-term-closed",
            Self::Term(NotOwnTerm::Id) => "own-term-id",
            Self::Term(NotOwnTerm::NoGroup) => "own-term-no-group",
            Self::Term(NotOwnTerm::Label) => "own-term-label",
            Self::Term(NotOwnTerm::LabelTaken) => "own-term-label-taken",
            Self::Term(NotOwnTerm::TooMany) => "own-term-too-many",
            Self::NoSuch => "no-such-own",
        }
    }
}

fn used_label(used: usize, words: &Words) -> String {
    words.say("fields-used", &Args::new().count("count", u64::try_from(used).unwrap_or(u64::MAX)))
}

fn label(names: &Names) -> Label {
    Label { es: names.es.clone(), en: names.en.clone() }
}

/// Both names; where the English one is not given, one name in both languages.
fn both(es: &str, en: &str) -> Names {
    let (es, en) = (es.trim().to_owned(), en.trim().to_owned());
    Names { en: if en.is_empty() { es.clone() } else { en }, es }
}

fn cleaned(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

fn draft_of_field(own: &OwnField) -> Draft {
    let mut traits = Vec::new();
    for (has, name) in [(own.several, "several"), (own.in_capture, "in_capture"), (own.in_list, "in_list")] {
        traits.extend(has.then(|| name.to_owned()));
    }
    let help = own.help.clone().unwrap_or(Names { es: String::new(), en: String::new() });
    let one = |text: &str| vec![text.to_owned()];
    settings_draft([
        ("purpose", one(FIELD)),
        ("for_kind", one(&own.kind)),
        ("key", one(&own.id)),
        ("name", one(&own.label.es)),
        ("name_en", one(if own.label.en == own.label.es { "" } else { &own.label.en })),
        ("explained", one(&help.es)),
        ("explained_en", one(if help.en == help.es { "" } else { &help.en })),
        ("holds", one(own.holds.id())),
        ("terms_of", own.catalogue.clone().into_iter().collect()),
        ("harm", one(own.sensitivity.id())),
        ("section", one(own.group.id())),
        ("also_called", own.aliases.clone()),
        ("traits", traits),
    ])
}

/// A draft of texts; what is empty is not written.
fn settings_draft<const N: usize>(fields: [(&str, Vec<String>); N]) -> Draft {
    let mut draft = Draft::default();
    for (field, texts) in fields {
        let values: Vec<Value> = texts.into_iter().filter(|text| !text.is_empty()).map(Value::Text).collect();
        if !values.is_empty() {
            draft.values.insert(field.to_owned(), values);
        }
    }
    draft
}

impl Laid {
    /// An id made of a name that no own field has or had.
    fn fresh_id(&self, name: &str) -> String {
        let stem = format!("{PREFIX}{}", id_of(name).unwrap_or_else(|| "campo".to_owned()));
        let taken = |id: &String| self.fields.iter().any(|one| one.what.id == *id) || self.catalogues.contains(id);
        let numbered = (2..).map(|number| format!("{stem}_{number}"));
        std::iter::once(stem.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(stem)
    }

    /// The field with this id, with or without its kind before it, or whose record begins so.
    fn find_field(&self, which: &str) -> Result<&Declared<OwnField, NotOwn>, AppError> {
        let is = |one: &&Declared<OwnField, NotOwn>| {
            let id = &one.what.id;
            which == id || which == format!("{}.{id}", one.what.kind) || one.is_record(which)
        };
        self.fields.iter().find(is).ok_or(AppError::Own(NotStanding::NoSuch))
    }
}

#[cfg(test)]
mod tests;
