//! The size of a page.

/// The paper a document is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 8.5 × 11 inches, the paper of Mexico.
    #[default]
    Letter,
    /// 210 × 297 mm (ISO 216).
    A4,
}

impl Paper {
    /// Width and height in twentieths of a point.
    #[must_use]
    pub(crate) const fn twips(self) -> (u32, u32) {
        match self {
            Self::Letter => (12_240, 15_840),
            Self::A4 => (11_906, 16_838),
        }
    }

    /// Its name in the page layout.
    #[must_use]
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Letter => "us-letter",
            Self::A4 => "a4",
        }
    }
}
