//! An answer that is no: in words, in JSON, and as an exit code.

use std::process::ExitCode;

use resguardo_app::error::{AppError, Kind};
use resguardo_app::{Words, message};
use serde::Serialize;

use crate::output;

/// Why the command did not do what was asked.
#[derive(Serialize)]
pub(crate) struct Failure(Box<Told>);

#[derive(Serialize)]
struct Told {
    id: String,
    field: Option<String>,
    message: String,
    safe: String,
    next: String,
    #[serde(skip)]
    exit: u8,
}

#[derive(Serialize)]
struct Document {
    error: Failure,
}

impl Failure {
    /// The program was called wrongly: exit 2.
    pub(crate) fn usage(words: &Words, id: &'static str, args: &[(&'static str, String)]) -> Self {
        Self::of(message::Message::new(id, args), 2, words)
    }

    /// What was asked cannot be done: exit 1.
    pub(crate) fn invalid(words: &Words, id: &'static str, args: &[(&'static str, String)]) -> Self {
        Self::of(message::Message::new(id, args), 1, words)
    }

    /// What the program below says.
    pub(crate) fn from_app(error: &AppError, words: &Words) -> Self {
        let exit = match error.kind() {
            Kind::Invalid | Kind::NotNow | Kind::Bug => 1,
            Kind::WrongKey => 3,
            Kind::Damaged => 4,
            Kind::Refused => 5,
        };
        let exit = if matches!(error, AppError::NoSuchKind { .. }) { 2 } else { exit };
        Self::of(message::of(error, words.language().lang()), exit, words)
    }

    fn of(message: message::Message, exit: u8, words: &Words) -> Self {
        let [said, safe, next] = message.say(words);
        Self(Box::new(Told { id: message.id.to_owned(), field: message.field, message: said, safe, next, exit }))
    }

    /// Prints it: the words on standard error, with `--json` the same as a document on standard output.
    pub(crate) fn print(self, _words: &Words, json: bool) -> ExitCode {
        for part in [&self.0.message, &self.0.safe, &self.0.next] {
            if !part.is_empty() {
                output::aside(part);
            }
        }
        let exit = self.0.exit;
        if json {
            output::json(&Document { error: self });
        }
        output::exit(exit)
    }
}
