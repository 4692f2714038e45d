//! The table of commands: parser, help, man page and completions come from here.

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command};
use resguardo_app::Words;

use crate::commands;
use crate::failure::Failure;
use crate::output;

/// What to print instead of running a command.
pub(crate) enum Instead {
    /// Help or version that was asked for.
    Asked(String),
    /// A line that cannot be read: what is wrong, and the usage.
    Usage(Failure, bool),
}

impl Instead {
    pub(crate) fn print(self, words: &Words) -> std::process::ExitCode {
        match self {
            Self::Asked(text) => {
                let text = translated(&text, words);
                output::line(text.trim_end());
                std::process::ExitCode::SUCCESS
            }
            Self::Usage(failure, json) => failure.print(words, json),
        }
    }
}

/// The whole command with its words in one language.
pub(crate) fn command(words: &Words) -> Command {
    let say = |id: &str| words.plain(id);
    let mut command = Command::new("resguardo")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("cli-about"))
        .after_help(say("cli-after"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .help_template(template(words))
        .subcommand_value_name(say("cli-word-command"))
        .subcommand_help_heading(say("cli-word-commands"));
    for arg in everywhere(words) {
        command = command.arg(arg);
    }
    for row in commands::ROWS {
        let sub = (row.arguments)(Command::new(row.name).about(say(&format!("cli-{}", row.name))), words);
        let sub = sub.disable_help_flag(true).help_template(template(words));
        command = command.subcommand(sub.mut_args(without_values));
    }
    command
}

/// The words clap puts in by itself, in the reader's language.
fn translated(help: &str, words: &Words) -> String {
    let plain = |id: &str| words.plain(id);
    help.replace("[OPTIONS]", &format!("[{}]", plain("cli-word-options")))
        .replace("[default: ", &format!("[{}: ", plain("cli-word-default")))
        .replace("Usage: ", &format!("{}: ", plain("cli-word-usage")))
        .replace("\nArguments:\n", &format!("\n{}:\n", plain("cli-word-arguments")))
        .replace("\nOptions:\n", &format!("\n{}:\n", plain("cli-word-own-options")))
        .replace("\nCommands:\n", &format!("\n{}:\n", plain("cli-word-commands")))
}

/// The help says in words what a value may be.
fn without_values(arg: Arg) -> Arg {
    if arg.get_action().takes_values() { arg.hide_possible_values(true) } else { arg }
}

fn template(words: &Words) -> String {
    format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", words.plain("cli-word-usage"),)
}

fn everywhere(words: &Words) -> Vec<Arg> {
    let heading = words.plain("cli-word-everywhere");
    let arg = |name: &'static str| {
        let help = words.plain(&format!("arg-{name}"));
        Arg::new(name).long(name).global(true).help(help).help_heading(heading.clone())
    };
    vec![
        arg("vault").value_name("DIR"),
        arg("passphrase-file").value_name("F"),
        arg("keyfile").value_name("F"),
        arg("writer").value_name("ID|NAME"),
        arg("lang").value_name("es|en").value_parser(["es", "en"]).hide_possible_values(true),
        arg("json").action(ArgAction::SetTrue),
        arg("help").short('h').action(ArgAction::Help),
        Arg::new("version")
            .long("version")
            .action(ArgAction::Version)
            .help(words.plain("arg-version"))
            .help_heading(heading.clone()),
    ]
}

/// Reads the command line.
pub(crate) fn parse(words: &Words) -> Result<ArgMatches, Instead> {
    let json = std::env::args().any(|argument| argument == "--json");
    command(words).try_get_matches().map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Instead::Asked(error.to_string()),
        _ => Instead::Usage(usage(&error, words), json),
    })
}

/// clap's complaint in our words: what is wrong, with the word it stumbled on.
fn usage(error: &clap::Error, words: &Words) -> Failure {
    use clap::error::{ContextKind, ContextValue};
    let part = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (id, word) = match error.kind() {
        ErrorKind::UnknownArgument => ("usage-unknown-argument", part(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => ("usage-unknown-command", part(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => ("usage-missing-argument", part(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => ("usage-bad-value", part(ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("usage-no-command", String::new())
        }
        _ => ("usage-wrong", part(ContextKind::InvalidArg)),
    };
    Failure::usage(words, id, &[("word", word)])
}
