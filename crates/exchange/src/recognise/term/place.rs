//! A place is read from its end: *Xalapa, Veracruz, México*.

use super::parts::{Joint, Part, parts};
use super::{Certainty, Found, Match, Meaning, TermMatch, TermMatcher};

/// The places a cell names. Values parted by `; / |` are read one by one; in each, either every part names a place of
/// the list, or the last one says where all the others are.
pub(super) fn match_place(matcher: &TermMatcher, cell: &str) -> Match {
    let mut all = Match::default();
    let all_parts = parts(cell);
    for value in all_parts.chunk_by(|_, next| next.joint != Joint::Mark) {
        all.join(one_value(matcher, value));
    }
    if all.terms.is_empty() { Match::unplaced(cell) } else { all }
}

fn one_value(matcher: &TermMatcher, parts: &[Part<'_>]) -> Match {
    let meant: Vec<Option<TermMatch>> = parts.iter().map(|part| named(matcher, part.text)).collect();
    let meant = without_the_country(parts, &meant);
    let mut found = Match::default();
    if meant.iter().all(Option::is_some) {
        meant.iter().flatten().cloned().for_each(|term| found.add(term));
    } else if let Some(Some(last)) = meant.last() {
        found.add(TermMatch { certainty: Certainty::Proposed, ..last.clone() });
    } else {
        found.unmatched.push(parts.iter().map(|part| part.text).collect::<Vec<_>>().join(", "));
    }
    found
}

fn named(matcher: &TermMatcher, part: &str) -> Option<TermMatch> {
    match matcher.whole(part) {
        Found::Term(found) if matches!(found.meaning, Meaning::Term(_)) => Some(found),
        _ => None,
    }
}

/// A last *México* after a state is the country; after a town alone it is the state.
fn without_the_country<'a>(parts: &[Part<'_>], meant: &'a [Option<TermMatch>]) -> &'a [Option<TermMatch>] {
    let is_country = parts.last().is_some_and(|part| {
        part.joint == Joint::Comma && ["México", "Mexico", "MÉXICO", "MEXICO", "MX", "Mex."].contains(&part.text)
    });
    match meant.split_last() {
        Some((_, before)) if is_country && before.last().is_some_and(Option::is_some) => before,
        _ => meant,
    }
}
