//! What a word is: a run of letters and digits, folded so that accents and case make no difference and `ñ` stays `ñ`.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A word is told apart by its first letters up to this many; the rest of a longer one is not read.
const LONGEST: usize = 64;

/// The words of a text in order, each folded, with the bytes of the text it stands in.
///
/// Apostrophes inside a word (*O’odham*) and the dots of initials (*S.L.P.*) belong to the word and are dropped, and
/// so are signs nobody sees, like a soft hyphen. Every other sign parts words.
pub(crate) struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    /// The words of a text.
    pub(crate) const fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Writes the next word into `folded` and says where it stands.
    pub(crate) fn next_into(&mut self, folded: &mut String) -> Option<Range<usize>> {
        loop {
            let range = self.next_range()?;
            self.at = range.end;
            folded.clear();
            fold_word(self.text.get(range.clone())?, folded);
            if !folded.is_empty() {
                return Some(range);
            }
        }
    }

    fn next_range(&self) -> Option<Range<usize>> {
        let rest = self.text.get(self.at..)?;
        let start = self.at + rest.find(char::is_alphanumeric)?;
        let word = self.text.get(start..)?;
        let mut letters = 0_usize;
        for (offset, sign) in word.char_indices() {
            if sign.is_alphanumeric() {
                letters += 1;
            } else if sign == '.' && letters == 1 && begins_with_initial(word, offset) {
                letters = 0;
            } else if !is_within_word(word, offset, sign) {
                return Some(start..start + offset);
            }
        }
        Some(start..self.text.len())
    }
}

impl Iterator for Words<'_> {
    type Item = (String, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let mut folded = String::new();
        let range = self.next_into(&mut folded)?;
        Some((folded, range))
    }
}

/// The words of a text parted by one space: what two texts are compared by.
pub(crate) fn fold(text: &str) -> String {
    fold_spanish(text).unwrap_or_else(|| fold_slowly(text))
}

fn fold_slowly(text: &str) -> String {
    let (mut folded, mut word) = (String::with_capacity(text.len()), String::new());
    let mut words = Words::of(text);
    while words.next_into(&mut word).is_some() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&word);
    }
    folded
}

/// The same byte by byte, for a text of nothing but Spanish letters and common signs: a condition on the words of 100,000
/// accounts folds them all. None where a sign, initials or a long word ask for more.
fn fold_spanish(text: &str) -> Option<String> {
    let mut folded: Vec<u8> = Vec::with_capacity(text.len() + 1);
    let mut begun = 0;
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let word = folded.len() - begun;
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => folded.push(byte),
            b'A'..=b'Z' => folded.push(byte.to_ascii_lowercase()),
            b'.' if word == 1 => return None,
            b'\t'..=b'\r' | b' '..=b'&' | b'('..=b'/' | b':'..=b'@' | b'['..=b'`' | b'{'..=b'~' => {
                if word > 0 {
                    folded.push(b' ');
                    begun = folded.len();
                }
                continue;
            }
            0xc3 => folded.extend_from_slice(spanish(bytes.next()?)?),
            _ => return None,
        }
        if word >= LONGEST {
            return None;
        }
    }
    if begun == folded.len() {
        folded.pop();
    }
    String::from_utf8(folded).ok()
}

/// A folded letter that UTF-8 writes as `c3` and this byte.
const fn spanish(second: u8) -> Option<&'static [u8]> {
    Some(match second {
        0xa1 | 0x81 => b"a",
        0xa9 | 0x89 => b"e",
        0xad | 0x8d => b"i",
        0xb3 | 0x93 => b"o",
        0xba | 0x9a | 0xbc | 0x9c => b"u",
        0xb1 | 0x91 => "ñ".as_bytes(),
        _ => return None,
    })
}

/// Whether after the dot at this offset stands one letter alone, as in initials.
fn begins_with_initial(word: &str, dot: usize) -> bool {
    let mut after = word.get(dot + 1..).unwrap_or_default().chars();
    after.next().is_some_and(char::is_alphabetic) && !after.next().is_some_and(char::is_alphanumeric)
}

