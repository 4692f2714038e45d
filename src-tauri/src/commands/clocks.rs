//! The clocks of a record, how each was counted, and the steps that turn them.

use resguardo_app::bulk::Undoable;
use resguardo_app::clocks::{Count, RecordClocks, StepChoice, StepInput};
use resguardo_app::message::Failure;
use tauri::{AppHandle, State};

use super::tell_all;
use crate::desk::Desk;

/// The clocks of a record as of a day as it is typed; an empty text is now.
///
/// # Errors
/// Not a date; the record is not there; the vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn record_clocks(desk: State<'_, Desk>, id: String, as_of: String) -> Result<RecordClocks, Failure> {
    desk.with(|session| session.record_clocks(&id, &as_of))
}

/// How the last day of one clock was counted.
///
/// # Errors
/// As [`record_clocks`]; no such clock.
#[tauri::command(async)]
#[specta::specta]
pub fn clock_count(desk: State<'_, Desk>, id: String, as_of: String, clock: String) -> Result<Count, Failure> {
    desk.with(|session| session.clock_count(&id, &as_of, &clock))
}

/// The steps that can be written down of a record.
///
/// # Errors
/// The record is not there; the vault is locked.
#[tauri::command(async)]
#[specta::specta]
pub fn step_choices(desk: State<'_, Desk>, id: String, query: String) -> Result<Vec<StepChoice>, Failure> {
    desk.with(|session| session.step_choices(&id, &query))
}

/// Writes a step down, with the document that proves it.
///
/// # Errors
/// Not a date; no such step or document; the vault cannot be written.
#[tauri::command(async)]
#[specta::specta]
pub fn step_record(app: AppHandle, desk: State<'_, Desk>, id: String, input: StepInput) -> Result<Undoable, Failure> {
    tell_all(&app, desk.with(|session| session.step_record(&id, &input)))
}
