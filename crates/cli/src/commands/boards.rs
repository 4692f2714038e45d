//! `board`.

use clap::{ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::boards::{
    AttendanceLine, BoardAsk, BoardAttendance, BoardColumn, BoardDuties, BoardSection, OneBoard,
};
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
    let told = session.whole_board(&ask).map_err(|error| Failure::from_app(&error, words))?;
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
        lines.extend(section.months.iter().map(|months| format!("  {}", months.said)));
        lines.extend(section.attendance.iter().flat_map(attendance));
        lines.extend(section.rows.iter().map(|row| {
            let told = |(column, cell): (&BoardColumn, &Cell)| format!("{}: {}", column.label, cell.text);
            let cells = section.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.text.is_empty()).map(told);
            format!("  {} · {}", row.folio, cells.collect::<Vec<_>>().join(" · "))
        }));
        lines.extend((!section.more.is_empty()).then(|| section.more.clone()));
    }
    lines.extend(board.duties.iter().flat_map(duties));
    lines
}

fn attendance(attendance: &BoardAttendance) -> Vec<String> {
    let came = |line: &AttendanceLine| {
        let days = attendance.sessions.iter().zip(&line.came).map(|((_, day), (_, came))| format!("{day}: {came}"));
        format!("    {} · {}", line.name, days.collect::<Vec<_>>().join(" · "))
    };
    std::iter::once(format!("  {}", attendance.title)).chain(attendance.lines.iter().map(came)).collect()
}

fn duties(duties: &BoardDuties) -> Vec<String> {
    let mut lines = vec![String::new(), format!("{} · {}", duties.title, duties.sentence)];
    lines.extend((!duties.next.is_empty()).then(|| format!("  {}", duties.next)));
    lines.extend(duties.rows.iter().map(|row| {
        let parts = [&row.label, &row.of, &row.sentence, &row.article].into_iter().filter(|part| !part.is_empty());
        format!("  {}", parts.map(String::as_str).collect::<Vec<_>>().join(" · "))
    }));
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