fn is_within_word(word: &str, offset: usize, sign: char) -> bool {
    match sign {
        '\'' | '’' | 'ʼ' => {
            let after = word.get(offset + sign.len_utf8()..).and_then(|rest| rest.chars().next());
            after.is_some_and(char::is_alphabetic)
        }
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => true,
        _ => is_combining_mark(sign),
    }
}

fn fold_word(word: &str, folded: &mut String) {
    if word.len() > LONGEST || word.chars().try_for_each(|letter| push_spanish(letter, folded)).is_none() {
        folded.clear();
        fold_any_word(word, folded);
    }
}

/// The letters of Spanish, which nearly all words are made of, without the tables of Unicode; none for any other sign.
fn push_spanish(letter: char, folded: &mut String) -> Option<()> {
    folded.push(match letter {
        '0'..='9' | 'a'..='z' => letter,
        'A'..='Z' => letter.to_ascii_lowercase(),
        'á' | 'Á' => 'a',
        'é' | 'É' => 'e',
        'í' | 'Í' => 'i',
        'ó' | 'Ó' => 'o',
        'ú' | 'Ú' | 'ü' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'ñ',
        _ => return None,
    });
    Some(())
}

fn fold_any_word(word: &str, folded: &mut String) {
    let mut length = 0;
    for letter in word.nfkd().flat_map(char::to_lowercase).nfkd() {
        match letter {
            '\u{303}' if folded.ends_with('n') => {
                folded.pop();
                folded.push('ñ');
            }
            _ if is_combining_mark(letter) => {}
            _ if length == LONGEST => break,
            'ß' => folded.push_str("ss"),
            _ if letter.is_alphanumeric() => folded.push(letter),
            _ => continue,
        }
        length = folded.chars().count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn u20_accents_and_case_make_no_difference_and_ene_stays_ene() {
        for (text, expected) in [
            ("Desaparición FORZADA", "desaparicion forzada"),
            ("año ano AÑO an\u{303}o AN\u{303}O", "año ano año año año"),
            ("pingüino São Ação", "pinguino sao acao"),
            ("S.L.P. y EE.UU.", "slp y ee uu"),
            ("O’odham o'odham 'cita'", "oodham oodham cita"),
            ("FED/SDHPDSC/123-2014", "fed sdhpdsc 123 2014"),
            ("3.5 km, 1,234", "3 5 km 1 234"),
            ("desa\u{ad}parición", "desaparicion"),
            ("Straße ﬁn", "strasse fin"),
            ("@articulo19 #NosFaltan43", "articulo19 nosfaltan43"),
            ("😀 — … \u{0} \u{301}", ""),
            ("", ""),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn a_word_without_end_is_read_to_its_64th_letter() {
        assert_eq!(fold(&"a".repeat(9_000)).len(), 64);
        assert_eq!(fold(&"á".repeat(9_000)).len(), 64);
    }

    proptest! {
        #[test]
        fn letters_of_spanish_fold_as_the_tables_of_unicode_say(word in "[a-zA-ZáéíóúüñÁÉÍÓÚÜÑ0-9]{1,20}") {
            let mut folded = String::new();
            fold_any_word(&word, &mut folded);
            prop_assert_eq!(fold(&word), folded);
        }

        #[test]
        fn a_text_folds_the_same_byte_by_byte(text in "[ -~áÑñüÉ¿«\u{301}\n’a-z]{0,90}|[a-zñ ]{0,200}") {
            prop_assert_eq!(fold_spanish(&text).unwrap_or_else(|| fold_slowly(&text)), fold_slowly(&text));
        }

        #[test]
        fn words_stand_where_they_say_and_fold_to_themselves(text in "[ -~áÑñ\u{303}\u{301}ß’.😀日\u{ad}]{0,60}") {
            for (word, range) in Words::of(&text) {
                prop_assert!(text.get(range).is_some());
                prop_assert_eq!(fold(&word), word);
            }
        }
    }
}
