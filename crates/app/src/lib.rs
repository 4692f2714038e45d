//! What a person can do: one file per row, one [`Session`]; used by the command line and the window alike.
//!
//! It joins the rooms: drafts are checked and become operations (`domain`), operations are sealed (`vault`), lists and
//! searches read snapshots (`search`), clocks, figures and boards follow from records and a day (`mechanism`), files of others
//! come in (`exchange`) and documents go out (`report`). It speaks the window's language — plain structs with public fields — and
//! it alone turns errors into words ([`message`]).
//!
//! **Terms.** A *session* is an unlocked vault with the person who writes. An *assignment* is what somebody typed for one
//! field. A *batch* is one import. An *act of writing* is one envelope or a few, never half of one.

mod agenda;
pub mod application;
pub mod asked;
pub mod attachments;
pub mod boards;
pub mod browse;
pub mod bulk;
pub mod calendar;
pub mod calls;
pub mod cells;
pub mod changes;
pub mod child;
pub mod clocks;
pub mod copies;
pub mod dates;
pub mod demo;
mod departures;
pub mod desk;
mod drawings;
pub mod entrance;
pub mod error;
pub mod export;
pub mod fields;
pub mod files;
mod find;
mod folio;
pub mod forms;
pub mod handover;
pub mod history;
pub mod ics;
pub mod import;
pub mod indicators;
pub mod kinds;
mod linked;
pub mod lists;
mod memo;
pub mod merges;
pub mod message;
pub mod moments;
pub mod neighbours;
pub mod outgoing;
mod paged;
pub mod pages;
pub mod pick;
pub mod pictures;
pub mod process;
pub mod records;
pub mod reports;
pub mod seek;
mod session;
pub mod settings;
mod sharing;
pub mod sheets;
pub mod state;
pub mod terms;
mod titles;
pub mod today;
pub mod versions;
pub mod views;
pub mod ways_in;
pub mod writers;
mod written;

pub use find::{Found, FoundItem};
pub use resguardo_domain::catalogue::Lang;
pub use resguardo_domain::operation::Status;
pub use resguardo_language::{Args, Language, Words};
pub use resguardo_vault::dir::keep_files_private;
pub use resguardo_vault::kdf::KdfCost;
pub use resguardo_vault::open::WayIn;
pub use resguardo_vault::passphrase::choose as choose_passphrase;
pub use resguardo_vault::passphrase::generate as generate_passphrase;
pub use resguardo_vault::secret::{Keyfile, Passphrase};
pub use resguardo_vault::slot::UnlockSecret;
pub use resguardo_vault::words::RecoveryWords;
pub use session::Session;
