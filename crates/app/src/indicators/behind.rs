//! The records behind a number.

use resguardo_domain::id::RecordId;
use resguardo_language::Args;
use resguardo_mechanism::indicator::Definitions;
use serde::Serialize;

use crate::error::AppError;
use crate::folio;
use crate::session::Session;

/// How many of them are told at once.
const MOST: usize = 500;

/// One record behind a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BehindRow {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What its kind is called.
    pub kind_label: String,
    /// Its folio.
    pub folio: String,
    /// What it is.
    pub title: String,
}

/// The records behind a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Behind {
    /// What the number is called.
    pub label: String,
    /// How many there are, in words.
    pub sentence: String,
    /// That not all are told; empty where all are.
    pub more: String,
    /// The first of them.
    pub rows: Vec<BehindRow>,
}

impl Session {
    /// The records behind a figure of an indicator: `own`, `official-0`, or `by/state/20`, its part of one federal entity.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; [`AppError::NoSuchIndicator`].
    pub fn indicator_records(&self, id: &str, which: &str, as_of: &str) -> Result<Behind, AppError> {
        let day = super::day_typed(as_of)?;
        let definitions = Definitions::builtin();
        let definition = definitions.of(id).ok_or_else(|| AppError::NoSuchIndicator { id: id.to_owned() })?;
        let snapshot = self.snapshot();
        let mut counted = self.counted(&snapshot);
        let part = which.strip_prefix("by/").and_then(|part| part.split_once('/'));
        counted.own = part.map(|(by, _)| self.said_in(&snapshot, by)).unwrap_or_default();
        let answer = counted.one(id, day, part.map(|(by, _)| by));
        let ids: Vec<RecordId> = answer.map_or_else(Vec::new, |answer| {
            if let Some((_, value)) = part {
                return answer.groups.get(value).map(|part| part.records.clone()).unwrap_or_default();
            }
            if let Some(key) = which.strip_prefix("beside-") {
                let line = answer.beside.into_iter().find(|(known, _)| *known == key);
                return line.map(|(_, figure)| figure.records).unwrap_or_default();
            }
            match which.strip_prefix("official-").and_then(|at| at.parse::<usize>().ok()) {
                Some(at) => answer.official.get(at).map(|one| one.records.clone()).unwrap_or_default(),
                None => answer.own.records,
            }
        });
        let mut behind = self.behind(definition.label(self.lang).to_owned(), &ids);
        if let Some((by, value)) = part {
            behind.sentence = format!("{}: {}", self.part_label(by, value, day), behind.sentence);
        }
        Ok(behind)
    }

    /// Records behind a number that is called so.
    pub(crate) fn behind(&self, label: String, ids: &[RecordId]) -> Behind {
        let snapshot = self.snapshot();
        let cells = self.cells(&snapshot);
        let rows = ids.iter().take(MOST).filter_map(|id| snapshot.row(*id)).map(|row| BehindRow {
            id: row.id().to_string(),
            kind: row.kind().to_owned(),
            kind_label: self.kind_label(row.kind()),
            folio: folio::of(&self.schema, &row),
            title: cells.title(&row),
        });
        let count = u64::try_from(ids.len()).unwrap_or(u64::MAX);
        let words = self.words();
        Behind {
            label,
            sentence: words.say("indicators-records", &Args::new().count("count", count)),
            more: if ids.len() > MOST { words.plain("board-behind-first") } else { String::new() },
            rows: rows.collect(),
        }
    }
}
