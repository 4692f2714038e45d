//! The one way to compare words that people wrote: without accents, case, dots or the spaces between.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for comparing (the rule `fold` of `assets/catalogues/matching.json`): NFKD, combining marks dropped,
/// case folded, `. ' ’ "` dropped, every other run of characters that are neither letters nor digits becomes one
/// space, trimmed.
///
/// Two spellings of one term fold to the same text; `ñ` folds to `n`, so a search that must keep it folds otherwise.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.nfkd().flat_map(char::to_lowercase).nfkd() {
        match letter {
            '.' | '\'' | '’' | '"' => {}
            'ß' => push(&mut folded, "ss", &mut gap),
            _ if is_combining_mark(letter) => {}
            _ if letter.is_alphanumeric() => push(&mut folded, letter.encode_utf8(&mut [0; 4]), &mut gap),
            _ => gap = true,
        }
    }
    folded
}

fn push(folded: &mut String, letters: &str, gap: &mut bool) {
    if std::mem::take(gap) && !folded.is_empty() {
        folded.push(' ');
    }
    folded.push_str(letters);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_case_dots_and_runs_of_signs_make_no_difference() {
        for (text, folded) in [
            ("  Detención   ARBITRARIA ", "detencion arbitraria"),
            ("S.L.P.", "slp"),
            ("Edo. Mex.", "edo mex"),
            ("Crossfire/Combat-Related", "crossfire combat related"),
            ("Ñuu Savi", "nuu savi"),
            ("O’odham", "oodham"),
            ("n/d", "n d"),
            ("Straße", "strasse"),
            ("60+", "60"),
            ("— ", ""),
            ("ﬁn", "fin"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
