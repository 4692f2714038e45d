//! Ages and ranges of ages.

use super::Meaning;

/// A term that stands for ages of whole years, both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Band {
    pub(super) term: String,
    pub(super) from: i64,
    pub(super) to: i64,
}

/// Oldest age that is read as one.
const OLDEST: i64 = 120;

/// The band of a folded age (`34`, `34 anos`) or of a range that lies within one band; none for one that crosses.
pub(super) fn band(bands: &[Band], folded: &str) -> Option<Meaning> {
    if bands.is_empty() {
        return None;
    }
    let mut ages = Vec::new();
    for word in folded.split(' ') {
        match word.parse::<i64>() {
            Ok(age) if (0..=OLDEST).contains(&age) => ages.push(age),
            Ok(_) => return None,
            Err(_)
                if ["a", "de", "entre", "y", "ano", "anos", "edad", "to", "year", "years", "old"].contains(&word) => {}
            Err(_) => return None,
        }
    }
    let of = |age: i64| bands.iter().find(|band| (band.from..=band.to).contains(&age));
    match ages.as_slice() {
        [age] => of(*age).map(|band| Meaning::Term(band.term.clone())),
        [from, to] => of(*from).filter(|band| of(*to) == Some(*band)).map(|band| Meaning::Term(band.term.clone())),
        _ => None,
    }
}
