//! The lists of terms: what may stand in a field of choices, in Spanish and English, with where each term comes from.
//!
//! An id is stable and never shown; labels may change; a term is retired, never deleted. Ids are dotted paths, so a
//! term's group is its id's prefix and a count at any level is a count by prefix. The lists that ship are the files of
//! `assets/catalogues`, read the first time each is asked for.

mod label;
mod matching;
pub mod own;
mod sources;
mod term;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

use serde::Deserialize;

pub use label::{Label, Lang};
pub use matching::Matching;
pub use own::{NotOwnTerm, OwnList, OwnTerm};
pub use sources::sources;
pub use term::{NonAnswer, Term};

/// Name and text of every file of `assets/catalogues`.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));

/// Files of the folder that hold no list of terms.
const OTHER_FILES: [&str; 2] = ["matching", "sources"];

/// All lists of terms, each read when it is first asked for.
#[derive(Clone)]
pub struct Catalogues {
    lists: BTreeMap<String, Arc<Listed>>,
}

/// A list that ships, read when it is first asked for; or one that was read already.
struct Listed {
    text: &'static str,
    read: OnceLock<Catalogue>,
}

impl Listed {
    fn list(&self) -> Catalogue {
        #[expect(clippy::expect_used, reason = "a test reads every list that ships")]
        Catalogue::from_json(self.text).expect("a list of terms that ships is read")
    }
}

impl Catalogues {
    /// The lists that ship.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Catalogues> = LazyLock::new(|| {
            let lists = FILES.iter().filter(|(id, _)| !OTHER_FILES.contains(id));
            let listed = |text| Arc::new(Listed { text, read: OnceLock::new() });
            Catalogues { lists: lists.map(|(id, text)| ((*id).to_owned(), listed(*text))).collect() }
        });
        &BUILTIN
    }

    /// The list with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Catalogue> {
        let listed = self.lists.get(id)?;
        Some(listed.read.get_or_init(|| listed.list()))
    }

    /// Whether there is a list with this id; reads nothing.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.lists.contains_key(id)
    }

    /// The ids of all lists.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(String::as_str)
    }

    /// The label of a term; the id itself when list or term is unknown, so that nothing written ever vanishes.
    #[must_use]
    pub fn label<'a>(&'a self, catalogue: &str, term: &'a str, lang: Lang) -> &'a str {
        self.get(catalogue).and_then(|list| list.term(term)).map_or(term, |term| term.label.get(lang))
    }
}

/// One list of terms.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Its id.
    pub id: String,
    /// What it lists.
    pub label: Label,
    /// What a person choosing from it should know, in English.
    pub note: String,
    /// Words that decide nothing: a cell that says only this is kept as written.
    pub ambiguous: Vec<String>,
    /// Whether no organisation adds terms: clocks, figures or somebody's protection depend on each of them.
    pub closed: bool,
    terms: Vec<Term>,
    index: BTreeMap<String, usize>,
}

/// A file of `assets/catalogues` does not describe a list of terms.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// It is not JSON of the expected shape.
    #[error("not a list of terms: {0}")]
    Shape(#[from] serde_json::Error),
    /// Two terms have one id.
    #[error("two terms have the id {0}")]
    DuplicateTerm(String),
}

#[derive(Deserialize)]
struct File {
    id: String,
    es: String,
    en: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    ambiguous: Vec<String>,
    #[serde(default)]
    closed: bool,
    items: Vec<Term>,
}

impl Catalogue {
    /// Reads a list of terms, one JSON object per file as in `assets/catalogues`.
    ///
    /// # Errors
    /// [`CatalogueError`] when the text is not such a list.
    pub fn from_json(text: &str) -> Result<Self, CatalogueError> {
        let file: File = serde_json::from_str(text)?;
        let mut index = BTreeMap::new();
        for (position, term) in file.items.iter().enumerate() {
            if index.insert(term.id.clone(), position).is_some() {
                return Err(CatalogueError::DuplicateTerm(term.id.clone()));
            }
        }
        Ok(Self {
            id: file.id,
            label: Label { es: file.es, en: file.en },
            note: file.note,
            ambiguous: file.ambiguous,
            closed: file.closed,
            terms: file.items,
            index,
        })
    }

    /// All terms in the order shown, each group before its members.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The term with this id.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.get(*self.index.get(id)?)
    }

    /// The terms of the first level.
    pub fn roots(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| term.parent().is_none())
    }

    /// The terms directly under a term.
    pub fn children<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Term> {
        self.terms.iter().filter(move |term| term.parent() == Some(id))
    }

    /// A term and all terms below it.
    pub fn within<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Term> {
        self.terms.iter().filter(move |term| term.is_within(id))
    }
}

#[cfg(test)]
mod tests;
