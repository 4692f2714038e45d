//! The parts of a document as paragraphs and tables.

use docx_rs::{
    AlignmentType, BorderType, Docx, Paragraph, Run, Table, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};
use resguardo_language::number;

use super::styles::{HAIR, SOFT};
use super::{run, styled};
use crate::document::{self, Block, Cell, Entry, Figure, Line, Step, Task};
use crate::text::Text;

/// Width of a column of counts in twentieths of a point.
const COUNTS: usize = 1700;
/// Width of a box to tick.
const BOX: usize = 400;
/// Width of a day.
const UNTIL: usize = 1500;
/// Width of where a step stands.
const STANDING: usize = 2300;

/// Adds a part of the document; `measure` is the width of a line.
pub(super) fn add(file: Docx, block: &Block, measure: usize) -> Docx {
    match block {
        Block::Heading(level, words) => file.add_paragraph(styled(&format!("Heading{level}"), words).keep_next(true)),
        Block::Paragraph(words) => prose(file, words, None),
        Block::Note(words) => prose(file, words, Some("Note")),
        Block::Figures(figures) => file.add_table(glance(figures, measure)),
        Block::Definitions(lines) => lines.iter().fold(file, |file, line| file.add_paragraph(labelled(line, true))),
        Block::Table(table) => counts(file, table, measure),
        Block::Entries(entries) => entries.iter().fold(file, entry),
        Block::Tasks(tasks) => tasks.iter().fold(file, |file, one| task(file, one, measure)),
    }
}

fn prose(file: Docx, words: &Text, style: Option<&str>) -> Docx {
    words.paragraphs().fold(file, |file, paragraph| {
        let plain = Paragraph::new().add_run(run(paragraph));
        file.add_paragraph(match style {
            None => plain,
            Some(style) => plain.style(style),
        })
    })
}

fn labelled(line: &Line, strong: bool) -> Paragraph {
    let label = if strong {
        run(line.label.as_str()).bold().add_text("  ")
    } else {
        run(line.label.as_str()).add_text(": ").color(SOFT)
    };
    Paragraph::new().style("Line").add_run(label).add_run(run(line.text.as_str()))
}

fn entry(file: Docx, entry: &Entry) -> Docx {
    let code = Run::new().add_text("  ").add_text(entry.code.as_str()).size(16).color(SOFT).disable_bold();
    let file = file.add_paragraph(styled("Heading2", &entry.heading).add_run(code).keep_next(true));
    let file = entry.lines.iter().fold(file, |file, line| file.add_paragraph(labelled(line, false)));
    entry.summary.iter().fold(file, |file, summary| prose(file, summary, None))
}

fn task(file: Docx, task: &Task, measure: usize) -> Docx {
    let code = run(task.code.as_str()).add_text("  ").color(SOFT).disable_bold();
    let heading = Paragraph::new().style("Heading2").add_run(code).add_run(run(task.heading.as_str()));
    let grid = vec![BOX, measure.saturating_sub(BOX + UNTIL + STANDING), UNTIL, STANDING];
    let rows: Vec<TableRow> = task.steps.iter().map(|one| step(one, &grid)).collect();
    let mut file = file.add_paragraph(heading.keep_next(true));
    if !rows.is_empty() {
        file = file.add_table(table(rows, grid, 4)).add_paragraph(Paragraph::new().style("Line"));
    }
    task.lines.iter().fold(file, |file, line| file.add_paragraph(labelled(line, false)))
}

fn step(step: &Step, grid: &[usize]) -> TableRow {
    let cells = [&Text::from("☐"), &step.what, &step.until, &step.standing];
    let is_last = |place: usize| place + 1 == cells.len();
    let each = cells.iter().zip(grid).enumerate().map(|(place, (words, width))| {
        let weight = if step.late && is_last(place) { Weight::Strong } else { Weight::Plain };
        table_cell(&Cell::Text((*words).clone()), false, *width, weight)
    });
    TableRow::new(each.collect())
}

