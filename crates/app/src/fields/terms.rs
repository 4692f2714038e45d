//! Terms of an organisation's own: `setting` records that add a term to a list that ships, or to the list of one of its
//! own fields.

use resguardo_domain::catalogue::own::{TERM_PREFIX, id_of};
use resguardo_domain::catalogue::{NotOwnTerm, OwnTerm};
use resguardo_domain::draft::Draft;
use resguardo_domain::operation::Status;
use resguardo_language::Words;
use serde::{Deserialize, Serialize};

use super::laid::{Declared, Laid, TERM};
use super::{NotStanding, both, cleaned, label, settings_draft, used, used_label};
use crate::error::AppError;
use crate::kinds::Label;
use crate::session::Session;

/// A term as somebody asks for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct TermDraft {
    /// The list it is added to.
    pub list: String,
    /// What people read, in Spanish or in the one language the organisation writes.
    pub name: String,
    /// The same in English; empty: the same.
    pub name_en: String,
    /// The term it stands under; empty: none.
    pub under: String,
    /// Other spellings people write.
    pub also_called: Vec<String>,
}

/// A term of the organisation's own.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct OwnTermTold {
    /// Its record.
    pub record: String,
    /// The list it stands in.
    pub list: String,
    /// What that list is called.
    pub list_label: String,
    /// Its id, as records carry it.
    pub id: String,
    /// What people read.
    pub label: Label,
    /// The term it stands under, in words; empty: none.
    pub under: String,
    /// Other spellings people write.
    pub aliases: Vec<String>,
    /// Whether it is no longer offered.
    pub retired: bool,
    /// In how many records it is written.
    pub used: usize,
    /// The same in words.
    pub used_label: String,
    /// Why it cannot stand, where it came from elsewhere and does not.
    pub refused: Option<String>,
}

/// A list of terms that one may add to.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ListNamed {
    /// Its id.
    pub id: String,
    /// What it lists.
    pub label: String,
    /// Whether it is of a field of the organisation's own.
    pub own: bool,
}

impl Session {
    /// The organisation's own terms, of one list or of all, list by list, retired ones too.
    #[must_use]
    pub fn own_terms(&self, list: Option<&str>) -> Vec<OwnTermTold> {
        let laid = self.shape.now();
        let counts = used::of_terms(&self.snapshot(), &laid);
        let words = self.words();
        let wanted = laid.terms.iter().zip(counts).filter(|(one, _)| list.is_none_or(|list| one.what.list == list));
        let mut told: Vec<OwnTermTold> = wanted.map(|(one, used)| self.term_told(&laid, one, used, &words)).collect();
        told.sort_by(|a, b| (a.retired, &a.list).cmp(&(b.retired, &b.list)));
        told
    }

    /// Every list that has a field one may choose from, by name; the organisation's own first.
    #[must_use]
    pub fn lists_to_add_to(&self) -> Vec<ListNamed> {
        let laid = self.shape.now();
        let kinds = laid.schema.kinds().iter().filter(|kind| !kind.internal);
        let chosen = kinds.flat_map(|kind| kind.fields()).filter(|field| !field.told_by_others);
        let ids: std::collections::BTreeSet<&str> = chosen.filter_map(|field| field.catalogue.as_deref()).collect();
        let named = ids.into_iter().filter_map(|id| {
            let list = laid.catalogues.get(id).filter(|list| !list.closed)?;
            let own = list.id.starts_with(resguardo_domain::schema::own::PREFIX);
            Some(ListNamed { id: id.to_owned(), label: list.label.get(self.lang).to_owned(), own })
        });
        let mut lists: Vec<ListNamed> = named.collect();
        lists.sort_by_cached_key(|list| (!list.own, resguardo_domain::fold::fold(&list.label)));
        lists
    }

    /// Adds a term to a list.
    ///
    /// # Errors
    /// [`AppError::Own`].
    pub fn add_term(&self, draft: &TermDraft) -> Result<OwnTermTold, AppError> {
        let laid = self.shape.now();
        let own = laid.term_of(draft)?;
        laid.may_add(&[], std::slice::from_ref(&own))?;
        self.write(|pen| Ok(((), self.begin_setting(&draft_of_term(&own), pen)?)))?;
        self.own_term_told(&format!("{}.{}", own.list, own.id))
    }

    /// Calls a term otherwise; records that carry it stay as they are.
    ///
    /// # Errors
    /// [`AppError::Own`].
    pub fn rename_term(&self, which: &str, name: &str, name_en: &str) -> Result<OwnTermTold, AppError> {
        let laid = self.shape.now();
        let one = laid.find_term(which)?;
        laid.may_call_term(one.record, &both(name, name_en))?;
        self.name_setting(&one.record.to_string(), name, name_en)?;
        // What it was called stands in the index of every record that carries it.
        self.finder.forget();
        self.own_term_told(&one.record.to_string())
    }

