//! `kinds`, `list`, `search`.

use clap::{ArgAction, ArgMatches, Command, value_parser};
use resguardo_app::lists::ListRequest;
use resguardo_app::{Words, kinds};

use super::{Answer, Row, flag, option, required, text, texts};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const KINDS: Row = Row { name: "kinds", arguments: |command, _| command, run: show_kinds };
pub(super) const LIST: Row = Row { name: "list", arguments: list_arguments, run: list };
pub(super) const SEARCH: Row = Row { name: "search", arguments: search_arguments, run: search };

fn list_arguments(command: Command, words: &Words) -> Command {
    command
        .arg(required("kind", words))
        .arg(option("where", "FIELD=VALUE", words).action(ArgAction::Append))
        .arg(option("sort", "[-]FIELD", words).allow_hyphen_values(true))
        .arg(option("limit", "N", words).value_parser(value_parser!(usize)).default_value("100"))
        .arg(flag("archived", words))
        .arg(flag("binned", words))
}

fn search_arguments(command: Command, words: &Words) -> Command {
    command
        .arg(required("text", words).num_args(1..).allow_hyphen_values(false))
        .arg(option("kind", "KIND", words))
        .arg(option("limit", "N", words).value_parser(value_parser!(usize)).default_value("20"))
}

/// Without a vault what ships; of a vault whose passphrase is at hand also its own fields.
fn show_kinds(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let all = opened::at_hand(matches, words)?.map_or_else(kinds::kinds, |session| session.kinds());
    let mut lines = Vec::new();
    for kind in all.kinds.iter().filter(|kind| !kind.internal) {
        let label = if words.language().lang().id() == "en" { &kind.label.en } else { &kind.label.es };
        lines.push(format!("{:<18} {label}", kind.id));
        let fields: Vec<&str> = kind.fields.iter().map(|field| field.id.as_str()).collect();
        lines.push(format!("{:<18} {}", "", fields.join(" ")));
    }
    Ok(Answer::new(&all, lines))
}

fn list(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let request = ListRequest {
        kind: text(matches, "kind").to_owned(),
        filters: texts(matches, "where"),
        sort: matches.get_one::<String>("sort").cloned(),
        limit: matches.get_one::<usize>("limit").copied().unwrap_or(100),
        archived: matches.get_flag("archived"),
        binned: matches.get_flag("binned"),
    };
    let listed = session.list(&request).map_err(|error| Failure::from_app(&error, words))?;
    let mut lines: Vec<String> =
        listed.items.iter().map(|item| format!("{}  {}", item.id.get(..8).unwrap_or_default(), item.title)).collect();
    let counts = [("shown", listed.items.len().into()), ("total", listed.total.into()), ("all", listed.all.into())];
    lines.push(say(words, if request.filters.is_empty() { "list-foot" } else { "list-foot-filtered" }, &counts));
    Ok(Answer::new(&listed, lines).damaged(&session, words))
}

fn search(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let query = texts(matches, "text").join(" ");
    let limit = matches.get_one::<usize>("limit").copied().unwrap_or(20);
    let kind = matches.get_one::<String>("kind").map(String::as_str);
    let found = session.search(&query, kind, limit).map_err(|error| Failure::from_app(&error, words))?;
    let mut lines = Vec::new();
    for item in &found.items {
        let kind = session.kind_label(&item.kind);
        lines.push(format!("{}  {kind}: {}", item.id.get(..8).unwrap_or_default(), item.title));
        if !item.snippet.is_empty() {
            lines.push(format!("          {}", item.snippet));
        }
    }
    lines.push(say(words, "search-foot", &[("shown", found.items.len().into()), ("total", found.total.into())]));
    Ok(Answer::new(&found, lines).damaged(&session, words))
}
