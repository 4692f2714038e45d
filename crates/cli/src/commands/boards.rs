//! `board`.

use clap::{ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::boards::{BoardAsk, BoardColumn, BoardSection, OneBoard};
use resguardo_app::cells::Cell;

use super::{Answer, Row, option, required, text};
use crate::failure::Failure;
use crate::opened;

pub(super) const BOARD: Row = Row { name: "board", arguments, run };

fn arguments(command: Command, words: &Words) -> Command {
    command.arg(required("board", words)).arg(option("as-of", "DATE", words))
}

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let ask =
        BoardAsk { board: text(matches, "board").into(), as_of: text(matches, "as-of").into(), filters: Vec::new() };
    let told = session.board(&ask).map_err(|error| Failure::from_app(&error, words))?;
    Ok(Answer::new(&told, lines(&told)).damaged(&session, words))
}

fn lines(board: &OneBoard) -> Vec<String> {
    let mut lines = vec![format!("{} · {}", board.title, board.as_of_said), board.caveat.clone()];
    for section in &board.sections {
        lines.push(String::new());
        lines.push(format!("{} · {}", section.title, section.sentence));
        lines.extend(totals(section));
        lines.extend(section.chart.iter().flat_map(|chart| {
            let bars = chart.bars.iter().map(|bar| format!("    {}: {}", bar.name, bar.said));
            std::iter::once(format!("  {}", chart.title)).chain(bars)
        }));
        lines.extend(section.rows.iter().map(|row| {
            let told = |(column, cell): (&BoardColumn, &Cell)| format!("{}: {}", column.label, cell.text);
            let cells = section.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.text.is_empty()).map(told);
            format!("  {} · {}", row.folio, cells.collect::<Vec<_>>().join(" · "))
        }));
        lines.extend((!section.more.is_empty()).then(|| section.more.clone()));
    }
    lines
}

fn totals(section: &BoardSection) -> Vec<String> {
    let mut lines = Vec::new();
    for total in &section.totals {
        let figures = std::iter::once(("■", &total.own)).chain(total.official.iter().map(|said| ("□", said)));
        lines.extend(figures.map(|(mark, said)| format!("  {mark} {}: {}", total.label, said.line())));
    }
    lines
}
