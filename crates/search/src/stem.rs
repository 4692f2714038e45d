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
    pub(crate) fn of(&mut self, word: &str) -> Option<[String; 2]> {
        if let Some(stems) = self.known.get(word) {
            return Some(stems.clone());
        }
        if word.chars().any(char::is_numeric) {
            return None;
        }
        let stems = [format!("s{}", self.spanish.stem(&accented(word))), format!("e{}", self.english.stem(word))];
        if self.known.len() < REMEMBERED {
            self.known.insert(word.to_owned(), stems.clone());
        }
        Some(stems)
    }
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
            let (a, b) = (stems.of(a).unwrap(), stems.of(b).unwrap());
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
