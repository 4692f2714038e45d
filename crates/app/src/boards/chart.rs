//! What is drawn of a board: bars that lie, each made of a few pieces, each piece with its number and its records.

use std::collections::BTreeMap;

use resguardo_domain::value::Value;
use resguardo_language::{Args, number};
use resguardo_vault::Row;
use serde::Serialize;

use super::Behinds;
use super::columns::year;
use super::definition::{Drawing, Fill, Section, Stage};
use super::standing::Reading;
use super::totals::number as whole;

/// The most bars that are drawn; the others are in the table.
const MOST_BARS: usize = 12;

/// Bars that lie below each other.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct BoardChart {
    /// What is drawn, with its unit.
    pub title: String,
    /// All of it in one sentence.
    pub said: String,
    /// What the fillings mean; empty where there is one.
    pub legend: Vec<BoardStep>,
    /// The bars.
    pub bars: Vec<BoardBar>,
}

/// What a filling means.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct BoardStep {
    /// The filling.
    pub fill: Fill,
    /// Its meaning.
    pub label: String,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct BoardBar {
    /// What it is about.
    pub name: String,
    /// What its pieces come to, in words.
    pub said: String,
    /// Its pieces, one after the other.
    pub pieces: Vec<BoardPiece>,
}

/// One piece of a bar.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct BoardPiece {
    /// Which number it is, to open its records.
    pub which: String,
    /// How it is filled.
    pub fill: Fill,
    /// Its length; none where it cannot be told, which is not zero.
    pub value: Option<f64>,
    /// The number in words.
    pub said: String,
    /// What is counted.
    pub label: String,
}

