//! A chart of a board as a picture with its numbers as a table, at a place the person names.

use std::path::Path;

use resguardo_language::Args;
use resguardo_report::{Bar, Chart, Tone, svg};

use super::{BoardAsk, BoardChart, BoardSection, Fill, OneBoard};
use crate::drawings::Drawing;
use crate::error::AppError;
use crate::outgoing::Left;
use crate::session::Session;

impl Session {
    /// Writes the chart of a section of a board as SVG, and its numbers beside it as CSV. It is written down as everything
    /// that leaves.
    ///
    /// # Errors
    /// As [`Session::board`]; a file cannot be written.
    pub fn board_chart_save(&self, ask: &BoardAsk, section: &str, file: &Path) -> Result<Option<Left>, AppError> {
        let told = self.board_told(ask, &self.snapshot())?;
        let (board, behind) = (&told.board, &told.behind);
        let drawn = board.sections.iter().find(|one| one.id == section);
        let Some((section, chart)) = drawn.and_then(|one| Some((one, one.chart.as_ref()?))) else { return Ok(None) };
        let pieces = chart.bars.iter().flat_map(|bar| &bar.pieces);
        let records =
            pieces.filter_map(|piece| behind.get(&piece.which)).flat_map(|(_, records)| records.iter().copied());
        let filters = ask.filters.iter().map(|filter| format!("{}={}", filter.field, filter.value));
        let drawing = Drawing {
            picture: svg(&self.chart(board, section, chart)),
            lines: lines(chart),
            query: std::iter::once(format!("{}/{} {}", board.id, section.id, board.as_of)).chain(filters).collect(),
            records: records.collect(),
        };
        self.drawing_save(drawing, file).map(Some)
    }

    fn chart(&self, board: &OneBoard, section: &BoardSection, chart: &BoardChart) -> Chart {
        let words = self.words();
        let chosen: Vec<String> = section
            .choices
            .iter()
            .filter(|choice| choice.value.is_some())
            .map(|choice| format!("{}: {}", choice.label, choice.said))
            .collect();
        let day = words.say("boards-picture-under", &Args::new().text("date", &board.as_of_said));
        let under: Vec<&str> =
            [day.as_str(), &section.sentence].into_iter().chain(chosen.iter().map(String::as_str)).collect();
        let bar = |bar: &super::BoardBar| Bar {
            name: (&bar.name).into(),
            said: (&bar.said).into(),
            pieces: bar.pieces.iter().map(|piece| (tone(piece.fill), piece.value)).collect(),
        };
        Chart {
            title: (&chart.title).into(),
            under: under.join(" · ").into(),
            legend: chart.legend.iter().map(|step| (tone(step.fill), (&step.label).into())).collect(),
            bars: chart.bars.iter().map(bar).collect(),
        }
    }
}

/// The numbers of a chart: bar, piece, number as it is told.
fn lines(chart: &BoardChart) -> Vec<Vec<String>> {
    let each = chart.bars.iter().flat_map(|bar| bar.pieces.iter().map(move |piece| (bar, piece)));
    let each = each.map(|(bar, piece)| vec![bar.name.clone(), piece.label.clone(), piece.said.clone()]);
    std::iter::once(vec![chart.title.clone()]).chain(each).collect()
}

const fn tone(fill: Fill) -> Tone {
    match fill {
        Fill::None => Tone::Outline,
        Fill::Hatch => Tone::Striped,
        Fill::Late => Tone::Late,
        Fill::Q2 => Tone::Light,
        Fill::Q3 => Tone::Middle,
        Fill::Q4 => Tone::Dark,
        Fill::Q5 => Tone::Darkest,
    }
}
