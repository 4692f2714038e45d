//! `fields list | add | rename | retire | restore`: fields of the organisation's own.

use clap::{Arg, ArgAction, ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::fields::{FieldDraft, OwnFieldTold};

use super::{Answer, Row, flag, option, required, text, texts};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const FIELDS: Row = Row { name: "fields", arguments, run };

fn arguments(command: Command, words: &Words) -> Command {
    let sub = |name: &'static str| Command::new(name).about(words.plain(&format!("cli-fields-{name}")));
    let field = || required("own-field", words).value_name("FIELD");
    let repeated = |name: &'static str| option(name, "TEXT", words).action(ArgAction::Append);
    let add = sub("add")
        .arg(required("kind", words))
        .arg(required("name", words))
        .arg(Arg::new("holds").long("type").value_name("TYPE").required(true).help(words.plain("arg-holds")))
        .arg(option("name-en", "TEXT", words))
        .arg(option("explained", "TEXT", words))
        .arg(option("explained-en", "TEXT", words))
        .arg(Arg::new("harm").long("sensitivity").value_name("LEVEL").help(words.plain("arg-harm")))
        .arg(option("list", "LIST", words))
        .arg(repeated("first-term").long("term"))
        .arg(repeated("also"))
        .arg(option("section", "SECTION", words))
        .arg(flag("several", words))
        .arg(flag("in-capture", words))
        .arg(flag("in-list", words));
    command
        .subcommand_required(true)
        .subcommand(sub("list"))
        .subcommand(add)
        .subcommand(sub("rename").arg(field()).arg(required("name", words)).arg(option("name-en", "TEXT", words)))
        .subcommand(sub("retire").arg(field()))
        .subcommand(sub("restore").arg(field()))
}

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let told = match matches.subcommand() {
        Some(("add", inner)) => session.add_field(&draft(inner)),
        Some(("rename", inner)) => {
            session.rename_field(text(inner, "own-field"), text(inner, "name"), text(inner, "name-en"))
        }
        Some(("retire", inner)) => session.retire_field(text(inner, "own-field"), true),
        Some(("restore", inner)) => session.retire_field(text(inner, "own-field"), false),
        _ => {
            let fields = session.own_fields();
            let mut lines: Vec<String> = fields.iter().map(|field| line(field, words)).collect();
            if lines.is_empty() {
                lines.push(words.plain("fields-none"));
            }
            return Ok(Answer::new(&fields, lines));
        }
    };
    let told = told.map_err(|error| Failure::from_app(&error, words))?;
    Ok(Answer::new(&told, vec![line(&told, words)]))
}

fn draft(matches: &ArgMatches) -> FieldDraft {
    let own = |name: &str| text(matches, name).to_owned();
    let traits = [("several", "several"), ("in-capture", "in_capture"), ("in-list", "in_list")];
    FieldDraft {
        kind: own("kind"),
        holds: own("holds"),
        name: own("name"),
        name_en: own("name-en"),
        explained: own("explained"),
        explained_en: own("explained-en"),
        harm: own("harm"),
        list: own("list"),
        terms: texts(matches, "first-term"),
        also_called: texts(matches, "also"),
        section: own("section"),
        traits: traits.iter().filter(|(name, _)| matches.get_flag(name)).map(|(_, id)| (*id).to_owned()).collect(),
    }
}

fn line(field: &OwnFieldTold, words: &Words) -> String {
    let name = match words.language() {
        resguardo_app::Language::Es => &field.label.es,
        resguardo_app::Language::En => &field.label.en,
    };
    let mut parts = vec![format!("{}.{}  {name}", field.kind, field.id), field.type_label.clone()];
    parts.extend(Some(field.catalogue_label.clone()).filter(|list| !list.is_empty() && list != name));
    parts.push(field.used_label.clone());
    parts.extend(field.retired.then(|| words.plain("fields-retired")));
    parts.extend(field.refused.as_ref().map(|why| say(words, "fields-refused", &[("why", why.as_str().into())])));
    parts.join(" · ")
}
