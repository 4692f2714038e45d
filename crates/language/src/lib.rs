//! Every word a person reads, in Spanish and English.
//!
//! Messages are Fluent files in `assets/locales/{es,en}`, one file for each place they are read; numbers, dates, lists
//! and values of records are put into words here and nowhere else. The labels of kinds, fields and terms are not here:
//! they come with the schema and the catalogues of the domain.
//!
//! It never asks the system for its language, the time or a zone: the language is an argument. A message that does not
//! exist reads as its own id, and a test over the sources of the whole project fails for it.
//!
//! **Terms.** A [`Language`] is one of the two we speak. [`Words`] are its messages. [`Args`] are what a message is
//! filled with. The *safe* and *next* parts of a message are Fluent attributes, said by `id.safe` and `id.next`.
//!
//! Rooms in reading order: [`Language`], [`Words`] with its lists, dates and values, then [`number`].

mod date;
mod language;
mod list;
pub mod number;
mod value;
mod words;

pub use language::Language;
pub use words::{Args, Words};
