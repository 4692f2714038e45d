//! Messages by id.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use resguardo_domain::catalogue::Catalogues;
use unic_langid::LanguageIdentifier;

use crate::language::Language;
use crate::number;

/// Name and text of every file of `assets/locales/es`.
static SPANISH: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/es.rs"));
/// Name and text of every file of `assets/locales/en`.
static ENGLISH: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/en.rs"));

/// The messages of each language, read once: a list says a hundred things, a file of messages is long.
static READ: [LazyLock<FluentBundle<FluentResource>>; 2] =
    [LazyLock::new(|| read(Language::Es, SPANISH)), LazyLock::new(|| read(Language::En, ENGLISH))];

/// The messages of one language.
#[derive(Clone)]
pub struct Words {
    language: Language,
    /// The lists of terms; none: those that ship.
    lists: Option<Arc<Catalogues>>,
    bundle: &'static FluentBundle<FluentResource>,
}

/// What a message is filled with.
#[derive(Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    /// No arguments yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With a text, put into the message as it is.
    #[must_use]
    pub fn text(mut self, name: &'static str, text: impl Into<Cow<'a, str>>) -> Self {
        self.0.set(name, FluentValue::String(text.into()));
        self
    }

    /// With a count, which chooses singular or plural and is grouped by thousands.
    #[must_use]
    pub fn count(mut self, name: &'static str, count: u64) -> Self {
        self.0.set(name, FluentValue::from(count));
        self
    }
}

impl Words {
    /// The messages of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let [spanish, english] = &READ;
        let bundle = match language {
            Language::Es => spanish,
            Language::En => english,
        };
        Self { language, lists: None, bundle }
    }

    /// The same with the terms of these lists.
    #[must_use]
    pub fn with_terms(self, lists: Arc<Catalogues>) -> Self {
        Self { lists: Some(lists), ..self }
    }

    /// The lists of terms they name.
    pub(crate) fn lists(&self) -> &Catalogues {
        self.lists.as_deref().unwrap_or_else(|| Catalogues::builtin())
    }

    /// The language they are in.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The message with this id, or the part of a message, `id.safe` and `id.next`; the id itself when there is none.
    #[must_use]
    pub fn say(&self, id: &str, args: &Args<'_>) -> String {
        let (name, attribute) = id.split_once('.').map_or((id, None), |(name, attribute)| (name, Some(attribute)));
        let message = self.bundle.get_message(name);
        let pattern = match attribute {
            None => message.and_then(|message| message.value()),
            Some(attribute) => {
                message.and_then(|message| message.get_attribute(attribute)).map(|attribute| attribute.value())
            }
        };
        let Some(pattern) = pattern else { return id.to_owned() };
        // What an error would tell — an argument is missing — is in the text itself, as `{$name}`.
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args.0), &mut errors).into_owned()
    }

    /// The message with this id that needs nothing filled in.
    #[must_use]
    pub fn plain(&self, id: &str) -> String {
        self.say(id, &Args::new())
    }
}

fn read(language: Language, files: &[(&str, &str)]) -> FluentBundle<FluentResource> {
    // Chooses plural forms only; both tags are well-formed, as a test of plurals holds.
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    for (_, text) in files {
        // A test holds that every file that ships is read without an error and that no id stands in two files.
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Whole numbers in messages are grouped by thousands; the rest is left to Fluent.
fn grouped<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => number.as_string().parse().ok().map(number::count),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
