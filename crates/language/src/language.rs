//! The languages the program speaks.

use resguardo_domain::catalogue::Lang;

/// Spanish of Mexico or English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// Spanish, and what is spoken when nothing is asked for.
    #[default]
    Es,
    /// English.
    En,
}

impl Language {
    /// Both, Spanish first.
    pub const ALL: [Self; 2] = [Self::Es, Self::En];

    /// The language a tag or a locale name begins with: `es`, `es-MX`, `en_US.UTF-8`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|language| language.lang().id().eq_ignore_ascii_case(primary))
    }

    /// Its BCP 47 tag: `es-MX` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Es => "es-MX",
            Self::En => "en",
        }
    }

    /// The same language as labels of the schema and of catalogues know it.
    #[must_use]
    pub const fn lang(self) -> Lang {
        match self {
            Self::Es => Lang::Es,
            Self::En => Lang::En,
        }
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Es => Self::Es,
            Lang::En => Self::En,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_name_says_its_language_by_its_first_part() {
        for (tag, expected) in [
            ("es", Some(Language::Es)),
            ("es-MX", Some(Language::Es)),
            ("EN", Some(Language::En)),
            ("en_US.UTF-8", Some(Language::En)),
            ("C.UTF-8", None),
            ("nah", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), expected, "{tag}");
        }
    }
}
