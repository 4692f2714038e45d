//! Reads the files of `assets/procedures` and ties their names together.

mod file;
mod join;

use std::collections::BTreeMap;

use chrono_tz::Tz;
use resguardo_domain::catalogue::Label;
use serde::de::DeserializeOwned;

use self::file::{ActorsFile, CalendarsFile, CoursesFile, EventsFile, KindsFile, LawFile, ProcedureFile, RecordsFile};
use self::join::{Links, Names};
use super::{EventId, Law, Procedure, Procedures, ProceduresError};

/// Reads all files; those that are no list are laws, in the order given.
pub(super) fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Procedures, ProceduresError> {
    let mut laws = Vec::new();
    let (mut events, mut actors, mut kinds, mut calendars) = (None, None, None, None);
    let mut tellings = Vec::new();
    let mut drawn = CoursesFile::default();
    for (name, text) in files {
        match name.strip_suffix(".json").unwrap_or(name) {
            "events" => events = Some(parse::<EventsFile>(name, text)?.events),
            "actors" => actors = Some(parse::<ActorsFile>(name, text)?.actors),
            "document_kinds" => kinds = Some(parse::<KindsFile>(name, text)?.document_kinds),
            "calendars" => calendars = Some(parse::<CalendarsFile>(name, text)?),
            "records" => tellings = parse::<RecordsFile>(name, text)?.records,
            "courses" => drawn = parse::<CoursesFile>(name, text)?,
            _ => laws.push(parse::<LawFile>(name, text)?),
        }
    }
    let events = events.ok_or_else(|| missing("events"))?;
    let CalendarsFile { zone, tables: mut calendar_tables } = calendars.ok_or_else(|| missing("calendars"))?;
    calendar_tables.iter_mut().for_each(super::Table::prepare);
    let mut by_name = BTreeMap::new();
    for (place, event) in events.iter().enumerate() {
        let id = u16::try_from(place).map_err(|_many| missing("events"))?;
        by_name.insert(event.id.clone(), EventId(id));
    }
    let mut whole = Procedures {
        laws: Vec::new(),
        procedures: Vec::new(),
        events,
        by_name,
        actors: actors.ok_or_else(|| missing("actors"))?,
        document_kinds: kinds.ok_or_else(|| missing("document_kinds"))?,
        tables: calendar_tables,
        tellings,
        courses: drawn.courses,
        permitted: drawn.permitted,
        zone: zone.parse::<Tz>().map_err(|_unknown| missing("zone"))?,
    };
    let mut links = Links::default();
    for law in laws {
        links.note(&whole, &law)?;
        add_law(&mut whole, law)?;
    }
    join::close(&mut whole, &links)?;
    Ok(whole)
}

fn add_law(whole: &mut Procedures, file: LawFile) -> Result<(), ProceduresError> {
    let place = whole.laws.len();
    whole.laws.push(Law {
        id: file.law,
        label: Label { es: file.es, en: file.en },
        sources: file.sources,
        not_held: file.not_held,
        events: file.events,
    });
    for text in file.procedures {
        let earlier = whole.procedures.iter().find(|known| known.id == text.id);
        let kept = earlier.map(|known| known.stopped_by.clone()).unwrap_or_default();
        let procedure = procedure(whole, text, place, kept)?;
        whole.procedures.push(procedure);
    }
    Ok(())
}

/// A reform's procedure that says nothing of what stops it keeps what the earlier one said.
fn procedure(
    whole: &Procedures,
    text: ProcedureFile,
    law: usize,
    kept: Vec<super::Occurrence>,
) -> Result<Procedure, ProceduresError> {
    let names = Names { whole, notices: &text.notice_effects, scope: &text.id };
    let stopped_by = match text.stopped_by {
        Some(said) => said.into_iter().map(|one| names.occurrence(one)).collect::<Result<_, _>>()?,
        None => kept,
    };
    let mut stages = Vec::with_capacity(text.stages.len());
    for stage in text.stages {
        stages.push(names.stage(stage)?);
    }
    Ok(Procedure {
        id: text.id,
        label: Label { es: text.es, en: text.en },
        articles: text.articles,
        subject: text.subject,
        path: text.path,
        kind_key: text.kind_key,
        stopped_by,
        stages,
        law,
    })
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, ProceduresError> {
    serde_json::from_str(text).map_err(|reason| ProceduresError::Shape { file: file.to_owned(), reason })
}

fn missing(what: &str) -> ProceduresError {
    ProceduresError::Stage { stage: what.to_owned(), reason: "missing".to_owned() }
}
