//! What a form, a list and a page need to know of the schema: the window draws all three from this alone.

use std::collections::BTreeMap;

use resguardo_domain::operation::Status;
use resguardo_domain::schema::{Field, Kind, Roles};
use resguardo_language::{Language, Words};
use serde::Serialize;

use crate::kinds::Label;
use crate::session::Session;

/// A role a reference may have, or a section of a form.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// What people read.
    pub label: Label,
}

/// One field.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[expect(clippy::struct_excessive_bools, reason = "each is read by its name")]
pub struct FieldInfo {
    /// Its id.
    pub id: String,
    /// What it holds: `text`, `long_text`, `choice`, `date` ….
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What it is called.
    pub label: Label,
    /// One sentence for who fills it in.
    pub help: Option<Label>,
    /// How much harm it can do.
    pub sensitivity: &'static str,
    /// The list its terms come from.
    pub catalogue: Option<String>,
    /// Whether it holds several values.
    pub several: bool,
    /// Whether it is derived and never typed.
    pub computed: bool,
    /// Kinds it may point to; empty: any.
    pub refers_to: Vec<String>,
    /// Roles its references may have.
    pub roles: Vec<Named>,
    /// The section of the form.
    pub group: &'static str,
    /// Whether quick capture asks for it.
    pub in_capture: bool,
    /// The field it stands on one line with in capture, right before it.
    pub beside: Option<String>,
    /// Whether a list shows it at first.
    pub in_list: bool,
    /// Whether a report is poorer without it.
    pub required_for_report: bool,
    /// The levels below full at which it leaves.
    pub leaves: Vec<&'static str>,
    /// Whether it is no longer offered: shown where something is written in it.
    pub retired: bool,
}

/// One kind of record.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct KindInfo {
    /// Its id.
    pub id: String,
    /// What one is called.
    pub label: Label,
    /// What several are called.
    pub plural: Label,
    /// What it is for.
    pub help: Option<Label>,
    /// Whether the program writes it itself.
    pub internal: bool,
    /// The one or two capitals its folios begin with.
    pub letter: String,
    /// The family it stands in.
    pub family: &'static str,
    /// Its fields in the order of the form.
    pub fields: Vec<FieldInfo>,
    /// Its sections in order.
    pub groups: Vec<Named>,
    /// The fields quick capture asks for, in its order.
    pub capture: Vec<String>,
    /// How many are in use.
    pub records: usize,
}

impl Session {
    /// Every kind a person works with.
    #[must_use]
    pub fn forms(&self) -> Vec<KindInfo> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let snapshot = self.snapshot();
        for row in snapshot.rows().filter(|row| row.merged_into().is_none() && row.status() == Status::InUse) {
            *counts.entry(row.kind().to_owned()).or_default() += 1;
        }
        let kinds = self.schema.kinds().iter().filter(|kind| !kind.internal);
        kinds.map(|kind| self.kind_info(kind, counts.get(&kind.id).copied().unwrap_or_default())).collect()
    }

    fn kind_info(&self, kind: &Kind, records: usize) -> KindInfo {
        let mut groups: Vec<Named> = Vec::new();
        for field in kind.fields() {
            let id = field.group.id();
            if !groups.iter().any(|known| known.id == id) {
                groups.push(Named { id: id.to_owned(), label: group_label(id) });
            }
        }
        KindInfo {
            id: kind.id.clone(),
            label: label(&kind.label),
            plural: label(&kind.plural),
            help: kind.help.as_ref().map(label),
            internal: kind.internal,
            letter: kind.letter.clone(),
            family: kind.family.id(),
            fields: kind.fields().iter().map(|field| self.field_info(field)).collect(),
            groups,
            capture: in_order(kind, |field| field.capture),
            records,
        }
    }

    fn field_info(&self, field: &Field) -> FieldInfo {
        let roles = match &field.roles {
            None => Vec::new(),
            Some(Roles::Listed(roles)) => {
                roles.iter().map(|role| Named { id: role.id.clone(), label: label(&role.label) }).collect()
            }
            Some(Roles::Catalogue(id)) => {
                let terms = self.catalogues.get(id).into_iter().flat_map(|list| list.terms());
                let usable = terms.filter(|term| term.non_answer.is_none());
                usable.map(|term| Named { id: term.id.clone(), label: label(&term.label) }).collect()
            }
        };
        FieldInfo {
            id: field.id.clone(),
            kind: field.kind.id(),
            label: label(&field.label),
            help: field.help.as_ref().map(label),
            sensitivity: field.sensitivity.id(),
            catalogue: field.catalogue.clone(),
            several: field.several,
            computed: field.computed,
            refers_to: field.refers_to.clone(),
            roles,
            group: field.group.id(),
            in_capture: field.capture.is_some(),
            beside: field.beside.clone(),
            in_list: field.list.is_some(),
            required_for_report: field.required_for_report,
            leaves: field.disclosure.iter().map(|level| level.id()).collect(),
            retired: field.retired,
        }
    }
}

/// The ids of the fields that have a place, by place.
fn in_order(kind: &Kind, place: impl Fn(&Field) -> Option<u8>) -> Vec<String> {
    let mut placed: Vec<(u8, &str)> =
        kind.fields().iter().filter_map(|field| Some((place(field)?, field.id.as_str()))).collect();
    placed.sort_unstable();
    placed.into_iter().map(|(_, id)| id.to_owned()).collect()
}

fn label(label: &resguardo_domain::catalogue::Label) -> Label {
    Label { es: label.es.clone(), en: label.en.clone() }
}

fn group_label(id: &str) -> Label {
    let say = |language| Words::new(language).plain(&format!("group-{}", id.replace('_', "-")));
    Label { es: say(Language::Es), en: say(Language::En) }
}
