//! `terms list | add | rename | retire | restore`: terms of the organisation's own.

use clap::{Arg, ArgAction, ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::fields::terms::{OwnTermTold, TermDraft};

use super::{Answer, Row, option, required, text, texts};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const TERMS: Row = Row { name: "terms", arguments, run };

fn arguments(command: Command, words: &Words) -> Command {
    let sub = |name: &'static str| Command::new(name).about(words.plain(&format!("cli-terms-{name}")));
    let term = || required("own-term", words).value_name("TERM");
    let list = || Arg::new("terms-list").value_name("LIST").help(words.plain("arg-terms-list"));
    let add = sub("add")
        .arg(list().required(true))
        .arg(required("name", words))
        .arg(option("name-en", "TEXT", words))
        .arg(option("under", "TERM", words))
        .arg(option("also", "TEXT", words).action(ArgAction::Append));
    command
        .subcommand_required(true)
        .subcommand(sub("list").arg(list()))
        .subcommand(add)
        .subcommand(sub("rename").arg(term()).arg(required("name", words)).arg(option("name-en", "TEXT", words)))
        .subcommand(sub("retire").arg(term()))
        .subcommand(sub("restore").arg(term()))
}

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let told = match matches.subcommand() {
        Some(("add", inner)) => session.add_term(&TermDraft {
            list: text(inner, "terms-list").to_owned(),
            name: text(inner, "name").to_owned(),
            name_en: text(inner, "name-en").to_owned(),
            under: text(inner, "under").to_owned(),
            also_called: texts(inner, "also"),
        }),
        Some(("rename", inner)) => {
            session.rename_term(text(inner, "own-term"), text(inner, "name"), text(inner, "name-en"))
        }
        Some(("retire", inner)) => session.retire_term(text(inner, "own-term"), true),
        Some(("restore", inner)) => session.retire_term(text(inner, "own-term"), false),
        inner => {
            let list = inner.and_then(|(_, inner)| inner.get_one::<String>("terms-list"));
            let terms = session.own_terms(list.map(String::as_str));
            let mut lines: Vec<String> = terms.iter().map(|term| line(term, words)).collect();
            if lines.is_empty() {
                lines.push(words.plain("terms-none"));
            }
            return Ok(Answer::new(&terms, lines));
        }
    };
    let told = told.map_err(|error| Failure::from_app(&error, words))?;
    Ok(Answer::new(&told, vec![line(&told, words)]))
}

fn line(term: &OwnTermTold, words: &Words) -> String {
    let name = match words.language() {
        resguardo_app::Language::Es => &term.label.es,
        resguardo_app::Language::En => &term.label.en,
    };
    let mut parts = vec![format!("{}.{}  {name}", term.list, term.id)];
    parts.extend(Some(term.under.clone()).filter(|under| !under.is_empty()));
    parts.push(term.used_label.clone());
    parts.extend(term.retired.then(|| words.plain("fields-retired")));
    parts.extend(term.refused.as_ref().map(|why| say(words, "fields-refused", &[("why", why.as_str().into())])));
    parts.join(" · ")
}
