//! Conditions on the values of fields: `state=20`, `date>=2014-05`, `facts~amenaza`.
//!
//! | written | holds when |
//! |---|---|
//! | `field=value` | a value is it: a term or one below it; a date whose days meet; a text equal but for case and accents |
//! | `field!=value` | `field=value` does not hold, so also when nothing is recorded |
//! | `field>=value` `<=` `>` `<` | a value may be: no date that could fall there is left out |
//! | `field~text` | the text stands in a value or in the label of its term, case and accents aside |
//! | `field=unknown` `not_asked` `withheld` | that non-answer is recorded |
//! | `field=` `field!=` | nothing is recorded, something is |
//!
//! All conditions must hold; of those with `=` on one field, one.

mod target;
mod terms;

use resguardo_domain::catalogue::Catalogues;
use resguardo_domain::schema::Kind;
use resguardo_domain::summary::Summary;
use resguardo_domain::value::Value;

use crate::SearchError;
use crate::word::Folding;
use target::Target;
pub(crate) use terms::STATES;

/// How a value is compared with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparison {
    /// `=`
    Is,
    /// `!=`
    IsNot,
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `<`
    Below,
    /// `~`
    Contains,
}

impl Comparison {
    /// Every comparison, those with two signs first.
    pub const ALL: [Self; 7] =
        [Self::IsNot, Self::AtLeast, Self::AtMost, Self::Is, Self::Above, Self::Below, Self::Contains];

    /// How it is written.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Is => "=",
            Self::IsNot => "!=",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::Below => "<",
            Self::Contains => "~",
        }
    }
}

/// One condition on one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    field: String,
    comparison: Comparison,
    typed: String,
    target: Target,
}

impl Filter {
    /// Reads a condition on a kind of record.
    ///
    /// # Errors
    /// [`SearchError::NotACondition`], [`SearchError::UnknownField`], [`SearchError::NoOrder`],
    /// [`SearchError::NotAValue`] or [`SearchError::NotATerm`].
    pub fn parse(text: &str, kind: &Kind, catalogues: &Catalogues) -> Result<Self, SearchError> {
        let (name, comparison, typed) = split(text).ok_or(SearchError::NotACondition)?;
        let field = kind.field(name).ok_or_else(|| unknown_field(name, kind))?;
        let target = Target::read(field, comparison, typed, catalogues)?;
        Ok(Self { field: field.id.clone(), comparison, typed: typed.to_owned(), target })
    }

    /// The id of its field.
    #[must_use]
    pub fn field(&self) -> &str {
        &self.field
    }

    /// How it compares.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        self.comparison
    }

    /// What it compares with, as typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The id of the term or non-answer it compares with, where it is one: `Oaxaca` typed for a state is `20`.
    #[must_use]
    pub fn term(&self) -> Option<&str> {
        self.target.term()
    }

    /// Whether a record with these values of the field is meant.
    #[must_use]
    pub fn accepts(&self, values: &[Value]) -> bool {
        match self.comparison {
            Comparison::Is => self.target.is_among(values),
            Comparison::IsNot => !self.target.is_among(values),
            Comparison::Contains => values.iter().any(|value| self.target.stands_in(value)),
            _ => values.iter().any(|value| self.target.compares(value, self.comparison)),
        }
    }
}

/// The error that says which fields there are.
pub(crate) fn unknown_field(name: &str, kind: &Kind) -> SearchError {
    let known = kind.fields().iter().map(|field| field.id.clone()).collect();
    SearchError::UnknownField { field: name.to_owned(), known }
}

fn split(text: &str) -> Option<(&str, Comparison, &str)> {
    let (name, rest) = text.split_at_checked(text.find(['=', '!', '<', '>', '~'])?)?;
    let mut read = Comparison::ALL.into_iter().filter_map(|c| rest.strip_prefix(c.sign()).map(|typed| (c, typed)));
    let (comparison, typed) = read.next()?;
    Some((name.trim(), comparison, typed.trim()))
}

/// Conditions that hold together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters(Vec<Filter>);

impl Filters {
    /// Reads conditions on a kind of record.
    ///
    /// # Errors
    /// What [`Filter::parse`] says of the first that cannot be read.
    pub fn parse<'a>(
        texts: impl IntoIterator<Item = &'a str>,
        kind: &Kind,
        catalogues: &Catalogues,
    ) -> Result<Self, SearchError> {
        texts.into_iter().map(|text| Filter::parse(text, kind, catalogues)).collect::<Result<_, _>>().map(Self)
    }

    /// The conditions in the order typed.
    pub fn iter(&self) -> impl Iterator<Item = &Filter> {
        self.0.iter()
    }

    /// Whether the conditions on one field hold for these values of it: one of those with `=`, and all others.
    #[must_use]
    pub fn accept_field(&self, field: &str, values: &[Value]) -> bool {
        let mut own = self.0.iter().filter(|filter| filter.field == field);
        let either: Vec<&Filter> = own.clone().filter(|filter| filter.comparison == Comparison::Is).collect();
        (either.is_empty() || either.iter().any(|filter| filter.accepts(values)))
            && own.all(|filter| filter.comparison == Comparison::Is || filter.accepts(values))
    }

    /// The same for a field that holds this one text, in UTF-8; none where a condition asks for more than a part of it,
    /// or the text for more than letters of Spanish.
    #[must_use]
    pub fn accept_text(&self, field: &str, text: &[u8], folding: &mut Folding) -> Option<bool> {
        let mut own = self.0.iter().filter(|filter| filter.field == field);
        let folded = folding.of(text)?;
        own.try_fold(true, |held, filter| Some(held && filter.target.stands_in_folded(folded)?))
    }

    /// Whether a record is meant.
    #[must_use]
    pub fn matches(&self, summary: &Summary) -> bool {
        self.0.iter().all(|filter| self.accept_field(&filter.field, summary.values(&filter.field)))
    }
}

#[cfg(test)]
mod tests;
