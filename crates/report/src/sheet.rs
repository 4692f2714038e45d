//! One page with the twelve words that open a vault when its passphrase is forgotten: to be kept on paper, away from the
//! laptop. It does not say what the words are for.

use resguardo_language::{Args, Language, Words};
use typst::foundations::{Array, Dict, Str, Value};

use crate::error::ReportError;
use crate::paper::Paper;
use crate::pdf::set;

/// The page layout.
const LAYOUT: &str = include_str!("../../../assets/templates/words.typ");

/// The page as a PDF file.
///
/// `made` is the day in words.
///
/// # Errors
/// [`ReportError::NotLaidOut`] for anything but twelve words.
pub fn words_sheet(words: &[String], made: &str, paper: Paper, language: Language) -> Result<Vec<u8>, ReportError> {
    let say = Words::new(language);
    let text = |text: String| Value::Str(Str::from(text));
    let list = |texts: Vec<String>| Value::Array(texts.into_iter().map(text).collect::<Array>());
    let mut sheet = Dict::new();
    sheet.insert("title".into(), text(say.plain("words-sheet-title")));
    sheet.insert("made".into(), text(say.say("words-sheet-made", &Args::new().text("date", made))));
    sheet.insert("lang".into(), text(language.lang().id().to_owned()));
    sheet.insert("paper".into(), text(paper.name().to_owned()));
    sheet.insert("words".into(), list(words.to_vec()));
    sheet.insert("lines".into(), list(vec![say.plain("words-sheet-keeper"), say.plain("words-sheet-place")]));
    sheet.insert("advice".into(), text(say.plain("words-sheet-advice")));
    set(LAYOUT, sheet)
}

#[cfg(test)]
mod tests {
    use resguardo_language::Language;

    use super::words_sheet;
    use crate::Paper;

    #[test]
    fn twelve_words_stand_on_one_page_and_fewer_are_refused() {
        let words: Vec<String> = ["ábaco"; 12].iter().map(|word| (*word).to_owned()).collect();
        let day = "14 de marzo de 2014";
        let page = words_sheet(&words, day, Paper::Letter, Language::Es).unwrap();
        assert!(page.starts_with(b"%PDF-"));
        assert!(words_sheet(&words[..3], "", Paper::A4, Language::En).is_err());
    }
}
