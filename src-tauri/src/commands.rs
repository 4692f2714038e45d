//! What the page may call. A command names its types, calls one service and returns; it decides nothing.

pub mod application;
pub mod attachments;
pub mod boards;
pub mod calendar;
pub mod calls;
pub mod clocks;
pub mod desk;
pub mod exports;
pub mod fields;
pub mod handover;
pub mod ics;
pub mod imports;
pub mod indicators;
pub mod kinds;
pub mod lists;
pub mod records;
pub mod search;
pub mod settings;
pub mod today;
pub mod vault;

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager};
use tauri_specta::{Commands, Event, Events, collect_commands, collect_events};

use crate::desk::Desk;

/// Records were written: open lists and pages read again.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub struct Changed {
    /// The kinds touched.
    pub kinds: Vec<String>,
    /// The records touched; empty when too many to name.
    pub ids: Vec<String>,
}

/// How far a long piece of work is.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub struct Progress {
    /// Which work: `import`, `verify`, `copy`, `demonstration`.
    pub job: String,
    /// How many are done.
    pub done: u32,
    /// Of how many.
    pub total: u32,
    /// Whether it ended.
    pub ended: bool,
}

impl Progress {
    /// How far a piece of work is.
    pub(crate) fn of(job: &str, done: usize, total: usize) -> Self {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self { job: job.to_owned(), done: count(done), total: count(total), ended: done >= total }
    }
}

/// Files were dropped on the window and wait in Rust.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub struct Dropped {
    /// How many.
    pub count: u32,
}

/// Every command. `build.rs` reads the names from here for the access list.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one line a command")]
pub fn all() -> Commands<tauri::Wry> {
    collect_commands![
        vault::entrance,
        vault::set_appearance,
        vault::passphrase_strength,
        vault::passphrase_suggest,
        vault::keyfile_choose,
        vault::keyfile_choose_next,
        vault::keyfile_make,
        vault::vault_create,
        vault::words_sheet,
        vault::words_check,
        vault::vault_confirm,
        vault::vault_forget,
        vault::unlock,
        vault::unlock_with_words,
        calendar::closed_days,
        calendar::closed_day_add,
        calendar::closed_day_remove,
        clocks::record_clocks,
        clocks::clock_count,
        clocks::step_choices,
        clocks::step_record,
        desk::desk,
        desk::desk_keep,
        desk::touch,
        desk::lock,
        desk::write_as,
        kinds::kinds,
        kinds::terms,
        kinds::date_understood,
        kinds::references,
        fields::own,
        fields::field_add,
        fields::field_rename,
        fields::field_retire,
        fields::term_add,
        fields::term_rename,
        fields::term_retire,
        lists::list_page,
        lists::list_foot,
        lists::list_ids,
        lists::list_neighbours,
        lists::filter_values,
        lists::views,
        lists::view_save,
        lists::view_forget,
        lists::bulk_edit,
        lists::bulk_add,
        lists::bulk_status,
        lists::undo,
        search::search,
        application::application_page,
        attachments::files,
        attachments::files_add,
        attachments::files_dropped,
        attachments::file_picture,
        attachments::file_save,
        attachments::file_redact,
        imports::import_open,
        imports::import_dropped,
        imports::import_arrange,
        imports::import_column,
        imports::import_values,
        imports::import_value,
        imports::import_check,
        imports::import_fix,
        imports::import_problems_save,
        imports::import_run,
        imports::import_stop,
        imports::import_close,
        imports::import_batches,
        imports::import_undo,
        imports::mapping_save,
        imports::mapping_use,
        boards::board,
        boards::board_rows,
        boards::board_records,
        boards::board_chart_save,
        indicators::indicators,
        indicators::indicator_trends,
        indicators::indicator_records,
        indicators::indicator_states,
        indicators::indicator_parts,
        indicators::indicator_trend_save,
        indicators::indicator_states_save,
        settings::settings_save,
        settings::writer_add,
        settings::writer_retire,
        settings::passphrase_change,
        settings::words_new,
        settings::words_new_confirm,
        settings::archive_verify,
        settings::archive_verify_stop,
        settings::archive_copy,
        settings::about,
        exports::export_preview,
        exports::export_save,
        exports::report_preview,
        exports::report_page,
        exports::report_save,
        handover::handover_preview,
        handover::handover_page,
        handover::handover_save,
        calls::call_answer,
        calls::calls_preview,
        calls::calls_page,
        calls::calls_save,
        ics::ics_preview,
        ics::ics_save,
        today::today,
        today::duplicates_dismiss,
        records::record_create,
        records::record_write,
        records::reference_create,
        records::record_page,
        records::record_links,
        records::record_history,
        records::record_reveal,
        records::record_moments,
        records::record_status,
        records::record_versions,
        records::record_settle,
        records::merge_preview,
        records::record_merge,
        records::record_unmerge,
    ]
}

/// Every event.
#[must_use]
pub fn events() -> Events {
    collect_events![Changed, Progress, Dropped]
}

/// Tells the page every hundredth of a long piece of work; answers whether it may go on.
pub(crate) fn progress<'a>(
    app: &'a AppHandle,
    desk: &'a Desk,
    job: &'a str,
) -> impl FnMut(usize, usize) -> bool + use<'a> {
    desk.stop.store(false, Ordering::SeqCst);
    let mut told = None;
    move |done, total| {
        let hundredth = done.saturating_mul(100).checked_div(total);
        if told.replace(hundredth) != Some(hundredth) {
            let _told = Progress::of(job, done, total).emit(app);
        }
        desk.goes_on()
    }
}

/// Tells every open list and page that a record was written.
pub(crate) fn tell(app: &AppHandle, saved: &resguardo_app::pages::Saved) {
    let _told = Changed { kinds: vec![saved.kind.clone()], ids: vec![saved.id.clone()] }.emit(app);
}

/// Tells every open list and page that records were written, where they were.
pub(crate) fn tell_all<T, E>(app: &AppHandle, done: Result<T, E>) -> Result<T, E> {
    if done.is_ok() {
        let _told = Changed { kinds: Vec::new(), ids: Vec::new() }.emit(app);
    }
    done
}

/// Keeps the paths of dropped files in Rust and tells the page how many there are.
pub(crate) fn files_dropped_on(app: &AppHandle, paths: Vec<PathBuf>) {
    let count = u32::try_from(paths.len()).unwrap_or(u32::MAX);
    app.state::<Desk>().held().dropped = paths;
    let _told = Dropped { count }.emit(app);
}
