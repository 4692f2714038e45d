//! What words of one family have in common: the stems of Snowball, Spanish and English.

use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};

/// So many words are remembered with their stems; texts repeat themselves.
const REMEMBERED: usize = 1 << 16;

/// The stems of folded words. Each carries a mark of its language, so that an English stem never meets a Spanish one.
#[derive(Clone)]
pub(crate) struct Stems {
    spanish: Stemmer,
    english: Stemmer,
    known: HashMap<String, [String; 2]>,
}

impl Stems {
    /// Knows no word yet.
    pub(crate) fn new() -> Self {
        let (spanish, english) = (Stemmer::new(Algorithm::Spanish), Stemmer::new(Algorithm::English));
        Self { spanish, english, known: HashMap::new() }
    }

    /// The Spanish and the English stem of a folded word; none of what holds a digit.
    pub(crate) fn of(&mut self, word: &str) -> Option<&[String; 2]> {
        if !self.known.contains_key(word) {
            if word.chars().any(char::is_numeric) {
                return None;
            }
            if self.known.len() >= REMEMBERED {
                self.known.clear();
            }
            let spanish = self.spanish.stem(&accented(word)).replace('ó', "o");
            let stems = [format!("s{spanish}"), format!("e{}", self.english.stem(word))];
            self.known.insert(word.to_owned(), stems);
        }
        self.known.get(word)
    }
}

/// A stem without the mark of its language.
pub(crate) fn unmarked(stem: &str) -> &str {
    stem.get(1..).unwrap_or_default()
}

/// Gives *-cion* and *-sion* back the accent without which the Spanish rules do not know them.
fn accented(word: &str) -> String {
    match word
        .strip_suffix("cion")
        .map(|root| (root, 'c'))
        .or_else(|| word.strip_suffix("sion").map(|root| (root, 's')))
    {
        Some((root, letter)) => format!("{root}{letter}ión"),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u20_words_of_one_family_share_a_stem() {
        let mut stems = Stems::new();
        let mut share = |a: &str, b: &str| {
            let (a, b) = (stems.of(a).unwrap().clone(), stems.of(b).unwrap().clone());
            a.iter().zip(&b).any(|(a, b)| a == b)
        };
        for (one, other, expected) in [
            ("desaparicion", "desapariciones", true),
            ("investigacion", "investigaciones", true),
            ("agresion", "agresiones", true),
            ("amenaza", "amenazaron", true),
            ("periodista", "periodistas", true),
            ("killing", "killed", true),
            ("año", "años", true),
            ("ano", "año", false),
            ("ano", "ana", false),
            ("juez", "periodista", false),
        ] {
            assert_eq!(share(one, other), expected, "{one} {other}");
        }
        assert_eq!(stems.of("2014"), None);
    }
}