    /// Retires a term, or offers it again. Records that carry it stay as they are.
    ///
    /// # Errors
    /// [`AppError::Own`].
    pub fn retire_term(&self, which: &str, retired: bool) -> Result<OwnTermTold, AppError> {
        let record = self.shape.now().find_term(which)?.record.to_string();
        self.set_status(&record, if retired { Status::Archived } else { Status::InUse })?;
        self.own_term_told(&record)
    }

    fn own_term_told(&self, which: &str) -> Result<OwnTermTold, AppError> {
        let laid = self.shape.now();
        let record = laid.find_term(which)?.record;
        let counts = used::of_terms(&self.snapshot(), &laid);
        let found = laid.terms.iter().zip(counts).find(|(one, _)| one.record == record);
        found
            .map(|(one, used)| self.term_told(&laid, one, used, &self.words()))
            .ok_or(AppError::Own(NotStanding::NoSuch))
    }

    fn term_told(&self, laid: &Laid, one: &Declared<OwnTerm, NotOwnTerm>, used: usize, words: &Words) -> OwnTermTold {
        let own = &one.what;
        let list = laid.catalogues.get(&own.list).map(|list| list.label.get(self.lang));
        let under = own.id.rsplit_once('.').map(|(group, _)| laid.catalogues.label(&own.list, group, self.lang));
        OwnTermTold {
            record: one.record.to_string(),
            list: own.list.clone(),
            list_label: list.unwrap_or(own.list.as_str()).to_owned(),
            id: own.id.clone(),
            label: label(&own.label),
            under: under.unwrap_or_default().to_owned(),
            aliases: own.aliases.clone(),
            retired: own.retired,
            used,
            used_label: used_label(used, words),
            refused: one.not.map(|reason| words.plain(NotStanding::Term(reason).message())),
        }
    }
}

/// The first terms of a list that is being made with its field.
pub(super) fn first_terms<'a>(list: &str, names: impl Iterator<Item = &'a str>) -> Vec<OwnTerm> {
    let mut terms: Vec<OwnTerm> = Vec::new();
    for name in names.map(str::trim).filter(|name| !name.is_empty()) {
        let taken = |id: &String| terms.iter().any(|term| term.id == *id);
        let id = fresh(&id_of(name).unwrap_or_else(|| "termino".to_owned()), taken);
        terms.push(OwnTerm { list: list.to_owned(), id, label: both(name, ""), aliases: Vec::new(), retired: false });
    }
    terms
}

pub(super) fn draft_of_term(own: &OwnTerm) -> Draft {
    let one = |text: &str| vec![text.to_owned()];
    settings_draft([
        ("purpose", one(TERM)),
        ("terms_of", one(&own.list)),
        ("key", one(&own.id)),
        ("name", one(&own.label.es)),
        ("name_en", one(if own.label.en == own.label.es { "" } else { &own.label.en })),
        ("also_called", own.aliases.clone()),
    ])
}

fn fresh(stem: &str, taken: impl Fn(&String) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{stem}_{number}"));
    std::iter::once(stem.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
}

impl Laid {
    /// What was asked for as a term, with an id that no other ever had: that of its group, and one made of its name.
    fn term_of(&self, draft: &TermDraft) -> Result<OwnTerm, AppError> {
        let list = self.catalogues.get(&draft.list).ok_or(NotStanding::Term(NotOwnTerm::NoList))?;
        let ships = !draft.list.starts_with(resguardo_domain::schema::own::PREFIX);
        let group = if draft.under.is_empty() { String::new() } else { format!("{}.", draft.under) };
        let prefix = if ships { TERM_PREFIX } else { "" };
        let name = id_of(&draft.name).unwrap_or_else(|| "termino".to_owned());
        let had = |id: &String| self.terms.iter().any(|one| one.what.list == draft.list && one.what.id == *id);
        let id = fresh(&format!("{group}{prefix}{name}"), |id| list.term(id).is_some() || had(id));
        Ok(OwnTerm {
            list: draft.list.clone(),
            id,
            label: both(&draft.name, &draft.name_en),
            aliases: cleaned(&draft.also_called),
            retired: false,
        })
    }

    /// The term with this id, with or without its list before it, or whose record begins so.
    fn find_term(&self, which: &str) -> Result<&Declared<OwnTerm, NotOwnTerm>, AppError> {
        let is = |one: &&Declared<OwnTerm, NotOwnTerm>| {
            let id = &one.what.id;
            which == id || which == format!("{}.{id}", one.what.list) || one.is_record(which)
        };
        self.terms.iter().find(is).ok_or(AppError::Own(NotStanding::NoSuch))
    }
}
