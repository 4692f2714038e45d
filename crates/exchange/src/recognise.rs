//! What cells mean: headings to fields, words to terms, dates to dates.
//!
//! Everything here proposes. A cell that is not understood stays as it was written; nothing is guessed in silence.

pub mod columns;
pub mod date;
pub mod heading;
pub(crate) mod name;
pub(crate) mod target;
pub mod term;
pub(crate) mod vocabulary;