/// The figures at a glance, side by side between two lines.
fn glance(figures: &[Figure], measure: usize) -> Table {
    let width = measure.checked_div(figures.len()).unwrap_or(measure);
    let cell = |figure: &Figure| {
        let count = Paragraph::new().style("Figure").add_run(run(&number::count(figure.count)));
        let cell = TableCell::new().add_paragraph(count).add_paragraph(styled("Unit", &figure.unit));
        cell.width(width, WidthType::Dxa)
    };
    let row = TableRow::new(figures.iter().map(cell).collect());
    table(vec![row], vec![width; figures.len()], 12)
}

/// A table of counts: caption with unit, head, rows, sum.
fn counts(file: Docx, counted: &document::Table, measure: usize) -> Docx {
    let caption = Paragraph::new()
        .style("Caption")
        .keep_next(true)
        .add_run(run(counted.caption.as_str()).add_text(". ").bold())
        .add_run(run(counted.unit.as_str()).color(SOFT));
    let grid = widths(&counted.foot, measure);
    let heads: Vec<Cell> = counted.head.iter().cloned().map(Cell::Text).collect();
    let counting: Vec<bool> = counted.foot.iter().map(|cell| matches!(cell, Cell::Count(_))).collect();
    let row = |cells: &[Cell], weight: Weight| {
        let cells = cells.iter().zip(&counting).zip(&grid);
        TableRow::new(cells.map(|((cell, right), width)| table_cell(cell, *right, *width, weight)).collect())
    };
    // Only a head row may not be split: that is how it is found again when it is marked.
    let head = row(&heads, Weight::Strong).cant_split();
    let body = counted.rows.iter().map(|one| row(&one.cells, if one.missing { Weight::Quiet } else { Weight::Plain }));
    let rows = std::iter::once(head).chain(body).chain([row(&counted.foot, Weight::Strong)]).collect();
    file.add_paragraph(caption).add_table(table(rows, grid, 8)).add_paragraph(Paragraph::new().style("Cell"))
}

#[derive(Clone, Copy)]
enum Weight {
    Plain,
    Quiet,
    Strong,
}

fn table_cell(cell: &Cell, right: bool, width: usize, weight: Weight) -> TableCell {
    let words = match cell {
        Cell::Text(words) => run(words.as_str()),
        Cell::Count(count) => run(&number::count(*count)),
    };
    let words = match weight {
        Weight::Plain => words,
        Weight::Quiet => words.italic(),
        Weight::Strong => words.bold(),
    };
    let align = if right { AlignmentType::Right } else { AlignmentType::Left };
    let paragraph = Paragraph::new().style("Cell").align(align).add_run(words);
    TableCell::new().add_paragraph(paragraph).width(width, WidthType::Dxa)
}

/// Columns of counts are narrow, the others share the rest of the line.
fn widths(cells: &[Cell], measure: usize) -> Vec<usize> {
    let counts = cells.iter().filter(|cell| matches!(cell, Cell::Count(_))).count();
    let rest = measure.saturating_sub(counts * COUNTS).checked_div(cells.len() - counts).unwrap_or(0);
    cells.iter().map(|cell| if matches!(cell, Cell::Count(_)) { COUNTS } else { rest }).collect()
}

/// A table with a line above and below and hair lines between its rows.
fn table(rows: Vec<TableRow>, grid: Vec<usize>, edge: usize) -> Table {
    let line = |position, size, color: &str| {
        TableBorder::new(position).border_type(BorderType::Single).size(size).color(color)
    };
    let borders = TableBorders::with_empty()
        .set(line(TableBorderPosition::Top, edge, "1A1A1A"))
        .set(line(TableBorderPosition::Bottom, edge, "1A1A1A"))
        .set(line(TableBorderPosition::InsideH, 4, HAIR));
    Table::without_borders(rows)
        .set_borders(borders)
        .layout(TableLayoutType::Fixed)
        .width(grid.iter().sum(), WidthType::Dxa)
        .margins(TableCellMargins::new().margin(20, 60, 20, 0))
        .set_grid(grid)
}
