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
    let mut folding = Folding::default();
    let folded = folding.of(text.as_bytes()).and_then(|folded| std::str::from_utf8(folded).ok());
    folded.map_or_else(|| fold_slowly(text), str::to_owned)
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

/// Room to fold one text after another in: a condition on the words of 100,000 accounts folds them all.
#[derive(Debug, Default)]
pub struct Folding {
    room: Vec<u8>,
}

impl Folding {
    /// What [`fold`] makes of a text of nothing but Spanish letters and common signs, byte by byte. None where a sign,
    /// initials or a long word ask for more.
    pub(crate) fn of(&mut self, text: &[u8]) -> Option<&[u8]> {
        if self.room.len() < text.len() + 1 {
            self.room.resize(text.len() + 1, 0);
        }
        let room = self.room.get_mut(..=text.len())?;
        let (mut at, mut begun, mut longest, mut last) = (0, 0, 0, b' ');
        let mut bytes = text.iter();
        while let Some(byte) = bytes.next() {
            let folded = match *SPANISH.get(usize::from(*byte))? {
                MORE => return None,
                ACCENTED => {
                    let letter = spanish(*bytes.next()?)?;
                    room.get_mut(at..at + letter.len())?.copy_from_slice(letter);
                    at += letter.len();
                    last = ACCENTED;
                    continue;
                }
                // After one letter; ñ takes two bytes.
                DOT if (at == begun + 1 || (at == begun + 2 && last == ACCENTED)) && may_go_on(bytes.as_slice()) => {
                    return None;
                }
                DOT => b' ',
                folded => folded,
            };
            let parts = folded == b' ';
            *room.get_mut(at)? = folded;
            // No jump: where words end cannot be foreseen.
            at += usize::from(!(parts & (last == b' ')));
            longest = longest.max(at - begun);
            begun = if parts { at } else { begun };
            last = folded;
        }
        // One more for the sign that parts.
        if longest.max(at - begun) > LONGEST {
            return None;
        }
        self.room.get(..if last == b' ' { at.saturating_sub(1) } else { at })
    }
}

/// Whether after a dot may stand one letter alone, as in initials.
fn may_go_on(after: &[u8]) -> bool {
    match after {
        [first, second, ..] => !first.is_ascii() || (first.is_ascii_alphabetic() && !second.is_ascii_alphanumeric()),
        [only] => !only.is_ascii() || only.is_ascii_alphabetic(),
        [] => false,
    }
}

/// What a byte folds to: itself, a space between words, or one of the three below.
static SPANISH: [u8; 256] = spanish_bytes();
/// More must be known.
const MORE: u8 = 0;
/// The first byte of an accented letter.
const ACCENTED: u8 = 1;
/// It parts words, or initials it does not.
const DOT: u8 = 2;

const fn spanish_bytes() -> [u8; 256] {
    let mut table = [MORE; 256];
    let mut rest: &mut [u8] = &mut table;
    let mut byte = 0_u8;
    while let Some((slot, after)) = rest.split_first_mut() {
        *slot = match byte {
            b'a'..=b'z' | b'0'..=b'9' => byte,
            b'A'..=b'Z' => byte.to_ascii_lowercase(),
            b'.' => DOT,
            b'\t'..=b'\r' | b' '..=b'&' | b'('..=b'/' | b':'..=b'@' | b'['..=b'`' | b'{'..=b'~' => b' ',
            0xc3 => ACCENTED,
            _ => MORE,
        };
        byte = byte.wrapping_add(1);
        rest = after;
    }
    table
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
            let mut folding = Folding::default();
            folding.of("lo que estaba antes, más largo que casi todo lo que sigue después".as_bytes());
            let slowly = fold_slowly(&text);
            prop_assert_eq!(folding.of(text.as_bytes()).unwrap_or(slowly.as_bytes()), slowly.as_bytes());
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
