//! What opens the vault, changed from inside: the passphrase, the key file, the twelve words. Whoever changes any of them
//! proves the current passphrase first; what was there before opens the vault until the new one is on disk.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use resguardo_domain::catalogue::Lang;
use resguardo_vault::open::{WayIn, is_way_in};
use resguardo_vault::secret::{Keyfile, Passphrase};
use resguardo_vault::slot::UnlockSecret;
use resguardo_vault::words::RecoveryWords;
use serde::Deserialize;

use crate::asked::{AskedWords, WordsToKeep};
use crate::entrance::cost;
use crate::error::AppError;
use crate::session::Session;

/// New words somebody is writing down; until three were typed back the old ones count.
#[derive(Clone, Default)]
pub(crate) struct NewWords(Arc<Mutex<Option<AskedWords>>>);

/// Another passphrase in the place of the current one.
pub struct Replacement<'a> {
    /// The current passphrase.
    pub current: &'a str,
    /// The next one.
    pub next: &'a str,
    /// The key file asked for now, where one is.
    pub keyfile: Option<Keyfile>,
    /// Another one, made or chosen for the next passphrase.
    pub next_keyfile: Option<Keyfile>,
    /// What is asked for from now on.
    pub asks: AskedKeyfile,
}

/// Which key file is asked for beside a new passphrase.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum AskedKeyfile {
    /// None.
    #[default]
    Nothing,
    /// The one asked for until now.
    Same,
    /// Another one.
    Other,
}

impl Session {
    /// Gives the vault another passphrase, with the same key file, another or none, once what opens it now was proven. One
    /// write: what opened it before, or what opens it from now on, is on disk at any moment.
    ///
    /// # Errors
    /// The current one is wrong; the new one is too weak; the key file that was named is not in hand. Then nothing changed.
    pub fn replace_passphrase(&self, replacement: Replacement<'_>) -> Result<(), AppError> {
        let Replacement { current, next, keyfile, next_keyfile, asks } = replacement;
        let passphrase = resguardo_vault::passphrase::choose(next)?;
        self.prove(current, keyfile.as_ref())?;
        let keyfile = match asks {
            AskedKeyfile::Nothing => None,
            AskedKeyfile::Same => Some(keyfile.ok_or(AppError::NoKeyfile)?),
            AskedKeyfile::Other => Some(next_keyfile.ok_or(AppError::NoKeyfile)?),
        };
        self.change_passphrase(WayIn { passphrase, keyfile }, cost()?)
    }

    /// Draws twelve new words. Nothing changes until three of them were typed back.
    ///
    /// # Errors
    /// The passphrase is wrong.
    pub fn words_new(&self, current: &str, keyfile: Option<&Keyfile>) -> Result<WordsToKeep, AppError> {
        self.prove(current, keyfile)?;
        let asked = AskedWords::of(RecoveryWords::generate()?)?;
        let kept = asked.to_keep();
        *self.new_words.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(asked);
        Ok(kept)
    }

    /// Takes the three words back: from now on the new words open the vault and the old ones do not.
    ///
    /// # Errors
    /// A word differs: nothing changed. The disk failed: the old ones or the new ones open the vault.
    pub fn words_new_confirm(&self, answers: &[String]) -> Result<(), AppError> {
        let asked = self.asked_words()?;
        if !asked.are_right(answers) {
            return Err(AppError::NewWordsDiffer);
        }
        self.vault.change_words(asked.into_words(), cost()?)?;
        *self.new_words.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(())
    }

    /// Writes the new words as one page of PDF.
    ///
    /// # Errors
    /// No words were drawn; the file cannot be written.
    pub fn words_sheet(&self, file: &Path, lang: Lang) -> Result<(), AppError> {
        self.asked_words()?.write_sheet(file, lang)
    }

    fn asked_words(&self) -> Result<AskedWords, AppError> {
        self.new_words.0.lock().unwrap_or_else(PoisonError::into_inner).clone().ok_or(AppError::NoNewWords)
    }

    /// Whether this passphrase opens the vault, alone or with the key file in hand.
    fn prove(&self, current: &str, keyfile: Option<&Keyfile>) -> Result<(), AppError> {
        let (folder, current) = (self.vault.folder()?, Passphrase::new(current)?);
        let alone = is_way_in(&folder, &UnlockSecret::Passphrase(current.clone()));
        match (alone, keyfile) {
            (Err(_), Some(keyfile)) => {
                Ok(is_way_in(&folder, &UnlockSecret::PassphraseAndKeyfile(current, keyfile.clone()))?)
            }
            (alone, _) => Ok(alone?),
        }
    }
}

#[cfg(test)]
mod tests;
