//! Agreed calls on a sheet to carry. It names neither the organisation nor the program, and says nothing of why.

use resguardo_domain::calls::{Call, CallSheet, Card, PlanStep, later, steps};
use resguardo_domain::disclosure::Disclosed;
use resguardo_domain::handover::{Party, Said};
use resguardo_domain::value::PartialDate;
use resguardo_language::{Args, Language, Words};
use typst::foundations::{Dict, IntoValue, Value};
use typst_layout::PagedDocument;

use crate::error::ReportError;
use crate::paper::Paper;
use crate::pdf::data::{dict, list, pairs, text};
use crate::pdf::{laid_out, set};
use crate::text::Text;

/// The page layout.
const LAYOUT: &str = include_str!("../../../assets/templates/calls.typ");

/// The sheet as a PDF file.
///
/// # Errors
/// [`ReportError::NotLaidOut`] when the page layout refuses it.
pub fn call_sheet(sheet: &Disclosed<CallSheet>, paper: Paper, language: Language) -> Result<Vec<u8>, ReportError> {
    set(LAYOUT, content(sheet.get(), paper, language))
}

/// The sheet on its pages.
pub(crate) fn lay_out(
    sheet: &Disclosed<CallSheet>,
    paper: Paper,
    language: Language,
) -> Result<PagedDocument, ReportError> {
    laid_out(LAYOUT, content(sheet.get(), paper, language))
}

fn content(sheet: &CallSheet, paper: Paper, language: Language) -> Dict {
    let words = Words::new(language);
    let plain = |id: &str| text(&words.plain(id).into());
    let heads = ["calls-head-hour", "calls-head-until", "calls-head-called", "calls-head-not", "calls-head-real"];
    let day = sheet.day.map(|day| words.date(&PartialDate::day(day), None)).unwrap_or_default();
    dict([
        ("paper", paper.name().into_value()),
        ("lang", language.lang().id().into_value()),
        ("title", plain("calls-title")),
        ("day", text(&day.into())),
        ("foot", plain("calls-foot")),
        ("none", plain("calls-none")),
        ("head", list(&heads, |id| plain(id))),
        ("cards", list(&sheet.cards, |one| card(one, &words))),
    ])
}

fn card(card: &Card, words: &Words) -> Value {
    let who: Vec<String> = card.who.iter().map(called).collect();
    let length: usize = card.said.iter().map(|said| said.text.len()).sum();
    // What to do is told by the clock where one hour is meant, and by how long after it where several are.
    let only = match card.calls.as_slice() {
        [only] => Some(only.planned.as_str()),
        _ => None,
    };
    pairs([
        ("who", text(&words.list(&who).into())),
        ("times", list(&card.calls, |one| time(one, words))),
        ("parts", list(&card.said, |one| part(one, only, words))),
        ("length", i64::try_from(length).unwrap_or(i64::MAX).into_value()),
    ])
}

fn time(call: &Call, words: &Words) -> Value {
    let said =
        |date: &str| date.parse::<PartialDate>().map_or_else(|_| date.to_owned(), |date| words.date_short(&date));
    let until = call.until.as_deref().map(|until| clock(until).unwrap_or_else(|| said(until)));
    pairs([("at", text(&said(&call.planned).into())), ("until", text(&until.unwrap_or_default().into()))])
}

fn part(said: &Said, only: Option<&str>, words: &Words) -> Value {
    pairs([
        ("label", text(&Text::from(&said.label))),
        ("items", list(&steps(&said.text), |step| item(step, only, words))),
    ])
}

fn item(step: &PlanStep, only: Option<&str>, words: &Words) -> Value {
    let at = step.after_minutes.map(|after| {
        let hour = only.and_then(|planned| later(planned, after)).and_then(|at| clock(&at));
        hour.unwrap_or_else(|| words.say("calls-after", &Args::new().text("length", length(after, words))))
    });
    pairs([("at", text(&at.unwrap_or_default().into())), ("text", text(&Text::from(&step.text)))])
}

/// `18:15` of a moment.
fn clock(moment: &str) -> Option<String> {
    Some(moment.split_once('T')?.1.chars().take(5).collect())
}

/// Minutes, or whole hours.
fn length(minutes: u32, words: &Words) -> String {
    let (id, count) = if minutes >= 60 && minutes.is_multiple_of(60) {
        ("calls-hours", minutes / 60)
    } else {
        ("calls-minutes", minutes)
    };
    words.say(id, &Args::new().count("count", u64::from(count)))
}

fn called(party: &Party) -> String {
    party.name.clone().unwrap_or_else(|| party.code.clone())
}
