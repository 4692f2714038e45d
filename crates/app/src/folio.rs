//! What a record is called for short: the organisation's own code, or the letter of its kind and the beginning of its name
//! (docs/decisions/0008).

use resguardo_domain::id::RecordId;
use resguardo_domain::schema::Schema;
use resguardo_domain::value::Value;
use resguardo_vault::{Row, Snapshot};

use crate::session::Session;

/// How many digits of a record's name its folio shows.
const DIGITS: usize = 6;

/// The folio of a record.
pub(crate) fn of(schema: &Schema, row: &Row<'_>) -> String {
    let code = row.values("code").iter().flat_map(Value::words).next().map(str::trim).unwrap_or_default().to_owned();
    if !code.is_empty() {
        return code;
    }
    of_program(schema, row)
}

/// The folio that the program gives a record, whatever the organisation calls it: it names nobody.
pub(crate) fn of_program(schema: &Schema, row: &Row<'_>) -> String {
    let letter = schema.kind(row.kind()).map_or("X", |kind| kind.letter.as_str());
    let digits: String = row.id().to_string().chars().take(DIGITS).collect();
    format!("{letter}-{digits}")
}

impl Session {
    /// The records a typed folio may mean: `I-9f3c71`, in any case, the whole of it.
    pub(crate) fn with_folio(&self, snapshot: &Snapshot, typed: &str) -> Vec<RecordId> {
        let Some((letter, digits)) = typed.trim().split_once('-') else { return Vec::new() };
        let digits = digits.to_lowercase();
        if digits.len() != DIGITS || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Vec::new();
        }
        let is_meant = |id: &RecordId| {
            let kind = snapshot.row(*id).and_then(|row| self.schema.kind(row.kind()));
            kind.is_some_and(|kind| kind.letter.eq_ignore_ascii_case(letter))
        };
        snapshot.with_prefix(&digits).into_iter().filter(is_meant).collect()
    }
}
