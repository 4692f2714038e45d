//! What the words of a cell mean in the list of their column.
//!
//! In this order (`assets/catalogues/matching.json`): the whole cell as a spelling of a term, or as a way to say
//! nothing; the same with other endings or a typing error; one spelling inside the cell, when nothing beside it could
//! change its meaning; each part of the cell. A place is read from its end. What cannot be placed comes back as it
//! was written, never guessed and never dropped.

mod age;
mod index;
mod parts;
mod place;
mod stem;
mod within;

use resguardo_domain::catalogue::{Catalogue, Matching, NonAnswer};
use resguardo_domain::fold::fold;

use index::Index;
use parts::{Joint, Part, parts};
use within::within;

/// How sure a match is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A spelling the list knows, an id, an age.
    Exact,
    /// Found through an ending, a typing error or words around it: shown to a person as a proposal.
    Proposed,
}

/// What a word means in its column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// The id of a term of the list.
    Term(String),
    /// That there is no answer.
    NonAnswer(NonAnswer),
}

/// One meaning found in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermMatch {
    /// What it means.
    pub meaning: Meaning,
    /// How sure that is.
    pub certainty: Certainty,
}

/// What was found in a cell; an empty cell has neither.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Match {
    /// Meanings in the order of the cell, each once.
    pub terms: Vec<TermMatch>,
    /// The whole cell, or those of its parts, that stay as written.
    pub unmatched: Vec<String>,
}

impl Match {
    fn add(&mut self, found: TermMatch) {
        match self.terms.iter_mut().find(|known| known.meaning == found.meaning) {
            Some(known) => known.certainty = known.certainty.min(found.certainty),
            None => self.terms.push(found),
        }
    }

    fn join(&mut self, other: Self) {
        other.terms.into_iter().for_each(|found| self.add(found));
        self.unmatched.extend(other.unmatched);
    }

    fn unplaced(cell: &str) -> Self {
        Self { terms: Vec::new(), unmatched: vec![cell.trim().to_owned()] }
    }

    fn of(found: TermMatch) -> Self {
        Self { terms: vec![found], unmatched: Vec::new() }
    }
}

/// Matches the cells of one column to the terms of its list.
pub struct TermMatcher {
    index: Index,
}

/// What one part of a cell came to.
enum Found {
    Term(TermMatch),
    /// No spelling in it.
    Nothing,
    /// There is one, and a word beside it that may change its meaning.
    Blocked,
}

impl TermMatcher {
    /// A matcher for a column of this list. `answers` is the list `answer`, whose non-answers any column may hold.
    #[must_use]
    pub fn new(catalogue: &Catalogue, answers: &Catalogue, rules: &Matching) -> Self {
        Self { index: Index::new(catalogue, answers, rules) }
    }

    /// Whether the cell may be an exact way to say nothing: without one anywhere in it there is nothing to look for.
    pub(crate) fn may_say_nothing(&self, cell: &str) -> bool {
        self.index.holds_non_answer(&fold(cell))
    }

    /// What the cell means. It may hold several values; whether the field takes several is for the caller to say.
    #[must_use]
    pub fn match_cell(&self, cell: &str) -> Match {
        if cell.trim().is_empty() {
            return Match::default();
        }
        match self.whole(cell) {
            Found::Term(found) => return Match::of(found),
            Found::Blocked => return Match::unplaced(cell),
            Found::Nothing => {}
        }
        if self.index.is_place() {
            return place::match_place(self, cell);
        }
        let split = self.split(cell);
        if split.unmatched.is_empty() && !split.terms.is_empty() {
            return split;
        }
        match within(&self.index, cell) {
            Found::Term(found) => Match::of(found),
            Found::Blocked | Found::Nothing if split.terms.is_empty() => Match::unplaced(cell),
            Found::Blocked | Found::Nothing => split,
        }
    }

    /// The whole text as a term: a spelling, a non-answer, an age, a spelling with another ending or a typing error,
    /// an id. `Blocked` for words of which the list says that they decide nothing.
    fn whole(&self, text: &str) -> Found {
        let folded = fold(text);
        if self.index.is_ambiguous(&folded) {
            return Found::Blocked;
        }
        let exact = self.index.spelling(&folded).or_else(|| self.index.non_answer(&folded));
        if let Some(meaning) = exact.or_else(|| age::band(self.index.ages(), &folded)) {
            return Found::Term(TermMatch { meaning, certainty: Certainty::Exact });
        }
        if self.index.is_ambiguous_with_another_ending(&folded) {
            return Found::Blocked;
        }
        if let Some(meaning) = self.index.other_ending(&folded).or_else(|| self.index.typing_error(&folded)) {
            return Found::Term(TermMatch { meaning, certainty: Certainty::Proposed });
        }
        match self.index.id(text.trim()) {
            Some(meaning) => Found::Term(TermMatch { meaning, certainty: Certainty::Exact }),
            None => Found::Nothing,
        }
    }

    /// Each part of the cell by itself; a cell of one part gives nothing.
    fn split(&self, cell: &str) -> Match {
        let parts = parts(cell);
        let mut all = Match::default();
        if parts.len() < 2 {
            return all;
        }
        let mut previous = "";
        let mut blocked = false;
        for part in parts {
            let follows = part.joint == Joint::And;
            let found = match self.part(part, previous) {
                // 'Intento de robo y secuestro': what stands before the first holds for the second.
                Found::Term(_) if follows && blocked => Found::Blocked,
                other => other,
            };
            blocked = matches!(found, Found::Blocked);
            match found {
                Found::Term(found) => all.add(found),
                Found::Blocked | Found::Nothing => all.unmatched.push(part.text.to_owned()),
            }
            previous = part.text;
        }
        all
    }

    fn part(&self, part: Part<'_>, previous: &str) -> Found {
        if part.joint == Joint::And
            && let Some(meaning) = self.with_noun_of(previous, part.text)
        {
            return Found::Term(TermMatch { meaning, certainty: Certainty::Proposed });
        }
        match self.whole(part.text) {
            Found::Nothing => within(&self.index, part.text),
            decided => decided,
        }
    }

    /// 'Policías estatales y municipales': a second part of one word may lack the noun of the first.
    fn with_noun_of(&self, previous: &str, part: &str) -> Option<Meaning> {
        let (noun, _) = previous.split_once(char::is_whitespace)?;
        if part.contains(char::is_whitespace) {
            return None;
        }
        let folded = fold(&format!("{noun} {part}"));
        self.index.spelling(&folded).or_else(|| self.index.other_ending(&folded))
    }
}

#[cfg(test)]
mod tests;
