//! Where in a text the words stand that were searched.

use std::collections::BTreeSet;
use std::ops::Range;

use super::query::{Clause, Query};
use crate::stem::{Stems, unmarked};
use crate::word::Words;

/// So many characters are shown at most.
const LONGEST: usize = 160;
/// So many of them before the first match.
const BEFORE: usize = 50;

/// A piece of a text with the words that matched; on one line, cut between words, `…` where it is cut.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// The piece, at most 160 characters.
    pub text: String,
    /// The bytes of `text` where words matched, in order.
    pub matches: Vec<Range<usize>>,
}

/// Looks for the words of one query in texts.
pub(super) struct Finder<'a> {
    query: &'a Query,
    stems: Stems,
    /// By clause of the query: the stems of its word.
    families: Vec<Option<[String; 2]>>,
}

struct Match {
    clause: usize,
    bytes: Range<usize>,
}

impl<'a> Finder<'a> {
    /// Looks for what this query wants.
    pub(super) fn new(query: &'a Query) -> Self {
        let mut stems = Stems::new();
        let families = query.clauses().map(|clause| match clause {
            Clause::Word(word) => stems.of(word).cloned(),
            Clause::Exact(_) | Clause::Joined(_) => None,
        });
        Self { query, families: families.collect(), stems }
    }

    /// The piece of these texts where most of the clauses match; the beginning of the first where none does.
    pub(super) fn snippet(&mut self, texts: &[String]) -> Snippet {
        let mut best: Option<(usize, &str, Vec<Match>)> = None;
        for text in texts {
            let text_matches = self.matches(text);
            let Some((start, clauses)) = densest(&text_matches) else { continue };
            if best.as_ref().is_none_or(|(most, ..)| clauses > *most) {
                best = Some((clauses, text, text_matches.into_iter().skip(start).collect()));
            }
        }
        match best {
            Some((_, text, matches)) => cut(text, &matches),
            None => cut(texts.iter().find(|text| !text.trim().is_empty()).map_or("", String::as_str), &[]),
        }
    }

    fn matches(&mut self, text: &str) -> Vec<Match> {
        let words: Vec<(String, Range<usize>)> = Words::of(text).collect();
        let mut matches = Vec::new();
        for (at, (word, bytes)) in words.iter().enumerate() {
            let following = words.get(at..).unwrap_or_default();
            for (number, clause) in self.query.clauses().enumerate() {
                let until = match clause {
                    Clause::Word(wanted) if word.starts_with(wanted.as_str()) => Some(bytes.end),
                    Clause::Word(_) => {
                        let family = self.families.get(number).and_then(Option::as_ref);
                        let kin = family.is_some_and(|family| is_kin(word, family, &mut self.stems));
                        kin.then_some(bytes.end)
                    }
                    Clause::Exact(wanted) => run(wanted, following, false),
                    Clause::Joined(wanted) => run(wanted, following, true),
                };
                matches.extend(until.map(|end| Match { clause: number, bytes: bytes.start..end }));
            }
        }
        matches
    }
}

fn is_kin(word: &str, family: &[String; 2], stems: &mut Stems) -> bool {
    let shared = stems.of(word).is_some_and(|stems| family.iter().zip(stems).any(|(a, b)| a == b));
    shared || family.iter().any(|stem| unmarked(stem) == word)
}

/// Where the run of wanted words ends with which the following words begin.
fn run(wanted: &[String], following: &[(String, Range<usize>)], open: bool) -> Option<usize> {
    let (last, first) = wanted.split_last()?;
    let (end, bytes) = following.get(first.len())?;
    let same = first.iter().zip(following).all(|(wanted, (word, _))| wanted == word);
    let ends = if open { end.starts_with(last.as_str()) } else { end == last };
    (same && ends).then_some(bytes.end)
}

/// From which match on most clauses stand within one snippet, and how many do.
fn densest(matches: &[Match]) -> Option<(usize, usize)> {
    let mut best = None;
    for (start, first) in matches.iter().enumerate() {
        let reach = first.bytes.start + LONGEST - BEFORE;
        let near = matches.iter().skip(start).take_while(|m| m.bytes.end <= reach);
        let clauses = near.map(|m| m.clause).collect::<BTreeSet<_>>().len().max(1);
        if best.is_none_or(|(_, most)| clauses > most) {
            best = Some((start, clauses));
        }
    }
    best
}

