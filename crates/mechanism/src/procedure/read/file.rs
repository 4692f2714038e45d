//! The files as they are written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use resguardo_domain::catalogue::Label;
use serde::Deserialize;

use super::super::limit::{Exception, Limit};
use super::super::stage::{LastDay, Owed, RunsFrom, Valid, Which};
use super::super::{Actor, Course, DocumentKind, EventType, NotHeld, Permitted, Source, Table};
use crate::clock::{OfLaw, Path, SubjectKind, Telling};

/// What an event must be about: key and the values that count.
pub(super) type About = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
pub(super) struct EventsFile {
    pub(super) events: Vec<EventType>,
}

#[derive(Deserialize)]
pub(super) struct ActorsFile {
    pub(super) actors: Vec<Actor>,
}

#[derive(Deserialize)]
pub(super) struct KindsFile {
    pub(super) document_kinds: Vec<DocumentKind>,
}

#[derive(Deserialize)]
pub(super) struct CalendarsFile {
    pub(super) zone: String,
    pub(super) tables: Vec<Table>,
}

#[derive(Deserialize)]
pub(super) struct RecordsFile {
    pub(super) records: Vec<Telling>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CoursesFile {
    pub(super) courses: Vec<Course>,
    pub(super) permitted: Vec<Permitted>,
}

#[derive(Deserialize)]
pub(super) struct LawFile {
    pub(super) law: String,
    pub(super) es: String,
    pub(super) en: String,
    #[serde(default)]
    pub(super) sources: Vec<Source>,
    #[serde(default)]
    pub(super) not_held: Vec<NotHeld>,
    /// Stages of earlier laws that this one ended.
    #[serde(default)]
    pub(super) ends: Vec<EndFile>,
    #[serde(default)]
    pub(super) events: Vec<OfLaw>,
    pub(super) procedures: Vec<ProcedureFile>,
}

#[derive(Clone, Deserialize)]
pub(super) struct EndFile {
    pub(super) stage: String,
    pub(super) on: NaiveDate,
    pub(super) note: Option<Label>,
}

#[derive(Deserialize)]
pub(super) struct ProcedureFile {
    pub(super) id: String,
    pub(super) es: String,
    pub(super) en: String,
    pub(super) articles: String,
    pub(super) subject: SubjectKind,
    pub(super) path: Option<Path>,
    pub(super) kind_key: Option<String>,
    pub(super) stopped_by: Option<Vec<OccurrenceFile>>,
    #[serde(default)]
    pub(super) notice_effects: Vec<NoticeFile>,
    pub(super) stages: Vec<StageFile>,
}

#[derive(Deserialize)]
pub(super) struct NoticeFile {
    pub(super) id: String,
    #[serde(default)]
    pub(super) readings: Vec<NoticeReadingFile>,
}

#[derive(Deserialize)]
pub(super) struct NoticeReadingFile {
    pub(super) id: String,
    pub(super) es: String,
    pub(super) en: String,
    pub(super) effect: EffectFile,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum EffectFile {
    NextCalendarDay,
    NextWorkingDay,
}

#[derive(Deserialize)]
pub(super) struct OccurrenceFile {
    pub(super) event: String,
    #[serde(default)]
    pub(super) about: About,
    #[serde(default)]
    pub(super) must_say: Vec<String>,
    pub(super) es: Option<String>,
    pub(super) en: Option<String>,
    pub(super) unless_recorded: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct StageFile {
    pub(super) id: String,
    pub(super) es: String,
    pub(super) en: String,
    pub(super) article: String,
    pub(super) quote_es: String,
    #[serde(default)]
    pub(super) verified: bool,
    pub(super) responsible: String,
    pub(super) clock_start: String,
    #[serde(default)]
    pub(super) about_start: About,
    #[serde(default)]
    pub(super) alternative_starts: Vec<OccurrenceFile>,
    pub(super) clock_end: String,
    #[serde(default)]
    pub(super) clock_end_alternatives: Vec<String>,
    #[serde(default)]
    pub(super) about: About,
    #[serde(default)]
    pub(super) every: About,
    #[serde(default)]
    pub(super) must_say: Vec<String>,
    pub(super) per: Option<String>,
    pub(super) for_each: Option<String>,
    #[serde(default)]
    pub(super) for_each_except: Vec<String>,
    #[serde(default)]
    pub(super) starts: Which,
    pub(super) only_if: Option<String>,
    #[serde(default)]
    pub(super) owed: Owed,
    pub(super) limit: Limit,
    #[serde(default)]
    pub(super) exceptions: Vec<Exception>,
    #[serde(default)]
    pub(super) readings: Vec<ReadingFile>,
    pub(super) notice_effect: Option<String>,
    pub(super) ambiguity: Option<Label>,
    pub(super) condition: Option<Label>,
    #[serde(default)]
    pub(super) notes: Vec<Label>,
    pub(super) valid: Valid,
    #[serde(default)]
    pub(super) joint_with: Vec<String>,
    pub(super) supplementary_limit: Option<SupplementaryFile>,
    pub(super) answer_term: Option<AnswerTermFile>,
    pub(super) filing_date: Option<FilingFile>,
    #[serde(default)]
    pub(super) effects: Vec<EffectOfStageFile>,
}

#[derive(Deserialize)]
pub(super) struct FilingFile {
    pub(super) moves: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct EffectOfStageFile {
    #[serde(default)]
    pub(super) suspends: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct ReadingFile {
    pub(super) id: String,
    pub(super) es: Option<String>,
    pub(super) en: Option<String>,
    pub(super) start: Option<String>,
    #[serde(default)]
    pub(super) about: About,
    pub(super) hours: Option<HoursFile>,
    #[serde(default)]
    pub(super) default: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum HoursFile {
    Elapsed,
    WorkingDaysOnly,
}

#[derive(Deserialize)]
pub(super) struct SupplementaryFile {
    pub(super) value: u32,
    pub(super) unit: super::super::Unit,
    pub(super) calendar: Option<String>,
    pub(super) start: String,
    pub(super) article: String,
    pub(super) quote_es: String,
    pub(super) wording: Label,
    pub(super) valid: Valid,
    #[serde(default)]
    pub(super) readings: Vec<SupplementaryReadingFile>,
    #[serde(default)]
    pub(super) exceptions: Vec<SupplementaryExceptionFile>,
    pub(super) certificate: Option<CertificateFile>,
}

#[derive(Deserialize)]
pub(super) struct SupplementaryReadingFile {
    pub(super) id: String,
    pub(super) limit: Option<Limit>,
    #[serde(default)]
    pub(super) runs_from: RunsFrom,
    #[serde(default)]
    pub(super) last_day: LastDay,
    #[serde(default)]
    pub(super) default: bool,
}

#[derive(Deserialize)]
pub(super) struct SupplementaryExceptionFile {
    pub(super) procedure: Path,
}

#[derive(Deserialize)]
pub(super) struct CertificateFile {
    #[serde(flatten)]
    pub(super) limit: Limit,
    pub(super) start: String,
}

#[derive(Deserialize)]
pub(super) struct AnswerTermFile {
    pub(super) start: String,
    pub(super) end: String,
    pub(super) minimum: Limit,
    pub(super) article: String,
}
