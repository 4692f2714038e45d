//! `attach`, `attachments list`, `attachments get`.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use resguardo_app::Words;

use super::{Answer, Row, option, required, text};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const ATTACH: Row = Row { name: "attach", arguments: attach_arguments, run: attach };
pub(super) const ATTACHMENTS: Row = Row { name: "attachments", arguments: attachments_arguments, run: attachments };

fn attach_arguments(command: Command, words: &Words) -> Command {
    command.arg(required("id", words)).arg(required("file", words))
}

fn attachments_arguments(command: Command, words: &Words) -> Command {
    let list = Command::new("list").about(words.plain("cli-attachments-list")).arg(required("id", words));
    let get = Command::new("get")
        .about(words.plain("cli-attachments-get"))
        .arg(required("attachment", words))
        .arg(option("out", "F", words).required(true));
    command.subcommand_required(true).subcommand(list).subcommand(get)
}

fn attach(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let file = PathBuf::from(text(matches, "file"));
    let attached = session.attach(text(matches, "id"), &file).map_err(|error| Failure::from_app(&error, words))?;
    let line = say(
        words,
        "attached",
        &[
            ("id", (&attached.attachment).into()),
            ("kind", (&attached.kind).into()),
            ("size", (&attached.size.to_string()).into()),
            ("sha256", (&attached.sha256).into()),
        ],
    );
    Ok(Answer::new(&attached, vec![line]))
}

fn attachments(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let failed = |error| Failure::from_app(&error, words);
    match matches.subcommand() {
        Some(("get", inner)) => {
            let out = PathBuf::from(text(inner, "out"));
            let taken = session.take_out(text(inner, "attachment"), &out).map_err(failed)?;
            let line = say(words, "attachment-taken", &[("file", (&out.display().to_string()).into())]);
            Ok(Answer::new(&taken, vec![line]))
        }
        Some((_, inner)) => {
            let list = session.attachments(text(inner, "id")).map_err(failed)?;
            let line = |a: &resguardo_app::attachments::Attached| {
                format!("{}  {:>12}  {}  {}", a.attachment.get(..8).unwrap_or_default(), a.size, a.kind, a.name)
            };
            let lines = list.iter().map(line).collect();
            Ok(Answer::new(&list, lines))
        }
        None => Err(Failure::usage(words, "usage-no-command", &[])),
    }
}
