//! JSON: `{"codebook": […], "counts": {…}, "items": […]}`.

use resguardo_domain::disclosure::{Cell, Row};
use resguardo_domain::id::RecordId;
use resguardo_domain::value::{Value, json as forms};
use serde_json::{Map, Value as Json, json};

use super::{List, codebook};
use crate::error::Error;

/// Writes a list as JSON; values have the forms of the command line, records that are pointed to their name or code.
///
/// # Errors
/// [`Error::Write`], which writing to memory does not give.
pub fn json(list: &List<'_>) -> Result<Vec<u8>, Error> {
    let columns = list.columns();
    let book: Vec<Json> = codebook::entries(list, &columns)
        .into_iter()
        .map(|entry| {
            let terms: Map<String, Json> = entry.terms.into_iter().map(|(id, label)| (id, json!(label))).collect();
            json!({
                "field": entry.field, "label": entry.column, "meaning": entry.meaning, "type": entry.kind,
                "terms": terms, "missing": entry.missing,
            })
        })
        .collect();
    let counts: Map<String, Json> = list.counts.iter().map(|(what, count)| (what.clone(), json!(count))).collect();
    let items: Vec<Json> = list.rows.get().iter().map(|row| item(row, list)).collect();
    let whole = json!({"kind": list.kind.id, "codebook": book, "counts": counts, "items": items});
    serde_json::to_vec_pretty(&whole).map_err(|error| Error::Write { reason: error.to_string() })
}

fn item(row: &Row, list: &List<'_>) -> Json {
    let mut fields = Map::new();
    for (field, cells) in &row.cells {
        let mut values: Vec<Json> = cells.iter().map(value).collect();
        let several = list.kind.field(field).is_some_and(|field| field.several) || values.len() > 1;
        let json = if several { Json::Array(values) } else { values.pop().unwrap_or_default() };
        fields.insert(field.clone(), json);
    }
    json!({"id": row.code, "kind": row.kind, "fields": fields})
}

/// A value; references are named, and below full they have no id to give.
fn value(cell: &Cell) -> Json {
    let mut json = forms::to_json(&cell.value);
    let mut names = cell.links.iter();
    match &cell.value {
        Value::Reference(_) => name(&mut json, &mut names),
        Value::Act(_) => {
            for list in ["victims", "perpetrators"] {
                let links = json.get_mut(list).and_then(Json::as_array_mut).into_iter().flatten();
                links.for_each(|link| name(link, &mut names));
            }
        }
        _ => {}
    }
    json
}

fn name<'n>(link: &mut Json, names: &mut impl Iterator<Item = &'n String>) {
    let Json::Object(map) = link else { return };
    map.extend(names.next().map(|name| ("name".to_owned(), json!(name))));
    if map.get("ref") == Some(&json!(RecordId::default().to_string())) {
        map.remove("ref");
    }
}
