//! `handover`: the open work of a case or of the whole desk, for whoever goes on.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::handover::{HandedOver, HandoverRequest};
use resguardo_app::outgoing::PaperSize;

use super::{Answer, LEVELS, Row, option, text};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::{lang_of, say};

pub(super) const HANDOVER: Row = Row { name: "handover", arguments, run };

fn arguments(command: Command, words: &Words) -> Command {
    command
        .arg(option("case", "ID", words))
        .arg(option("as-of", "DATE", words))
        .arg(option("disclosure", "LEVEL", words).value_parser(LEVELS).default_value("no-identities"))
        .arg(option("for", "NAME", words))
        .arg(option("by", "NAME", words).help(words.plain("arg-hands-over")))
        .arg(option("paper", "letter|a4", words).value_parser(["letter", "a4"]).default_value("letter"))
        .arg(option("out", "F.{pdf,docx}", words))
}

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let own = |name: &str| matches.get_one::<String>(name).cloned();
    let request = HandoverRequest {
        of: own("case"),
        as_of: own("as-of"),
        disclosure: text(matches, "disclosure").to_owned(),
        receives: own("for"),
        hands_over: own("by"),
    };
    let lang = own("lang").and_then(|tag| lang_of(&tag)).unwrap_or_else(|| words.language().lang());
    let paper = if text(matches, "paper") == "a4" { PaperSize::A4 } else { PaperSize::Letter };
    let told = session.hand_over(&request, lang, paper, own("out").map(PathBuf::from));
    let told = told.map_err(|error| Failure::from_app(&error, words))?;
    let answer = Answer::new(&told, lines(&told, words)).damaged(&session, words);
    let is_open = request.disclosure == "full" && told.file.is_some();
    Ok(if is_open { answer.remark(words.plain("export-holds-identities")) } else { answer })
}

fn lines(told: &HandedOver, words: &Words) -> Vec<String> {
    if let Some(file) = &told.file {
        return vec![say(words, "handover-done", &[("count", told.matters.into()), ("file", file.into())])];
    }
    let mut lines = Vec::new();
    for part in &told.handover.parts {
        let heading = words.plain(&format!("handover-part-{}", part.id));
        lines.push(say(words, "handover-heading", &[("part", (&heading).into()), ("count", part.count.into())]));
        for matter in &part.matters {
            let due = matter.due.as_deref().map(|due| words.due_short(due));
            let parts = [Some(&matter.record.code), Some(&matter.what), matter.article.as_ref(), due.as_ref()];
            let parts = parts.into_iter().flatten().chain([&matter.standing]).filter(|text| !text.is_empty());
            lines.push(format!("  {}", parts.map(String::as_str).collect::<Vec<_>>().join(" · ")));
        }
    }
    if lines.is_empty() {
        lines.push(words.plain("handover-nothing"));
    }
    lines
}
