//! Finding records: by their words, by the values of their fields, and in which order.
//!
//! This room reads entries and summaries that somebody hands it and answers which of them are meant. It keeps its
//! index in memory and never opens a file, asks the time or holds a record's text: for a snippet it asks the caller.
//!
//! **Terms.** A *word* is a run of letters and digits, folded: case and accents make no difference, `ñ` stays `ñ`. An
//! [`Entry`] is what of a record is searched, a [`Query`] what a person typed, a [`Hit`] a record found with its
//! [`Snippet`]. A [`Filter`] is one condition on one field, [`Filters`] are all that hold together, an [`Order`] says
//! which record comes first.
//!
//! ```
//! use resguardo_domain::id::RecordId;
//! use resguardo_search::{Entry, Query, Scope, TextIndex};
//!
//! let id = RecordId::new([1; 16]);
//! let text = "La desaparición de una periodista en Xalapa.".to_owned();
//! let entry = Entry { id, kind: "incident".into(), title: "Xalapa".into(), texts: vec![text.clone()] };
//! let index = TextIndex::build([entry])?;
//! let hits = index.search(&Query::parse("desaparicion perio"), &Scope::first(10), &|_| vec![text.clone()])?;
//! assert_eq!(hits.total, 1);
//! # Ok::<(), resguardo_search::SearchError>(())
//! ```
//!
//! Rooms in reading order: `word`, `stem`, `text` (with `query`, `plan`, `snippet`), `filter`, `order`.

mod error;
mod filter;
mod order;
mod stem;
mod text;
mod word;

pub use error::SearchError;
pub use filter::{Comparison, Filter, Filters};
pub use order::{Order, SortKey};
pub use text::{Entry, Hit, Hits, Query, Scope, Snippet, TextIndex};
pub use word::Folding;
