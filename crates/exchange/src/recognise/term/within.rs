//! One spelling inside a cell, with words around it.

use std::collections::BTreeSet;
use std::ops::Range;

use resguardo_domain::fold::fold;

use super::index::Index;
use super::stem::{stem, stems};
use super::{Certainty, Found, Meaning, TermMatch};

/// Longest folded cell, in bytes, that may be a term with words around it; beyond it is a narrative.
const MOST_CELL_BYTES: usize = 240;
/// Shortest spelling, in letters, that is looked for inside a cell; a shorter one counts where it is in capitals.
const SHORTEST: usize = 4;

/// A spelling inside a cell.
struct Spelling {
    words: Range<usize>,
    letters: usize,
    meaning: Meaning,
}

/// The one term whose longest spelling stands inside the text, if no word beside it may change its meaning.
pub(super) fn within(index: &Index, text: &str) -> Found {
    let folded = fold(text);
    if folded.len() > MOST_CELL_BYTES {
        return Found::Nothing;
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let found = taken_over(index, &words, longest(spellings(index, &words, &in_capitals(text))));
    let meanings: BTreeSet<&Meaning> = found.iter().map(|spelling| &spelling.meaning).collect();
    let most_specific: Vec<&Meaning> =
        meanings.iter().copied().filter(|one| !meanings.iter().any(|other| is_group_of(one, other))).collect();
    let [meaning] = most_specific.as_slice() else { return Found::Nothing };
    if has_word_that_counts(index, &words, &found) {
        return Found::Blocked;
    }
    Found::Term(TermMatch { meaning: (*meaning).clone(), certainty: Certainty::Proposed })
}

/// The words of two letters or more that are written in capitals, folded.
fn in_capitals(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    words.filter(|word| word.chars().all(char::is_uppercase)).map(fold).collect()
}

fn spellings(index: &Index, words: &[&str], capitals: &BTreeSet<String>) -> Vec<Spelling> {
    let mut found = Vec::new();
    for start in 0..words.len() {
        for end in start + 1..=words.len().min(start + index.longest_words()) {
            let window = words.get(start..end).unwrap_or_default();
            let text = stems(&window.join(" "));
            let letters = window.iter().map(|word| word.chars().count()).sum();
            if (letters >= SHORTEST || capitals.contains(&text))
                && let Some(meaning) = index.with_stems(&text)
            {
                found.push(Spelling { words: start..end, letters, meaning });
            }
        }
    }
    found
}

/// The longest spellings that do not overlap, in the order of the cell.
fn longest(mut spellings: Vec<Spelling>) -> Vec<Spelling> {
    spellings.sort_by_key(|spelling| (std::cmp::Reverse(spelling.letters), spelling.words.start));
    let mut kept: Vec<Spelling> = Vec::new();
    for spelling in spellings {
        let overlaps =
            |other: &Spelling| spelling.words.start < other.words.end && other.words.start < spelling.words.end;
        if !kept.iter().any(overlaps) {
            kept.push(spelling);
        }
    }
    kept.sort_by_key(|spelling| spelling.words.start);
    kept
}

/// *Candidata a la alcaldía*: what follows a spelling that decides alone does not count.
fn taken_over(index: &Index, words: &[&str], spellings: Vec<Spelling>) -> Vec<Spelling> {
    let decides = |spelling: &Spelling| {
        words.get(spelling.words.clone()).unwrap_or_default().iter().any(|word| decides_alone(index, word))
    };
    match spellings.iter().position(decides) {
        Some(position) => spellings.into_iter().take(position + 1).collect(),
        None => spellings,
    }
}

fn decides_alone(index: &Index, word: &str) -> bool {
    index.rules.takes_over.contains(stem(word))
}

fn is_group_of(group: &Meaning, member: &Meaning) -> bool {
    match (group, member) {
        (Meaning::Term(group), Meaning::Term(member)) => {
            member.strip_prefix(group.as_str()).is_some_and(|rest| rest.starts_with('.'))
        }
        _ => false,
    }
}

/// Whether a word outside the spellings makes another person of whoever is named, or may not be left out.
fn has_word_that_counts(index: &Index, words: &[&str], spellings: &[Spelling]) -> bool {
    let outside = |position: &usize| !spellings.iter().any(|spelling| spelling.words.contains(position));
    (0..words.len()).filter(outside).any(|position| {
        let rest = words.get(position..).unwrap_or_default();
        rest.first().is_some_and(|word| index.rules.changes_meaning.contains(stem(word)) || decides_alone(index, word))
            || index.rules.never_dropped.iter().any(|phrase| starts_with(rest, phrase))
    })
}

fn starts_with(words: &[&str], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    words.starts_with(&phrase)
}
