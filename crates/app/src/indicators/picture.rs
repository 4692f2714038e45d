//! What is drawn of an indicator by half years, and the map of the federal entities, as pictures that leave.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use resguardo_domain::id::RecordId;
use resguardo_domain::value::PartialDate;
use resguardo_language::Args;
use resguardo_mechanism::indicator::Definitions;
use resguardo_report::{Bar, Chart, Country, Entity, Tone, country_svg, svg};
use serde::Deserialize;

use super::states::{StateLine, States};
use crate::drawings::Drawing;
use crate::error::AppError;
use crate::outgoing::Left;
use crate::session::Session;

/// The shape of one entity, and where its letters stand.
#[derive(Deserialize)]
struct Shape {
    d: String,
    at: Option<(f64, f64)>,
    from: Option<(f64, f64)>,
    near: Option<(f64, f64)>,
}

/// The shapes by INEGI code, the same that the window draws.
static SHAPES: LazyLock<BTreeMap<String, Shape>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../../assets/map/mexico.json")).unwrap_or_default());

/// A count so small that it is covered where it leaves.
const FEW: &str = "hatch";

impl Session {
    /// Writes the half years of an indicator as SVG, and their numbers beside it as CSV; nothing where there are none.
    ///
    /// # Errors
    /// As [`Session::indicator_trends`]; a file cannot be written.
    pub fn indicator_trend_save(&self, id: &str, as_of: &str, file: &Path) -> Result<Option<Left>, AppError> {
        let day = super::day_typed(as_of)?;
        let trend = self.indicator_trends(as_of)?.into_iter().find(|trend| trend.id == id);
        let definition = Definitions::builtin().of(id);
        let Some((trend, definition)) = trend.filter(|trend| !trend.points.is_empty()).zip(definition) else {
            return Ok(None);
        };
        let words = self.words();
        let name = format!("{id} {}", definition.label(self.lang));
        let date =
            words.say("boards-picture-under", &Args::new().text("date", words.date(&PartialDate::day(day), None)));
        let basis = words.plain(&format!("indicators-basis-{}", id.to_lowercase()));
        let under = [Some(date), Some(basis), trend.limit_said.clone()];
        let bars = trend.points.iter().map(|point| Bar {
            name: (&point.day).into(),
            said: (&point.said).into(),
            pieces: vec![(Tone::Middle, point.value)],
        });
        let chart = Chart {
            title: (&name).into(),
            under: under.into_iter().flatten().collect::<Vec<_>>().join(" · ").into(),
            legend: Vec::new(),
            bars: bars.collect(),
        };
        let mut lines = vec![vec![name]];
        lines.extend(trend.points.iter().map(|point| vec![point.day.clone(), point.said.clone()]));
        let records = self.counted(&self.snapshot()).one(id, day, None).map(|answer| answer.own.records);
        let drawing = Drawing {
            picture: svg(&chart),
            lines,
            query: vec![format!("{id} {day}")],
            records: records.unwrap_or_default().into_iter().collect(),
        };
        self.drawing_save(drawing, file).map(Some)
    }

    /// Writes the map of the federal entities as SVG, and its table beside it as CSV. Counts of one to four are covered.
    ///
    /// # Errors
    /// As [`Session::indicator_states`]; a file cannot be written.
    pub fn indicator_states_save(&self, topic: &str, as_of: &str, file: &Path) -> Result<Left, AppError> {
        let states = self.indicator_states(topic, as_of)?;
        let words = self.words();
        let few = words.plain("states-few");
        let cells = |state: &StateLine| {
            let told = state.cells.iter().map(|cell| if state.fill == FEW { few.clone() } else { cell.text.clone() });
            [state.code.clone(), state.name.clone()].into_iter().chain(told).collect()
        };
        let heads = ["states-code", "states-name"].map(|id| words.plain(id)).into_iter();
        let mut lines: Vec<Vec<String>> = vec![vec![states.sentence.clone(), states.caveat.clone()]];
        lines.push(heads.chain(states.columns.iter().cloned()).collect());
        lines.extend(states.states.iter().map(cells));
        let records = self.behind_states(&states)?;
        let drawing = Drawing {
            picture: country_svg(&self.country(&states)),
            lines,
            query: vec![format!("{} {}", states.topic, states.as_of)],
            records,
        };
        self.drawing_save(drawing, file)
    }

    fn country(&self, states: &States) -> Country {
        let words = self.words();
        let entity = |state: &StateLine| {
            let shape = SHAPES.get(&state.code)?;
            let (at, from, near) = (shape.at, shape.from, shape.near);
            Some(Entity {
                outline: shape.d.clone(),
                tone: tone(state.fill),
                short: (&state.short).into(),
                at,
                from,
                near,
            })
        };
        let date = words.say("boards-picture-under", &Args::new().text("date", &states.as_of_said));
        let whose = words.plain(if states.official { "states-official-mark" } else { "states-own-mark" });
        let legend =
            states.legend.iter().map(|step| (tone(step.fill), format!("{} {}", step.label, step.count).into()));
        Country {
            title: (&states.sentence).into(),
            under: format!("{date} · {whose} · {}", states.caveat).into(),
            credit: words.plain("states-credit").into(),
            legend: legend.collect(),
            entities: states.states.iter().filter_map(entity).collect(),
        }
    }

    /// The records behind the figures of every entity.
    fn behind_states(&self, states: &States) -> Result<BTreeSet<RecordId>, AppError> {
        let day = super::day_typed(&states.as_of)?;
        let answer = self.counted(&self.snapshot()).one(&states.indicator, day, Some("state"));
        let groups = answer.map(|answer| answer.groups).unwrap_or_default();
        Ok(groups.into_values().flat_map(|figure| figure.records).collect())
    }
}

fn tone(fill: &str) -> Tone {
    match fill {
        FEW => Tone::Striped,
        "care" => Tone::Care,
        "q2" => Tone::Light,
        "q3" => Tone::Middle,
        "q4" => Tone::Dark,
        "q5" => Tone::Darkest,
        "blank" => Tone::Blank,
        _ => Tone::Outline,
    }
}
