//! Terms and lists of an organisation's own, laid over those that ship.
//!
//! They come from records, one day from another laptop: whatever does not stand up to these rules is left out with the
//! reason, and nothing that ships is ever changed by it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::{Catalogue, Catalogues, Label, Listed, Term};
use crate::fold::fold;

/// What the id of an own term of a list that ships begins with, after its group: no term that ships has it.
pub const TERM_PREFIX: &str = "own_";
/// The most own terms of one list.
pub const MOST_TERMS: usize = 500;
/// The longest label or other spelling, in characters.
pub const MOST_LABEL: usize = 80;
/// The most other spellings of one term or headings of one field.
pub const MOST_ALIASES: usize = 20;
/// How many groups deep a term may stand.
const MOST_DEPTH: usize = 5;
/// What a term is also when the group it is in is: other attributes are the group's alone.
const HANDED_DOWN: [&str; 2] = ["fatal", "sensitive"];

/// A list of an organisation's own: the one of a field of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnList {
    /// Its id: the field's.
    pub id: String,
    /// What it lists.
    pub label: Label,
}

/// A term of an organisation's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTerm {
    /// The list it stands in.
    pub list: String,
    /// Its id, a dotted path.
    pub id: String,
    /// What people read.
    pub label: Label,
    /// Other spellings people write.
    pub aliases: Vec<String>,
    /// Whether it is no longer offered.
    pub retired: bool,
}

/// Why a term cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOwnTerm {
    /// There is no list with that id.
    #[error("no such list")]
    NoList,
    /// No organisation adds terms to the list.
    #[error("the list is closed")]
    Closed,
    /// The id is none an organisation may give, or another term has it.
    #[error("the id is taken or none")]
    Id,
    /// The group it would stand in is not there.
    #[error("no such group")]
    NoGroup,
    /// The label is empty, too long, or holds signs that are not seen.
    #[error("not a label")]
    Label,
    /// Another term of the list is called so.
    #[error("another term has the label")]
    LabelTaken,
    /// The list has as many own terms as it may.
    #[error("too many terms")]
    TooMany,
}

impl Catalogues {
    /// These lists with an organisation's own laid over them, and which of the terms could not stand, by their place.
    #[must_use]
    pub fn with_own(&self, lists: &[OwnList], terms: &[OwnTerm]) -> (Self, Vec<(usize, NotOwnTerm)>) {
        let mut growing: BTreeMap<&str, Growing> = BTreeMap::new();
        for list in lists.iter().filter(|list| !self.contains(&list.id)) {
            growing.insert(&list.id, Growing::of(Catalogue::empty(&list.id, &list.label), false));
        }
        let mut refused = Vec::new();
        for (place, term) in terms.iter().enumerate() {
            if !growing.contains_key(term.list.as_str())
                && let Some(ships) = self.get(&term.list)
            {
                growing.insert(&term.list, Growing::of(ships.clone(), true));
            }
            let added = growing.get_mut(term.list.as_str()).ok_or(NotOwnTerm::NoList).and_then(|list| list.add(term));
            if let Err(reason) = added {
                refused.push((place, reason));
            }
        }
        let mut all = self.clone();
        for (id, list) in growing {
            let listed = Listed { text: "", read: OnceLock::from(list.whole()) };
            all.lists.insert(id.to_owned(), Arc::new(listed));
        }
        (all, refused)
    }
}

/// A list while own terms come in.
struct Growing {
    list: Catalogue,
    /// What its terms are called, folded.
    called: BTreeSet<String>,
    ids: BTreeSet<String>,
    own: usize,
    /// Whether it ships.
    ships: bool,
}

impl Growing {
    fn of(list: Catalogue, ships: bool) -> Self {
        let called = list.terms.iter().flat_map(|term| [fold(&term.label.es), fold(&term.label.en)]).collect();
        let ids = list.terms.iter().map(|term| term.id.clone()).collect();
        Self { list, called, ids, own: 0, ships }
    }

    fn add(&mut self, term: &OwnTerm) -> Result<(), NotOwnTerm> {
        if self.list.closed {
            return Err(NotOwnTerm::Closed);
        }
        let last = term.id.rsplit('.').next().unwrap_or_default();
        let is_id = term.id.len() <= 200
            && term.id.split('.').count() <= MOST_DEPTH
            && term.id.split('.').all(crate::schema::is_id)
            && (!self.ships || last.starts_with(TERM_PREFIX));
        if !is_id || self.ids.contains(&term.id) {
            return Err(NotOwnTerm::Id);
        }
        let parent = term.id.rsplit_once('.').map(|(parent, _)| parent);
        let group = parent.and_then(|id| self.list.terms.iter().find(|term| term.id == id));
        if parent.is_some() && group.is_none_or(|group| group.non_answer.is_some()) {
            return Err(NotOwnTerm::NoGroup);
        }
        if !term.label.is_fit() || term.aliases.len() > MOST_ALIASES || !term.aliases.iter().all(|text| is_fit(text)) {
            return Err(NotOwnTerm::Label);
        }
        let called = [fold(&term.label.es), fold(&term.label.en)];
        if called.iter().any(|called| self.called.contains(called)) {
            return Err(NotOwnTerm::LabelTaken);
        }
        if self.own >= MOST_TERMS {
            return Err(NotOwnTerm::TooMany);
        }
        let attributes = group.map(|group| group.handed_down(&HANDED_DOWN)).unwrap_or_default();
        let place = self.place_in(parent);
        self.list.terms.insert(place, Term::own(term, attributes));
        self.called.extend(called);
        self.ids.insert(term.id.clone());
        self.own += 1;
        Ok(())
    }

    /// After the last of a group; without one, before the terms that stand for an answer not given.
    fn place_in(&self, group: Option<&str>) -> usize {
        let is_before = |term: &Term| group.map_or(term.non_answer.is_none(), |group| term.is_within(group));
        self.list.terms.iter().rposition(is_before).map_or(0, |last| last + 1)
    }

    fn whole(mut self) -> Catalogue {
        let places = self.list.terms.iter().enumerate();
        self.list.index = places.map(|(place, term)| (term.id.clone(), place)).collect();
        self.list
    }
}

impl Catalogue {
    fn empty(id: &str, label: &Label) -> Self {
        Self {
            id: id.to_owned(),
            label: label.clone(),
            note: String::new(),
            ambiguous: Vec::new(),
            closed: false,
            terms: Vec::new(),
            index: BTreeMap::new(),
        }
    }
}

impl Label {
    /// Whether both texts can be read by anybody and take no more room than a label has.
    #[must_use]
    pub fn is_fit(&self) -> bool {
        is_fit(&self.es) && is_fit(&self.en)
    }
}

/// Whether a text is one line of seen signs, not empty and not long.
#[must_use]
pub fn is_fit(text: &str) -> bool {
    !fold(text).is_empty() && text.chars().count() <= MOST_LABEL && text.trim() == text && !has_unseen(text)
}

/// Whether a text holds signs that nobody sees: controls, or what turns the direction of what follows.
#[must_use]
pub fn has_unseen(text: &str) -> bool {
    let unseen = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
    };
    text.chars().any(unseen)
}

/// A part of an id made of a label: *Lengua materna* is `lengua_materna`; none where no letter is left of it.
#[must_use]
pub fn id_of(label: &str) -> Option<String> {
    let folded: String = fold(label).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let words: Vec<&str> = folded.split('_').filter(|word| !word.is_empty()).collect();
    let id: String = words.join("_").chars().take(40).collect();
    let id = id.trim_matches('_');
    (!id.is_empty()).then(|| id.to_owned())
}

#[cfg(test)]
mod tests;