impl<'a> Reading<'a> {
    /// The chart of a section; none where there is nothing to draw.
    pub(super) fn chart(&self, section: &Section, rows: &[Row<'a>], behind: &mut Behinds) -> Option<BoardChart> {
        let drawing = section.chart.as_ref()?;
        let bars = match drawing.by.as_deref() {
            Some("@stage") => self.by_stage(section, rows, behind),
            Some(of) => self.by_value(section, of, rows, behind),
            None => self.by_record(section, drawing, rows, behind),
        };
        if bars.is_empty() {
            return None;
        }
        let each: Vec<String> = bars.iter().map(|bar| format!("{}: {}", bar.name, bar.said)).collect();
        let title = self.cells.words.plain(&format!("boards-chart-{}", section.id));
        let said = format!("{title}. {}", each.join("; "));
        let mut legend = self.legend(section, drawing);
        legend.retain(|step| bars.iter().flat_map(|bar| &bar.pieces).any(|piece| piece.label == step.label));
        Some(BoardChart { legend, title, said, bars })
    }

    fn legend(&self, section: &Section, drawing: &Drawing) -> Vec<BoardStep> {
        match drawing.by.as_deref() {
            Some("@stage") => Vec::new(),
            Some(_) => {
                let step = |stage: &Stage| BoardStep { fill: stage.fill, label: self.stage_name(section, &stage.id) };
                section.stages.iter().map(step).collect()
            }
            None => {
                let step = |piece: &super::definition::Piece| BoardStep {
                    fill: piece.fill,
                    label: self.session.field_label(&section.kind, &piece.field),
                };
                drawing.each.iter().map(step).collect()
            }
        }
    }

    /// One bar for each stage.
    fn by_stage(&self, section: &Section, rows: &[Row<'a>], behind: &mut Behinds) -> Vec<BoardBar> {
        let mut at: BTreeMap<&str, Vec<&Row<'a>>> = BTreeMap::new();
        for row in rows {
            let stage = self.stage(section, row).map_or("", |stage| stage.id.as_str());
            at.entry(stage).or_default().push(row);
        }
        let bar = |stage: &Stage| {
            let rows = at.get(stage.id.as_str())?;
            let name = self.stage_name(section, &stage.id);
            let piece = self.piece((section, &stage.id), (&name, stage.fill), rows, behind);
            Some(BoardBar { name, said: piece.said.clone(), pieces: vec![piece] })
        };
        section.stages.iter().rev().filter_map(bar).collect()
    }

    /// One bar for each value of a field, the most frequent first, taken apart by stage.
    fn by_value(&self, section: &Section, of: &str, rows: &[Row<'a>], behind: &mut Behinds) -> Vec<BoardBar> {
        let mut at: BTreeMap<String, Vec<&Row<'a>>> = BTreeMap::new();
        for row in rows {
            let said = self.said(row, of).filter(|said| !said.values.is_empty());
            let names = said.map_or_else(Vec::new, |said| {
                let one = |value: &Value| self.cells.narrow(said.record, said.field, std::slice::from_ref(value)).text;
                said.values.iter().map(one).filter(|name| !name.is_empty()).collect()
            });
            let names = if names.is_empty() { vec![self.cells.words.plain("boards-nobody")] } else { names };
            for name in names {
                at.entry(name).or_default().push(row);
            }
        }
        let mut values: Vec<(String, Vec<&Row<'a>>)> = at.into_iter().collect();
        values.sort_by_key(|(name, rows)| (std::cmp::Reverse(rows.len()), name.clone()));
        let mut bar = |(name, rows): (String, Vec<&Row<'a>>)| {
            let mut pieces = Vec::new();
            for stage in &section.stages {
                let own: Vec<&Row<'a>> = rows
                    .iter()
                    .filter(|row| self.stage(section, row).is_some_and(|one| one.id == stage.id))
                    .copied()
                    .collect();
                if !own.is_empty() {
                    let label = self.stage_name(section, &stage.id);
                    let which = format!("{name}/{}", stage.id);
                    pieces.push(self.piece((section, &which), (&label, stage.fill), &own, behind));
                }
            }
            if section.stages.is_empty() {
                pieces.push(self.piece((section, &name), (&name, Fill::Q3), &rows, behind));
            }
            let told: Vec<String> = pieces.iter().map(|piece| format!("{} {}", piece.label, piece.said)).collect();
            let only = pieces.first().filter(|_| section.stages.is_empty());
            let said = only.map_or_else(|| told.join(", "), |piece| piece.said.clone());
            BoardBar { name, said, pieces }
        };
        values.into_iter().take(MOST_BARS).map(&mut bar).collect()
    }

    fn piece(
        &self,
        (section, which): (&Section, &str),
        (label, fill): (&str, Fill),
        rows: &[&Row<'a>],
        behind: &mut Behinds,
    ) -> BoardPiece {
        let which = format!("{}/chart/{which}", section.id);
        behind.insert(which.clone(), (label.to_owned(), rows.iter().map(|row| row.id()).collect()));
        let sum = section.chart.as_ref().and_then(|drawing| Some((drawing.sum.as_ref()?, drawing.otherwise)));
        let adds = |row: &&Row<'a>| sum.map_or(1, |(field, otherwise)| whole(&row.values(field)).unwrap_or(otherwise));
        let total: i64 = rows.iter().map(adds).sum();
        let said = number::count(u64::try_from(total).unwrap_or_default());
        BoardPiece { which, fill, value: long(total), said, label: label.to_owned() }
    }

    /// One bar for each record, or for each of its numbers.
    fn by_record(&self, section: &Section, drawing: &Drawing, rows: &[Row<'a>], behind: &mut Behinds) -> Vec<BoardBar> {
        let mut bars = Vec::new();
        for row in rows.iter().take(MOST_BARS) {
            let name = drawing.name.as_ref().and_then(|of| self.said(row, of));
            let name = name.map(|said| {
                let text = || self.cells.narrow(said.record, said.field, &said.values).text;
                year(&said.values).unwrap_or_else(text)
            });
            let name = name.unwrap_or_default();
            let mut pieces = Vec::new();
            for piece in &drawing.each {
                let Some(said) = self.said(row, &piece.field) else { continue };
                let label = said.field.label.get(self.session.lang).to_owned();
                let value = said.values.iter().find_map(length);
                let cell = self.cells.narrow(said.record, said.field, &said.values);
                let words =
                    if said.values.is_empty() { self.cells.words.plain("indicators-no-value") } else { cell.text };
                let which = format!("{}/chart/{}/{}", section.id, row.id(), piece.field);
                behind.insert(which.clone(), (label.clone(), vec![row.id()]));
                pieces.push(BoardPiece { which, fill: piece.fill, value, said: words, label });
            }
            if drawing.apart {
                let apart = |piece: BoardPiece| {
                    let args = Args::new().text("name", &name).text("what", &piece.label);
                    let name = self.cells.words.say("boards-bar", &args);
                    BoardBar { name, said: piece.said.clone(), pieces: vec![piece] }
                };
                bars.extend(pieces.into_iter().map(apart));
            } else {
                let told: Vec<String> = pieces.iter().map(|piece| format!("{} {}", piece.label, piece.said)).collect();
                bars.push(BoardBar { name, said: told.join(", "), pieces });
            }
        }
        bars
    }
}

/// How long a bar of a number is.
fn length(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => i64::try_from(number.scaled() / 1_000_000_000).ok().and_then(long),
        Value::Money(money) => long(money.minor / 100),
        _ => None,
    }
}

fn long(number: i64) -> Option<f64> {
    serde_json::Number::from(number).as_f64()
}