/// The piece of a text around its first match.
fn cut(text: &str, matches: &[Match]) -> Snippet {
    let start = start_before(text, matches.first().map_or(0, |m| m.bytes.start));
    let opening = usize::from(start > 0);
    let rest = text.get(start..).unwrap_or_default().trim_end();
    let mut signs: Vec<(usize, char)> = on_one_line(rest, start).take(LONGEST - opening + 1).collect();
    let is_cut = signs.len() > LONGEST - opening;
    if is_cut {
        let room = LONGEST - opening - 1;
        let gap = signs.iter().take(room + 1).rposition(|(_, sign)| *sign == ' ').filter(|gap| *gap > 0);
        signs.truncate(gap.unwrap_or(room));
    }
    let mut snippet = Snippet::default();
    snippet.text.extend((opening > 0).then_some('…'));
    let mut shown = Vec::with_capacity(signs.len());
    for (at, sign) in signs {
        shown.push((at, snippet.text.len()));
        snippet.text.push(sign);
    }
    snippet.matches = marks(matches, &shown, snippet.text.len());
    snippet.text.extend(is_cut.then_some('…'));
    snippet
}

/// Where to begin so that a little of what stands before the first match is read, from a whole word on.
fn start_before(text: &str, first: usize) -> usize {
    let before = text.get(..first).unwrap_or_default();
    let Some((near, _)) = before.char_indices().rev().nth(BEFORE) else { return 0 };
    let gap = before.get(near..).and_then(|part| part.char_indices().find(|(_, sign)| sign.is_whitespace()));
    gap.map_or(first, |(offset, space)| near + offset + space.len_utf8())
}

/// The signs of a text with their bytes: any white space one space, other control characters U+FFFD.
fn on_one_line(text: &str, start: usize) -> impl Iterator<Item = (usize, char)> {
    let mut after_space = true;
    text.char_indices().filter_map(move |(offset, sign)| {
        let is_space = sign.is_whitespace();
        let is_double = std::mem::replace(&mut after_space, is_space) && is_space;
        let shown = if is_space {
            ' '
        } else if sign.is_control() {
            '\u{fffd}'
        } else {
            sign
        };
        (!is_double).then_some((start + offset, shown))
    })
}

/// The matches that are wholly shown, in bytes of the snippet; `shown` pairs bytes of the text with bytes of it.
fn marks(matches: &[Match], shown: &[(usize, usize)], end: usize) -> Vec<Range<usize>> {
    let Some((last, _)) = shown.last() else { return Vec::new() };
    let mut marks: Vec<Range<usize>> = Vec::new();
    for found in matches.iter().filter(|m| m.bytes.start <= *last) {
        let place = |byte: usize| shown.partition_point(|(at, _)| *at < byte);
        let from = shown.get(place(found.bytes.start)).map_or(end, |(_, to)| *to);
        let until = shown.get(place(found.bytes.end)).map_or(end, |(_, to)| *to);
        match marks.last_mut() {
            Some(before) if from < before.end => before.end = before.end.max(until),
            _ if from < until => marks.push(from..until),
            _ => {}
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(query: &str, text: &str) -> String {
        let snippet = Finder::new(&Query::parse(query)).snippet(&[text.to_owned()]);
        let mut marked = snippet.text.clone();
        for range in snippet.matches.iter().rev() {
            marked.insert(range.end, ']');
            marked.insert(range.start, '[');
        }
        marked
    }

    #[test]
    fn u20_the_words_that_matched_are_marked_as_they_are_written() {
        for (query, text, expected) in [
            ("desaparicion", "La desaparición,\n\n de dos.", "La [desaparición], de dos."),
            ("desaparicion", "Dos desapariciones", "Dos [desapariciones]"),
            ("perio amenaza", "Periodistas amenazados", "[Periodistas] [amenazados]"),
            ("\"de muerte\"", "muerte: amenaza de muerte", "muerte: amenaza [de muerte]"),
            ("123/20", "folio FED/123/2014.", "folio FED/[123/2014]."),
            ("año", "an\u{303}o ano", "[an\u{303}o] ano"),
            ("nada", "Un texto.", "Un texto."),
            ("nada", "", ""),
            ("a", "a\u{0}b", "[a]\u{fffd}b"),
        ] {
            assert_eq!(shown(query, text), expected, "{query}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_the_place_where_most_matches_stand() {
        let text = format!("regina {} Regina Martínez fue hallada {}", "antes ".repeat(60), "después ".repeat(60));
        let piece = shown("regina martinez", &text);
        assert!(piece.starts_with("…antes antes "), "{piece}");
        assert!(
            piece.contains("antes [Regina] [Martínez] fue hallada después") && piece.ends_with("después…"),
            "{piece}"
        );
        assert_eq!(shown("x", &"a".repeat(500)).chars().count(), 160);
    }

    proptest! {
        #[test]
        fn a_snippet_is_short_and_its_marks_stand_between_letters(
            text in "[a-cñáA-C \n😀\u{303}\u{0}.’]{0,400}",
            query in "[a-cñ \"]{0,8}",
        ) {
            let snippet = Finder::new(&Query::parse(&query)).snippet(&[text]);
            prop_assert!(snippet.text.chars().count() <= 160);
            for range in snippet.matches {
                prop_assert!(snippet.text.get(range).is_some_and(|word| !word.is_empty()));
            }
        }
    }
}
