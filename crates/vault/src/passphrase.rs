//! What a *new* passphrase must be, and one made by the machine.
//!
//! An existing passphrase is only ever compared by its slot; these rules are for the moment it is chosen.

use crate::error::VaultError;
use crate::random::random;
use crate::secret::Passphrase;
use bip39::Language;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Least length of a chosen passphrase, in characters.
pub const CHARACTERS_MIN: usize = 14;
/// Least strength of a chosen passphrase: zxcvbn's highest score.
pub const SCORE_MIN: u8 = 4;
/// Words of a generated passphrase: 6 of 2,048, 66 bits.
pub const GENERATED_WORDS: usize = 6;
/// zxcvbn's time grows faster than the length; past this a passphrase gains nothing.
const ESTIMATED_CHARACTERS: usize = 100;

/// A passphrase that a vault may be sealed with: it passed [`choose`].
#[derive(Clone, Debug)]
pub struct ChosenPassphrase(Passphrase);

impl ChosenPassphrase {
    /// The passphrase, to unlock with.
    #[must_use]
    pub const fn passphrase(&self) -> &Passphrase {
        &self.0
    }
}

/// Takes a passphrase a person chose.
///
/// # Errors
/// `PassphraseForm`; `WeakPassphrase` under 14 characters or under score 4.
pub fn choose(typed: &str) -> Result<ChosenPassphrase, VaultError> {
    let passphrase = Passphrase::new(typed)?;
    let composed: Zeroizing<String> = Zeroizing::new(typed.nfc().collect());
    let characters = composed.chars().count();
    let estimated: Zeroizing<String> = Zeroizing::new(composed.chars().take(ESTIMATED_CHARACTERS).collect());
    let score = u8::from(zxcvbn::zxcvbn(&estimated, &[]).score());
    if characters < CHARACTERS_MIN || score < SCORE_MIN {
        return Err(VaultError::WeakPassphrase { score, characters });
    }
    Ok(ChosenPassphrase(passphrase))
}

/// Makes a passphrase of six words of the Spanish list, to be shown to the person once.
///
/// # Errors
/// `NoRandomness`.
pub fn generate() -> Result<Zeroizing<String>, VaultError> {
    let list = Language::Spanish.word_list();
    let mut text = Zeroizing::new(String::with_capacity(GENERATED_WORDS * 16));
    for index in 0..GENERATED_WORDS {
        if index > 0 {
            text.push(' ');
        }
        // 2,048 divides 65,536: every word is equally likely.
        let number = usize::from(u16::from_le_bytes(random()?)) % list.len();
        text.extend(list.iter().copied().skip(number).take(1).flat_map(str::chars).nfc());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{GENERATED_WORDS, choose, generate};
    use crate::error::{Kind, VaultError};

    #[test]
    fn a_passphrase_that_would_be_guessed_is_refused() {
        let check = |typed: &str| {
            let error = choose(typed).err().unwrap();
            assert!(matches!(error, VaultError::WeakPassphrase { .. }), "{typed}: {error:?}");
            assert_eq!(error.kind(), Kind::Refused);
        };
        check("corto");
        check("aaaaaaaaaaaaaaaaaaaaaa");
        check("passwordpassword");
        check("12345678901234567890");
        check("x9!Kq#7Lm2$vB"); // strong, but 13 characters
        assert!(choose("murciélago azúcar canción árbol").is_ok());
    }

    #[test]
    fn a_generated_passphrase_has_six_words_and_is_always_taken() {
        for _ in 0..20 {
            let made = generate().unwrap();
            assert_eq!(made.split(' ').count(), GENERATED_WORDS);
            assert!(choose(&made).is_ok(), "{}", *made);
        }
    }

    #[test]
    fn a_passphrase_of_a_thousand_bytes_is_judged_quickly() {
        let started = std::time::Instant::now();
        assert!(choose(&"ab ".repeat(340)).is_err());
        assert!(started.elapsed().as_secs() < 5);
    }
}
