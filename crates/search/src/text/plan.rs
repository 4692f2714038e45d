//! From what was typed to what the index is asked.
//!
//! Every record that holds a word itself also holds one that begins so, and the parts of a score add up, so a closer
//! match outweighs a farther one: family up to 0.2 (BM25 × 0.003 for each stem), beginning 1, the word itself its whole
//! BM25 on top. A word that is its own stem stands in `body` only, so a stem is looked for there too.

use std::collections::BTreeSet;
use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhrasePrefixQuery, PhraseQuery, Query as Plan,
    RangeQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::fields::Fields;
use super::query::{Clause, Query};
use crate::stem::{Stems, unmarked};

const TITLE: f32 = 1.5;
const BEGINNING: f32 = 1.0;
const BEGINNING_IN_TITLE: f32 = 0.1;
const FAMILY: f32 = 0.003;
/// So many words may end a piece typed without spaces.
const MOST_ENDINGS: u32 = 1_000;

/// What the index is asked; nothing when nothing was.
pub(super) fn plan(query: &Query, kinds: &BTreeSet<String>, fields: &Fields) -> Option<BooleanQuery> {
    if query.is_empty() {
        return None;
    }
    let mut stems = Stems::new();
    let mut parts: Vec<(Occur, Box<dyn Plan>)> = Vec::new();
    for group in &query.wanted {
        let either = group.iter().map(|clause| clause_plan(clause, fields, &mut stems)).collect();
        parts.push((Occur::Must, any(either)));
    }
    if parts.is_empty() {
        parts.push((Occur::Must, Box::new(AllQuery)));
    }
    for clause in &query.unwanted {
        parts.push((Occur::MustNot, exact(fields.body, clause)));
    }
    if !kinds.is_empty() {
        let terms = kinds.iter().map(|kind| Term::from_field_text(fields.kind, kind));
        parts.push((Occur::Must, constant(Box::new(TermSetQuery::new(terms)), 0.0)));
    }
    Some(BooleanQuery::new(parts))
}

fn clause_plan(clause: &Clause, fields: &Fields, stems: &mut Stems) -> Box<dyn Plan> {
    match clause {
        Clause::Word(word) => word_plan(word, fields, stems),
        Clause::Exact(_) | Clause::Joined(_) => {
            any(vec![exact(fields.body, clause), boosted(exact(fields.title, clause), TITLE)])
        }
    }
}

fn word_plan(word: &str, fields: &Fields, stems: &mut Stems) -> Box<dyn Plan> {
    let mut ways = vec![
        constant(beginning(fields.body, word), BEGINNING),
        constant(beginning(fields.title, word), BEGINNING_IN_TITLE),
        term(fields.body, word, IndexRecordOption::WithFreqs),
        boosted(term(fields.title, word, IndexRecordOption::WithFreqs), TITLE),
    ];
    for stem in stems.of(word).into_iter().flatten() {
        ways.push(boosted(term(fields.stem, stem, IndexRecordOption::WithFreqs), FAMILY));
        if unmarked(stem) != word {
            ways.push(boosted(term(fields.body, unmarked(stem), IndexRecordOption::WithFreqs), FAMILY));
        }
    }
    any(ways)
}

/// The words of a clause as written, in order, in one text.
fn exact(field: Field, clause: &Clause) -> Box<dyn Plan> {
    let (words, open) = match clause {
        Clause::Word(word) => return term(field, word, IndexRecordOption::WithFreqs),
        Clause::Exact(words) => (words, false),
        Clause::Joined(words) => (words, true),
    };
    let terms: Vec<Term> = words.iter().map(|word| Term::from_field_text(field, word)).collect();
    match (words.as_slice(), open) {
        ([word], _) => term(field, word, IndexRecordOption::WithFreqs),
        (_, true) => {
            let mut phrase = PhrasePrefixQuery::new(terms);
            phrase.set_max_expansions(MOST_ENDINGS);
            Box::new(phrase)
        }
        (_, false) => Box::new(PhraseQuery::new(terms)),
    }
}

fn any(ways: Vec<Box<dyn Plan>>) -> Box<dyn Plan> {
    Box::new(BooleanQuery::union(ways))
}

fn constant(plan: Box<dyn Plan>, score: f32) -> Box<dyn Plan> {
    Box::new(ConstScoreQuery::new(plan, score))
}

fn boosted(plan: Box<dyn Plan>, boost: f32) -> Box<dyn Plan> {
    Box::new(BoostQuery::new(plan, boost))
}

fn term(field: Field, word: &str, option: IndexRecordOption) -> Box<dyn Plan> {
    Box::new(TermQuery::new(Term::from_field_text(field, word), option))
}

/// All words that begin so: those between it and it with the last sign of Unicode after it.
fn beginning(field: Field, word: &str) -> Box<dyn Plan> {
    let first = Term::from_field_text(field, word);
    let last = Term::from_field_text(field, &format!("{word}{}", char::MAX));
    Box::new(RangeQuery::new(Bound::Included(first), Bound::Included(last)))
}
