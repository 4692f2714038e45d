//! The language of this run, and its words.

use resguardo_app::{Args, Lang, Language, Words};

/// `--lang es|en` among the arguments, else the environment, else Spanish.
pub(crate) fn words_for(arguments: impl Iterator<Item = String>) -> Words {
    let arguments: Vec<String> = arguments.collect();
    let spoken = arguments.iter().enumerate().find_map(|(at, argument)| match argument.strip_prefix("--lang") {
        Some("") => arguments.get(at + 1).cloned(),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    });
    let lang = spoken.and_then(|tag| lang_of(&tag)).unwrap_or_else(from_environment);
    Words::new(if lang == Lang::En { Language::En } else { Language::Es })
}

/// The language with this tag.
pub(crate) fn lang_of(tag: &str) -> Option<Lang> {
    match tag {
        "es" => Some(Lang::Es),
        "en" => Some(Lang::En),
        _ => None,
    }
}

fn from_environment() -> Lang {
    let variable = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    if variable.is_some_and(|value| value.starts_with("en")) { Lang::En } else { Lang::Es }
}

/// One thing a sentence is filled with.
pub(crate) enum Part<'a> {
    /// As it is.
    Text(&'a str),
    /// A count: chooses the plural, grouped by thousands.
    Count(usize),
}

impl<'a> From<&'a String> for Part<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a str> for Part<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Part<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// The message with this id, filled.
pub(crate) fn say(words: &Words, id: &str, parts: &[(&'static str, Part<'_>)]) -> String {
    let args = parts.iter().fold(Args::new(), |args, (name, part)| match part {
        Part::Text(text) => args.text(name, *text),
        Part::Count(count) => args.count(name, u64::try_from(*count).unwrap_or(u64::MAX)),
    });
    words.say(id, &args)
}
