//! `import FILE`, `import --undo BATCH`.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::import::{Choice, ImportRequest, Imported, Undone};

use super::{Answer, Row, flag, option, text};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const IMPORT: Row = Row { name: "import", arguments, run };

fn arguments(command: Command, words: &Words) -> Command {
    let file = Arg::new("file").value_name("FILE").required_unless_present("undo").help(words.plain("arg-sheet"));
    command
        .arg(file)
        .arg(option("kind", "KIND", words).default_value("incident"))
        .arg(option("mapping", "F.toml", words))
        .arg(option("mapping-out", "F.toml", words))
        .arg(option("report-errors", "F.csv", words))
        .arg(flag("dry-run", words))
        .arg(flag("add-duplicates", words))
        .arg(flag("apply-changes", words))
        .arg(option("undo", "BATCH", words).conflicts_with("file"))
}

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let failed = |error| Failure::from_app(&error, words);
    if matches.get_one::<String>("undo").is_some() {
        let undone = session.undo_import(text(matches, "undo")).map_err(failed)?;
        let lines = undone_lines(&undone, words);
        return Ok(Answer::new(&undone, lines));
    }
    let path = |name: &str| matches.get_one::<String>(name).map(PathBuf::from);
    let flags = [
        ("dry-run", Choice::DryRun),
        ("add-duplicates", Choice::AddDuplicates),
        ("apply-changes", Choice::ApplyChanges),
    ];
    let choices = flags.into_iter().filter(|(name, _)| matches.get_flag(name)).map(|(_, choice)| choice).collect();
    let request = ImportRequest {
        file: PathBuf::from(text(matches, "file")),
        kind: text(matches, "kind").to_owned(),
        mapping: path("mapping"),
        mapping_out: path("mapping-out"),
        report_errors: path("report-errors"),
        choices,
    };
    let imported = session.import(&request).map_err(failed)?;
    let nothing = imported.imported == 0 && imported.duplicates.is_empty() && imported.changes.is_empty();
    let lines = imported_lines(&imported, words, request.choices.contains(&Choice::DryRun));
    Ok(Answer::new(&imported, lines).exit(u8::from(nothing)))
}

fn imported_lines(imported: &Imported, words: &Words, dry_run: bool) -> Vec<String> {
    let counts = [
        ("rows", imported.rows.into()),
        ("imported", imported.imported.into()),
        ("skipped", imported.skipped.into()),
        ("duplicates", imported.duplicates.len().into()),
        ("changes", imported.changes.len().into()),
        ("errors", imported.errors.len().into()),
    ];
    let mut lines = vec![say(words, if dry_run { "import-would" } else { "import-did" }, &counts)];
    lines.push(words.plain("import-columns"));
    for column in &imported.columns {
        let field = column.field.clone().unwrap_or_else(|| words.plain("import-column-kept"));
        lines.push(format!("  {} → {field}", column.column));
    }
    let open: Vec<_> = imported.values.iter().filter(|value| value.term.is_none()).collect();
    if !open.is_empty() {
        lines.push(say(words, "import-unmatched", &[("count", open.len().into())]));
        lines
            .extend(open.iter().take(20).map(|value| format!("  {}: {} ({})", value.column, value.value, value.count)));
    }
    lines.extend(
        imported.errors.iter().take(20).map(|error| format!("  {} {}: {}", error.cell, error.value, error.message)),
    );
    if imported.errors.len() > 20 {
        lines.push(say(words, "import-more-errors", &[("count", (imported.errors.len() - 20).into())]));
    }
    if !dry_run && imported.imported > 0 {
        lines.push(say(words, "import-how-to-undo", &[("batch", (&imported.batch).into())]));
    }
    lines
}

fn undone_lines(undone: &Undone, words: &Words) -> Vec<String> {
    let counts =
        [("binned", undone.binned.into()), ("restored", undone.restored.into()), ("kept", undone.kept.len().into())];
    let mut lines = vec![say(words, "import-undone", &counts)];
    lines.extend(undone.kept.iter().map(|kept| format!("  {}  {}", kept.id.get(..8).unwrap_or_default(), kept.title)));
    lines
}
