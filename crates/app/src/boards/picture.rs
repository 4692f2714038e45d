//! A chart of a board as a picture with its numbers as a table, at a place the person names.

use std::path::Path;

use resguardo_domain::schema::DisclosureLevel;
use resguardo_language::Args;
use resguardo_report::{Bar, Chart, Tone, svg};

use super::{BoardAsk, BoardChart, BoardSection, Fill, OneBoard};
use crate::departures::Departure;
use crate::error::AppError;
use crate::export::beside;
use crate::import::write_out;
use crate::outgoing::Left;
use crate::session::Session;

impl Session {
    /// Writes the chart of a section of a board as SVG, and its numbers beside it as CSV. It is written down as everything
    /// that leaves.
    ///
    /// # Errors
    /// As [`Session::board`]; a file cannot be written.
    pub fn board_chart_save(&self, ask: &BoardAsk, section: &str, file: &Path) -> Result<Option<Left>, AppError> {
        let (board, behind) = self.board_with_records(ask)?;
        let drawn = board.sections.iter().find(|one| one.id == section);
        let Some((section, chart)) = drawn.and_then(|one| Some((one, one.chart.as_ref()?))) else { return Ok(None) };
        let picture = svg(&self.chart(&board, section, chart));
        write_out(file, picture.as_bytes())?;
        write_out(&beside(file, "table"), &table(chart))?;
        let pieces = chart.bars.iter().flat_map(|bar| &bar.pieces);
        let records: std::collections::BTreeSet<_> =
            pieces.filter_map(|piece| behind.get(&piece.which)).flat_map(|(_, records)| records).collect();
        let filters = ask.filters.iter().map(|filter| format!("{}={}", filter.field, filter.value));
        self.note_departure(&Departure {
            event: "export",
            file,
            bytes: picture.as_bytes(),
            kind: &section.kind,
            format: "svg",
            level: DisclosureLevel::Full,
            query: std::iter::once(format!("{}/{} {}", board.id, section.id, board.as_of)).chain(filters).collect(),
            records: records.len(),
        })?;
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Some(Left { file: name, rows: records.len() }))
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
fn table(chart: &BoardChart) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut written = writer.write_record([chart.title.as_str(), "", ""]);
    for (bar, piece) in chart.bars.iter().flat_map(|bar| bar.pieces.iter().map(move |piece| (bar, piece))) {
        written = written.and_then(|()| writer.write_record([&bar.name, &piece.label, &piece.said]));
    }
    // Writing to memory cannot fail.
    written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
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
