//! What can go wrong between a document and its pages.

/// A document could not be put on pages. Nothing of its content is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// The page layout refused the document: the layout that ships is wrong.
    #[error("the page layout refused the document")]
    NotLaidOut,
    /// The parts of the document could not be packed into one file.
    #[error("the parts of the document could not be packed")]
    NotPacked,
}
