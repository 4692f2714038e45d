//! Recovery words: 128 random bits as twelve words of the Spanish list (BIP-39).
//!
//! The slot's secret is the *text* of the words in NFKD, lower case, single spaces. People write them on paper
//! without accents and with extra spaces, so reading folds each word to the list's own spelling first; the list is
//! made so that no two words differ by accents alone.

use crate::error::VaultError;
use crate::random::random;
use bip39::{Language, Mnemonic};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use zeroize::Zeroizing;

/// How many words a sheet holds.
pub const WORD_COUNT: usize = 12;

/// Twelve words that open a vault for ever. Printed once.
#[derive(Clone)]
pub struct RecoveryWords {
    text: Zeroizing<String>,
}

impl fmt::Debug for RecoveryWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(crate::secret::HIDDEN)
    }
}

impl RecoveryWords {
    /// Draws new words.
    ///
    /// # Errors
    /// `NoRandomness`.
    pub fn generate() -> Result<Self, VaultError> {
        let entropy = Zeroizing::new(random::<16>()?);
        Self::from_entropy(&entropy)
    }

    /// The words that stand for these 128 bits.
    ///
    /// # Errors
    /// `Bug`, never in practice: the list covers all bits.
    pub(crate) fn from_entropy(entropy: &[u8; 16]) -> Result<Self, VaultError> {
        match Mnemonic::from_entropy_in(Language::Spanish, entropy) {
            Ok(mnemonic) => Ok(Self::from_mnemonic(&mnemonic)),
            Err(_) => Err(VaultError::Bug { what: "16 bytes make 12 words" }),
        }
    }

    /// Reads words as a person wrote them: any case, any spaces, accents or none.
    ///
    /// # Errors
    /// `RecoveryWordCount`, `RecoveryWordUnknown` with the place of the word, `RecoveryWordsChecksum` if all words are
    /// on the list but one is wrong or two changed places.
    pub fn read(written: &str) -> Result<Self, VaultError> {
        let found = written.split_whitespace().count();
        if found != WORD_COUNT {
            return Err(VaultError::RecoveryWordCount { found });
        }
        let mut spelled = Zeroizing::new(String::with_capacity(WORD_COUNT * 16));
        for (index, word) in written.split_whitespace().enumerate() {
            let position = index + 1;
            let word = listed(word).ok_or(VaultError::RecoveryWordUnknown { position })?;
            if index > 0 {
                spelled.push(' ');
            }
            spelled.extend(word.nfkd());
        }
        match Mnemonic::parse_in_normalized(Language::Spanish, &spelled) {
            Ok(mnemonic) => Ok(Self::from_mnemonic(&mnemonic)),
            Err(_) => Err(VaultError::RecoveryWordsChecksum),
        }
    }

    /// The words to print, composed (NFC), in order.
    pub fn words(&self) -> impl Iterator<Item = String> + '_ {
        self.text.split(' ').map(|word| word.nfc().collect())
    }

    /// What key derivation takes: NFKD, lower case, single spaces.
    pub(crate) fn expose(&self) -> &str {
        &self.text
    }

    fn from_mnemonic(mnemonic: &Mnemonic) -> Self {
        let mut text = Zeroizing::new(String::with_capacity(WORD_COUNT * 16));
        for (index, word) in mnemonic.words().enumerate() {
            if index > 0 {
                text.push(' ');
            }
            text.extend(word.nfkd());
        }
        Self { text }
    }
}

/// The word of the list that is written so, accents and case aside.
fn listed(written: &str) -> Option<&'static str> {
    let folded = Zeroizing::new(fold(written));
    Language::Spanish.word_list().iter().copied().find(|word| fold(word) == *folded)
}

fn fold(word: &str) -> String {
    word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{RecoveryWords, fold};
    use crate::error::VaultError;
    use bip39::Language;
    use std::collections::BTreeSet;

    const VECTOR: &str = "fingir sapo museo pirata orgullo cazo hábil embudo fingir sapo museo pinza";

    fn vector() -> RecoveryWords {
        RecoveryWords::from_entropy(&[0x5a; 16]).unwrap()
    }

    #[test]
    fn b03_words_for_5a_are_the_vector() {
        assert_eq!(vector().words().collect::<Vec<_>>().join(" "), VECTOR);
    }

    #[test]
    fn l01_words_are_read_as_people_write_them() {
        for written in [
            VECTOR.to_owned(),
            VECTOR.replace('á', "a\u{301}"),
            VECTOR.replace('á', "a"),
            VECTOR.to_uppercase(),
            format!("  {}\n", VECTOR.replace(' ', "  \t")),
        ] {
            assert_eq!(RecoveryWords::read(&written).unwrap().expose(), vector().expose());
        }
    }

    #[test]
    fn l01_what_is_wrong_with_words_is_said() {
        let swapped = VECTOR.replacen("fingir sapo", "sapo fingir", 1);
        assert!(matches!(RecoveryWords::read(&swapped), Err(VaultError::RecoveryWordsChecksum)));
        let one_wrong = VECTOR.replace("pirata", "pinza");
        assert!(matches!(RecoveryWords::read(&one_wrong), Err(VaultError::RecoveryWordsChecksum)));
        let foreign = VECTOR.replace("pirata", "abandon");
        assert!(matches!(RecoveryWords::read(&foreign), Err(VaultError::RecoveryWordUnknown { position: 4 })));
        let eleven = VECTOR.replace(" pinza", "");
        assert!(matches!(RecoveryWords::read(&eleven), Err(VaultError::RecoveryWordCount { found: 11 })));
    }

    #[test]
    fn no_two_words_of_the_list_differ_by_accents_alone() {
        let list = Language::Spanish.word_list();
        assert_eq!(list.iter().map(|word| fold(word)).collect::<BTreeSet<_>>().len(), list.len());
    }
}
