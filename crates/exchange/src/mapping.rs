//! Which column is which field: proposed by the program, corrected by a person, kept for the next time.

use std::collections::{BTreeMap, BTreeSet};

use resguardo_domain::catalogue::Catalogues;
use resguardo_domain::schema::{Kind, Schema};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::read::{Sheet, Workbook};
use crate::recognise::target::Target;
use crate::recognise::{columns, heading};

/// How to read one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The sheet's name; empty means the first.
    #[serde(default)]
    pub sheet: String,
    /// The row of headings as a spreadsheet shows it, from 1.
    pub heading_row: usize,
    /// Headings whose cells do not come in at all, because a person said so.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub leave_out: BTreeSet<String>,
    /// Heading → path of a field; an empty path keeps the column's cells as written.
    pub columns: BTreeMap<String, String>,
    /// Heading → cell → term, several parted by `|`; a term may be `unknown`, `not_asked` or `withheld`; empty keeps the
    /// cell as written.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// [`Error::Mapping`] with where and what.
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        toml::from_str(text).map_err(|error| Error::Mapping { reason: error.message().to_owned() })
    }

    /// The mapping as a file that a person can edit.
    ///
    /// # Errors
    /// [`Error::Mapping`], which no mapping of this type gives.
    pub fn to_toml(&self) -> Result<String, Error> {
        toml::to_string_pretty(self).map_err(|error| Error::Mapping { reason: error.to_string() })
    }

    /// Proposes how to read a workbook: the sheet with most columns that a field takes, its headings, its columns.
    ///
    /// # Errors
    /// [`Error::NoSuchKind`]; [`Error::Empty`] when no sheet has a row of headings.
    pub fn propose(workbook: &Workbook, kind: &str, schema: &Schema, catalogues: &Catalogues) -> Result<Self, Error> {
        let kind = schema.kind(kind).ok_or(Error::NoSuchKind)?;
        let mut best: Option<(usize, Self)> = None;
        for sheet in &workbook.sheets {
            let Some(found) = Self::for_sheet(sheet, (kind, schema), catalogues) else { continue };
            let placed = found.columns.values().filter(|path| !path.is_empty()).count();
            if best.as_ref().is_none_or(|(most, _)| placed > *most) {
                best = Some((placed, found));
            }
        }
        best.map(|(_, mapping)| mapping).ok_or(Error::Empty)
    }

    /// Proposes how to read one sheet; none when it has no row of headings.
    #[must_use]
    pub fn for_sheet(sheet: &Sheet, (kind, schema): (&Kind, &Schema), catalogues: &Catalogues) -> Option<Self> {
        let row = heading::find(sheet, kind, schema)?;
        Some(Self::under_row(sheet, row + 1, (kind, schema), catalogues))
    }

    /// Proposes how to read one sheet under a row of headings, counted from 1.
    #[must_use]
    pub fn under_row(
        sheet: &Sheet,
        heading_row: usize,
        (kind, schema): (&Kind, &Schema),
        catalogues: &Catalogues,
    ) -> Self {
        let row = heading_row.saturating_sub(1);
        let headings = heading::headings(sheet, row);
        let paths = columns::propose(sheet, (row, &headings), (kind, schema), catalogues);
        Self {
            sheet: sheet.name.clone(),
            heading_row,
            leave_out: BTreeSet::new(),
            columns: headings.into_iter().zip(paths).collect(),
            values: BTreeMap::new(),
        }
    }
}

/// Every path a column can go to for records of a kind: its own fields, then those of the records it points to.
#[must_use]
pub fn paths(kind: &Kind, schema: &Schema) -> Vec<String> {
    Target::all(kind, schema).iter().map(Target::path).collect()
}

/// For each heading the paths it names, the most likely first.
#[must_use]
pub fn offers(
    sheet: &Sheet,
    heading_row: usize,
    (kind, schema): (&Kind, &Schema),
    catalogues: &Catalogues,
) -> Vec<Vec<String>> {
    let row = heading_row.saturating_sub(1);
    let headings = heading::headings(sheet, row);
    columns::offers(sheet, (row, &headings), (kind, schema), catalogues)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_survives_its_file() {
        let text = "sheet = \"Hoja 1\"\nheading_row = 3\n\n[columns]\n\"Fecha de los hechos\" = \"date\"\nObs = \"\"\n\n[values.Tipo]\ngolpes = \"integrity.physical\"\n";
        let mapping = Mapping::from_toml(text).unwrap();
        assert_eq!(mapping.columns["Obs"], "");
        assert_eq!(Mapping::from_toml(&mapping.to_toml().unwrap()).unwrap(), mapping);
    }

    #[test]
    fn a_mapping_says_which_columns_do_not_come_in() {
        let mut mapping = Mapping::from_toml("heading_row = 1\n[columns]\nColumna1 = \"\"\n").unwrap();
        mapping.leave_out.insert("Columna1".to_owned());
        assert_eq!(Mapping::from_toml(&mapping.to_toml().unwrap()).unwrap(), mapping);
    }

    #[test]
    fn a_mapping_that_is_none_says_what_is_wrong() {
        let error = Mapping::from_toml("heading_row = 1\n").unwrap_err();
        assert_eq!(error, Error::Mapping { reason: "missing field `columns`".into() });
    }
}
