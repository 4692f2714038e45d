//! Twelve words to write down, of which three are asked back before they count.

use std::path::Path;

use resguardo_domain::catalogue::Lang;
use resguardo_domain::fold::fold;
use resguardo_domain::value::PartialDate;
use resguardo_language::{Language, Words};
use resguardo_report::Paper;
use resguardo_vault::VaultError;
use resguardo_vault::words::{RecoveryWords, WORD_COUNT};
use serde::Serialize;

use crate::error::AppError;
use crate::session::now_ms;
use crate::written::day_text;

/// How many words are asked back.
const ASKED: usize = 3;

/// Twelve words to write down, and which of them are asked back.
#[derive(Clone, Serialize, specta::Type)]
pub struct WordsToKeep {
    /// The words, in order.
    pub words: Vec<String>,
    /// The places asked for, from 1, ascending.
    pub ask: Vec<u8>,
}

/// Words somebody is writing down.
#[derive(Clone)]
pub struct AskedWords {
    words: RecoveryWords,
    asked: Vec<usize>,
}

impl AskedWords {
    /// Draws which of these words are asked back.
    ///
    /// # Errors
    /// The system has no randomness.
    pub(crate) fn of(words: RecoveryWords) -> Result<Self, AppError> {
        Ok(Self { words, asked: places()? })
    }

    /// The words themselves.
    pub(crate) fn into_words(self) -> RecoveryWords {
        self.words
    }

    /// The words to write down.
    #[must_use]
    pub fn to_keep(&self) -> WordsToKeep {
        let ask = self.asked.iter().filter_map(|place| u8::try_from(*place).ok()).collect();
        WordsToKeep { words: self.words.words().collect(), ask }
    }

    /// Whether the three words typed back are those asked for, accents and case aside.
    #[must_use]
    pub fn are_right(&self, answers: &[String]) -> bool {
        let words: Vec<String> = self.words.words().collect();
        let asked = self.asked.iter().map(|place| words.get(place - 1).map(|word| fold(word)));
        let given: Vec<Option<String>> = answers.iter().map(|word| Some(fold(word.trim()))).collect();
        asked.eq(given)
    }

    /// Writes the words as one page of PDF, to be kept on paper.
    ///
    /// # Errors
    /// The page could not be set; the file cannot be written.
    pub fn write_sheet(&self, file: &Path, lang: Lang) -> Result<(), AppError> {
        let words: Vec<String> = self.words.words().collect();
        let language = match lang {
            Lang::Es => Language::Es,
            Lang::En => Language::En,
        };
        let today = day_text(now_ms()).parse::<PartialDate>().ok().map(|day| Words::new(language).date(&day, None));
        let set = resguardo_report::words_sheet(&words, &today.unwrap_or_default(), Paper::Letter, language);
        let page = set.map_err(|source| AppError::Document { source })?;
        std::fs::write(file, page).map_err(|source| AppError::Unwritable { file: file.display().to_string(), source })
    }
}

/// Three different places from 1 to 12, drawn by the machine.
fn places() -> Result<Vec<usize>, AppError> {
    let mut all: Vec<usize> = (1..=WORD_COUNT).collect();
    let mut drawn = Vec::new();
    while drawn.len() < ASKED {
        let mut byte = [0];
        getrandom::fill(&mut byte).map_err(|_error| AppError::Vault(VaultError::NoRandomness))?;
        let at = usize::from(byte.first().copied().unwrap_or_default()) % all.len();
        drawn.push(all.swap_remove(at));
    }
    drawn.sort_unstable();
    Ok(drawn)
}
