//! The words of a column, placed in the catalogue of its field; each different cell once.

use std::collections::BTreeMap;

use resguardo_domain::catalogue::{Catalogue, Catalogues, Matching};
use resguardo_domain::value::{Answer, Value};

use super::term::{Certainty, Meaning, TermMatcher};

/// A longer cell is a narrative and no answer.
const LONGEST_ANSWER: usize = 80;

/// The list whose terms are yes, no and the ways to say nothing.
const ANSWER: &str = "answer";

/// Where a cell was placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    /// Terms, a non-answer, and parts of the cell that stay as written.
    pub(crate) values: Vec<Value>,
    /// How sure.
    pub(crate) certainty: Certainty,
}

impl Placed {
    /// Whether no part stays as written.
    pub(crate) fn is_whole(&self) -> bool {
        !self.values.iter().any(|value| matches!(value, Value::AsWritten(_)))
    }
}

/// The words of one catalogue, with what earlier cells were found to mean.
pub(crate) struct Vocabulary {
    matcher: TermMatcher,
    known: BTreeMap<String, Option<Placed>>,
}

impl Vocabulary {
    /// None when the list of answers does not ship.
    pub(crate) fn new(catalogue: &Catalogue, catalogues: &Catalogues) -> Option<Self> {
        let matcher = TermMatcher::new(catalogue, catalogues.get(ANSWER)?, Matching::builtin());
        Some(Self { matcher, known: BTreeMap::new() })
    }

    /// Places a cell; none when no part of it is understood.
    pub(crate) fn place(&mut self, cell: &str) -> Option<&Placed> {
        if !self.known.contains_key(cell) {
            let placed = self.look(cell);
            self.known.insert(cell.to_owned(), placed);
        }
        self.known.get(cell)?.as_ref()
    }

    fn look(&self, cell: &str) -> Option<Placed> {
        let found = self.matcher.match_cell(cell);
        let certainty = found.terms.iter().map(|term| term.certainty).max()?;
        let terms = found.terms.into_iter().map(|term| match term.meaning {
            Meaning::Term(id) => Value::Choice(id),
            Meaning::NonAnswer(answer) => Value::from(answer),
        });
        let values = terms.chain(found.unmatched.into_iter().map(Value::AsWritten)).collect();
        Some(Placed { values, certainty })
    }
}

/// The words of yes-and-no questions, and those by which any column says that there is no answer.
pub(crate) struct Answers(Vocabulary);

impl Answers {
    pub(crate) fn new(catalogues: &Catalogues) -> Option<Self> {
        Vocabulary::new(catalogues.get(ANSWER)?, catalogues).map(Self)
    }

    /// The non-answer a cell of any column is; only an exact spelling is one.
    pub(crate) fn none(&mut self, cell: &str) -> Option<Value> {
        if cell.len() > LONGEST_ANSWER || !self.0.matcher.may_say_nothing(cell) {
            return None;
        }
        let placed = self.only(cell)?;
        Some(placed.0).filter(|value| value.is_non_answer() && placed.1 == Certainty::Exact)
    }

    /// What a cell answers to a yes-and-no question.
    pub(crate) fn answer(&mut self, cell: &str) -> Option<(Value, Certainty)> {
        let (value, certainty) = self.only(cell)?;
        let Value::Choice(term) = value else { return Some((value, certainty)) };
        let answers = [Answer::Yes, Answer::No, Answer::Partly];
        let answer = answers.into_iter().find(|answer| answer.id() == term)?;
        Some((Value::Answer(answer), certainty))
    }

    fn only(&mut self, cell: &str) -> Option<(Value, Certainty)> {
        // A narrative is no answer, and matching it would be slow.
        if cell.len() > LONGEST_ANSWER {
            return None;
        }
        let placed = self.0.place(cell)?;
        let [value] = placed.values.as_slice() else { return None };
        Some((value.clone(), placed.certainty))
    }
}
