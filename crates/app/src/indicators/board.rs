//! The indicators as the window shows them: in words, by family, as of a day.

use resguardo_domain::value::PartialDate;
use resguardo_language::Args;
use resguardo_mechanism::indicator::{Answer, Definition, Definitions, Figure, Published};
use serde::Serialize;

use super::concerns::Concerns;
pub use super::said::FigureSaid;
use super::said::Saying;
use crate::boards::BoardMonths;
use crate::error::AppError;
use crate::session::Session;
use crate::titles::Titles;

/// The families of indicators, in the order in which they stand.
const FAMILIES: [&str; 11] = [
    "access",
    "time",
    "measures",
    "organs",
    "staff",
    "money",
    "coordination",
    "justice",
    "aggression",
    "prevention",
    "dissemination",
];

/// Companions that are so many for one, not a part of a whole.
const RATIOS: [&str; 3] = ["for_each", "new_a_month", "per_month"];

/// One indicator.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct BoardLine {
    /// `I01` to `I50`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What is counted, with its article.
    pub basis: String,
    /// From one's own records.
    pub own: FigureSaid,
    /// What others published.
    pub official: Vec<FigureSaid>,
    /// What is counted beside it, of one's own records.
    pub beside: Vec<Companion>,
}

/// A figure that stands beside an indicator: the same question asked more narrowly.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Companion {
    /// What it counts.
    pub label: String,
    /// The figure.
    pub figure: FigureSaid,
}

/// Indicators about one thing.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct BoardFamily {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub label: String,
    /// Its indicators.
    pub lines: Vec<BoardLine>,
}

/// Every indicator as of a day.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Board {
    /// The day.
    pub as_of: String,
    /// The day in words.
    pub as_of_said: String,
    /// The nearest earlier day on which something is dated.
    pub before: Option<String>,
    /// The nearest later one.
    pub after: Option<String>,
    /// How many have figures.
    pub sentence: String,
    /// The indicators.
    pub families: Vec<BoardFamily>,
    /// What is said to be wrong and still stands.
    pub concerns: Concerns,
    /// The sessions of the Board month by month.
    pub months: Option<BoardMonths>,
}

impl Session {
    /// Every indicator in words, as of a day as somebody types it; an empty text is today.
    ///
    /// # Errors
    /// [`AppError::NotADate`].
    pub fn indicator_board(&self, as_of: &str) -> Result<Board, AppError> {
        let day = super::day_typed(as_of)?;
        let snapshot = self.snapshot();
        let counted = self.counted(&snapshot);
        let definitions = Definitions::builtin();
        let answers = counted.all(day, None);
        let words = self.words();
        let saying = Saying { words: &words, schema: &self.schema, lang: self.lang };
        let titles = self.titles(&snapshot);
        let mut lines: Vec<(&Definition, BoardLine)> = Vec::new();
        for answer in answers.iter() {
            if let Some(definition) = definitions.of(answer.id) {
                lines.push((definition, self.board_line(definition, answer, &saying, &titles)));
            }
        }
        let count = |has: &dyn Fn(&BoardLine) -> bool| {
            u64::try_from(lines.iter().filter(|(_, line)| has(line)).count()).unwrap_or_default()
        };
        let args = Args::new()
            .count("own", count(&|line| line.own.state == "told"))
            .count("official", count(&|line| !line.official.is_empty()));
        let sentence = words.say("indicators-sentence", &args);
        let families = FAMILIES.iter().map(|family| BoardFamily {
            id: family,
            label: words.plain(&format!("indicators-family-{family}")),
            lines: lines.iter().filter(|(of, _)| of.family == *family).map(|(_, line)| line.clone()).collect(),
        });
        let (before, after) = counted.near(day);
        Ok(Board {
            as_of: day.to_string(),
            as_of_said: words.date(&PartialDate::day(day), None),
            before,
            after,
            sentence,
            families: families.collect(),
            concerns: self.concerns(&snapshot, &counted, day),
            months: self.board_months(&snapshot, day),
        })
    }

    fn board_line(
        &self,
        definition: &Definition,
        answer: &Answer,
        saying: &Saying<'_>,
        titles: &Titles<'_>,
    ) -> BoardLine {
        let names = |ids: &[resguardo_domain::id::RecordId]| {
            let names: Vec<String> = ids.iter().filter_map(|id| titles.by_id(*id)).collect();
            saying.words.list(&names)
        };
        // Where two figures answer one question, each says what it counts.
        let several = answer.official.len() > 1;
        let official = |(at, one): (usize, &Published)| {
            let title = if several { self.metric_title(one, titles) } else { String::new() };
            let who = if one.holders.is_empty() { names(&one.sources) } else { names(&one.holders) };
            saying.published(&definition.unit, one, at, (&title, &who))
        };
        BoardLine {
            id: definition.id.clone(),
            label: definition.label(self.lang).to_owned(),
            basis: saying.words.plain(&format!("indicators-basis-{}", definition.id.to_lowercase())),
            own: saying.own(&definition.unit, &answer.own),
            official: answer.official.iter().enumerate().map(official).collect(),
            beside: answer.beside.iter().filter_map(|(key, figure)| companion(saying, key, figure)).collect(),
        }
    }

    /// What a published figure counts, in its own words.
    fn metric_title(&self, one: &Published, titles: &Titles<'_>) -> String {
        let row = one.records.first().and_then(|id| titles.snapshot.row(*id));
        row.map(|row| self.cells(titles.snapshot).text(&row, "what")).unwrap_or_default()
    }
}

/// A companion in words; none where it tells nothing.
fn companion(saying: &Saying<'_>, key: &str, figure: &Figure) -> Option<Companion> {
    let said = saying.own(unit_beside(key, figure), figure);
    let label = saying.words.plain(&format!("indicators-beside-{}", key.replace('_', "-")));
    let figure = FigureSaid { which: format!("beside-{key}"), ..said };
    (figure.state == "told").then_some(Companion { label, figure })
}

/// What a companion of an indicator counts: it need not be what the indicator counts.
pub(super) fn unit_beside(key: &str, figure: &Figure) -> &'static str {
    match (figure.denominator, figure.spread.is_some()) {
        (_, true) => "days",
        (Some(_), _) if RATIOS.contains(&key) => "ratio",
        (Some(_), _) => "percent",
        (None, _) => "count",
    }
}
