//! The calls, events and types of the window as TypeScript: `ui/src/lib/backend/generated/commands.ts`.
//!
//! Written anew by `UPDATE_BINDINGS=1 cargo test -p resguardo-desktop --features embedded-ui,automation bindings`; a test
//! fails when the file is stale.

use tauri_specta::Builder;

use crate::commands;

/// Every call and event.
///
/// Sizes and counts are numbers in the page: none comes near 2⁵³.
#[must_use]
pub fn builder() -> Builder<tauri::Wry> {
    Builder::new()
        .commands(commands::all())
        .events(commands::events())
        .dangerously_cast_bigints_to_number()
        .disable_serde_phases()
}

#[cfg(test)]
mod tests;
