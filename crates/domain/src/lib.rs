//! What a record is and what follows from it.

pub mod catalogue;
pub mod field;
pub mod fold;
pub mod schema;
