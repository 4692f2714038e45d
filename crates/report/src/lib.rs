//! Documents an organisation hands over: made out of disclosed figures and rows, put on pages.
//!
//! A template turns what a reader may see into a [`Document`] in one language; a renderer puts a document on pages and
//! changes nothing in it. Both take [`Disclosed`](resguardo_domain::disclosure::Disclosed) values only, so this room
//! never sees a vault, a record or a name that the level of the document holds back. It asks no clock and reads no
//! file: dates are arguments, and the type and the page layout ship inside.
//!
//! What a record says is text and stays text: it reaches the page layout as data, never as markup.
//!
//! **Terms.** The *marking* is the line at the head of every page that says who may read the document. A *missing* row
//! counts what nobody recorded. *Entries* are the records a document lists one by one.
//!
//! Rooms in reading order: [`Document`] and its parts, [`incidents`], [`handover`], [`call_sheet`], [`svg`], [`pdf`], [`docx`],
//! [`Pages`].

mod calls;
mod chart;
mod country;
mod document;
mod docx;
mod error;
mod handover;
mod incidents;
mod pages;
mod paper;
mod pdf;
mod sheet;
mod text;

pub use calls::call_sheet;
pub use chart::{Bar, Chart, Tone, svg};
pub use country::{Country, Entity, country_svg};
pub use document::{Block, Cell, Document, Entry, Figure, Line, Row, Step, Table, Task};
pub use docx::docx;
pub use error::ReportError;
pub use handover::handover;
pub use incidents::incidents;
pub use pages::Pages;
pub use paper::Paper;
pub use pdf::pdf;
pub use sheet::words_sheet;
pub use text::Text;
