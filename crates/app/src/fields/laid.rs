//! The schema and the lists as the organisation's own records make them, kept until such a record changes.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError, RwLock};

use resguardo_domain::catalogue::{Catalogues, Label, NotOwnTerm, OwnList, OwnTerm};
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::{FieldType, Group, NotOwn, OwnField, Schema, Sensitivity, named};
use resguardo_domain::value::Value;
use resguardo_vault::{Row, Snapshot};

use super::NotStanding;
use crate::error::AppError;
use crate::session::Session;

/// What a `setting` record is for when it is a field of the organisation's own.
pub(super) const FIELD: &str = "field";
/// What it is for when it is a term of its own.
pub(super) const TERM: &str = "term";
/// More of either are not read.
const MOST: usize = 2_000;

/// What stands now, shared by every clone of a session.
#[derive(Clone, Default)]
pub(crate) struct Shape(Arc<RwLock<Arc<Laid>>>);

impl Shape {
    pub(crate) fn now(&self) -> Arc<Laid> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn set(&self, laid: Laid) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(laid);
    }
}

/// The schema and the lists with the organisation's own laid over them, and what of its own could not be.
pub(crate) struct Laid {
    pub(crate) schema: Arc<Schema>,
    pub(crate) catalogues: Arc<Catalogues>,
    pub(super) fields: Vec<Declared<OwnField, NotOwn>>,
    pub(super) terms: Vec<Declared<OwnTerm, NotOwnTerm>>,
}

/// A field or a term as a record declares it.
#[derive(Debug, Clone)]
pub(super) struct Declared<T, Not> {
    pub(super) record: RecordId,
    pub(super) what: T,
    /// Why it could not stand.
    pub(super) not: Option<Not>,
}

impl Default for Laid {
    fn default() -> Self {
        Self {
            schema: Arc::new(Schema::builtin().clone()),
            catalogues: Arc::new(Catalogues::builtin().clone()),
            fields: Vec::new(),
            terms: Vec::new(),
        }
    }
}

impl Laid {
    /// What the records of a snapshot make of the schema that ships; of two with one id the older stands.
    fn of(snapshot: &Snapshot) -> Self {
        let mut rows: Vec<Row<'_>> = snapshot.rows_of("setting").filter(|row| row.merged_into().is_none()).collect();
        rows.sort_by_key(|row| (row.created_ms(), row.id()));
        let purpose = |row: &&Row<'_>, purpose: &str| text(row, "purpose") == purpose;
        let mut fields: Vec<_> =
            rows.iter().filter(|row| purpose(row, FIELD)).take(MOST).map(|row| declared(row, field(row))).collect();
        let mut terms: Vec<_> =
            rows.iter().filter(|row| purpose(row, TERM)).take(MOST).map(|row| declared(row, term(row))).collect();
        if fields.is_empty() && terms.is_empty() {
            return Self::default();
        }
        let own: Vec<OwnField> = fields.iter().map(|one| one.what.clone()).collect();
        let own_terms: Vec<OwnTerm> = terms.iter().map(|one| one.what.clone()).collect();
        let over = Over::of(&own, &own_terms);
        refuse(&mut fields, over.fields);
        refuse(&mut terms, over.terms);
        Self { schema: Arc::new(over.schema), catalogues: Arc::new(over.catalogues), fields, terms }
    }

    /// Whether more fields and terms could stand.
    ///
    /// # Errors
    /// [`AppError::Own`] for the first that could not.
    pub(super) fn may_add(&self, fields: &[OwnField], terms: &[OwnTerm]) -> Result<(), AppError> {
        let mut all: Vec<OwnField> = self.fields.iter().map(|one| one.what.clone()).collect();
        let mut all_terms: Vec<OwnTerm> = self.terms.iter().map(|one| one.what.clone()).collect();
        all.extend_from_slice(fields);
        all_terms.extend_from_slice(terms);
        if all.len() > MOST || all_terms.len() > MOST {
            return Err(NotStanding::Term(NotOwnTerm::TooMany).into());
        }
        self.may_stand(&all, &all_terms)
    }

    /// Whether a field could be called so.
    ///
    /// # Errors
    /// [`AppError::Own`].
    pub(super) fn may_call_field(&self, record: RecordId, name: &Label) -> Result<(), AppError> {
        let named = |one: &Declared<OwnField, NotOwn>| {
            let label = if one.record == record { name.clone() } else { one.what.label.clone() };
            OwnField { label, ..one.what.clone() }
        };
        let fields: Vec<OwnField> = self.fields.iter().map(named).collect();
        let terms: Vec<OwnTerm> = self.terms.iter().map(|one| one.what.clone()).collect();
        self.may_stand(&fields, &terms)
    }

    /// Whether a term could be called so.
    ///
    /// # Errors
    /// [`AppError::Own`].
    pub(super) fn may_call_term(&self, record: RecordId, name: &Label) -> Result<(), AppError> {
        let named = |one: &Declared<OwnTerm, NotOwnTerm>| {
            let label = if one.record == record { name.clone() } else { one.what.label.clone() };
            OwnTerm { label, ..one.what.clone() }
        };
        let fields: Vec<OwnField> = self.fields.iter().map(|one| one.what.clone()).collect();
        let terms: Vec<OwnTerm> = self.terms.iter().map(named).collect();
        self.may_stand(&fields, &terms)
    }

    /// Whether these could stand as well as those that do now.
    fn may_stand(&self, fields: &[OwnField], terms: &[OwnTerm]) -> Result<(), AppError> {
        let over = Over::of(fields, terms);
        let fell = |place: usize| self.fields.get(place).is_none_or(|one| one.not.is_none());
        if let Some((_, reason)) = over.fields.iter().find(|(place, _)| fell(*place)) {
            return Err(NotStanding::Field(*reason).into());
        }
        let fell = |place: usize| self.terms.get(place).is_none_or(|one| one.not.is_none());
        match over.terms.iter().find(|(place, _)| fell(*place)) {
            Some((_, reason)) => Err(NotStanding::Term(*reason).into()),
            None => Ok(()),
        }
    }
}

/// What comes of laying fields and terms over what ships, and which of them could not stand.
struct Over {
    schema: Schema,
    catalogues: Catalogues,
    fields: Vec<(usize, NotOwn)>,
    terms: Vec<(usize, NotOwnTerm)>,
}

impl Over {
    fn of(fields: &[OwnField], terms: &[OwnTerm]) -> Self {
        let lists: Vec<OwnList> = fields.iter().filter(|own| own.has_own_list()).map(list).collect();
        let (catalogues, not_terms) = Catalogues::builtin().with_own(&lists, terms);
        let (schema, not_fields) = Schema::builtin().with_own(fields, &catalogues);
        Self { schema, catalogues, fields: not_fields, terms: not_terms }
    }
}

impl<T, Not> Declared<T, Not> {
    /// Whether its record has this id, or the only beginning of one that is long enough.
    pub(super) fn is_record(&self, which: &str) -> bool {
        which.len() >= 8 && self.record.to_string().starts_with(which)
    }
}

impl Session {
    /// Takes the kinds, fields and terms as they are now: another value of this session may have changed them.
    pub fn follow(&mut self) {
        let laid = self.shape.now();
        self.schema = Arc::clone(&laid.schema);
        self.catalogues = Arc::clone(&laid.catalogues);
    }

    /// Lays the organisation's own fields and terms over the schema anew.
    pub(crate) fn lay_own(&self) {
        self.shape.set(Laid::of(&self.snapshot()));
    }
}

fn declared<T, Not>(row: &Row<'_>, what: T) -> Declared<T, Not> {
    Declared { record: row.id(), what, not: None }
}

fn refuse<T, Not>(all: &mut [Declared<T, Not>], refused: Vec<(usize, Not)>) {
    for (place, reason) in refused {
        if let Some(one) = all.get_mut(place) {
            one.not = Some(reason);
        }
    }
}

fn list(own: &OwnField) -> OwnList {
    OwnList { id: own.id.clone(), label: own.label.clone() }
}

fn texts(row: &Row<'_>, field: &str) -> Vec<String> {
    row.values(field).iter().flat_map(Value::words).map(str::to_owned).collect()
}

fn text(row: &Row<'_>, field: &str) -> String {
    texts(row, field).into_iter().next().unwrap_or_default()
}

/// Both texts of a label; where there is one alone, it is read in both languages.
fn label(row: &Row<'_>, es: &str, en: &str) -> Label {
    let (es, en) = (text(row, es), text(row, en));
    Label { en: if en.is_empty() { es.clone() } else { en }, es }
}

fn field(row: &Row<'_>) -> OwnField {
    let traits: BTreeSet<String> = texts(row, "traits").into_iter().collect();
    let help = label(row, "explained", "explained_en");
    OwnField {
        kind: text(row, "for_kind"),
        id: text(row, "key"),
        // What no version of the program knows is refused as a type no organisation adds.
        holds: named(&text(row, "holds")).unwrap_or(FieldType::Act),
        label: label(row, "name", "name_en"),
        help: Some(help).filter(|help| !help.es.is_empty()),
        // What is not understood is kept as what harms most.
        sensitivity: named(&text(row, "harm")).unwrap_or(Sensitivity::Secret),
        catalogue: Some(text(row, "terms_of")).filter(|list| !list.is_empty()),
        aliases: texts(row, "also_called"),
        group: named(&text(row, "section")).unwrap_or(Group::Internal),
        several: traits.contains("several"),
        in_capture: traits.contains("in_capture"),
        in_list: traits.contains("in_list"),
        retired: row.status() != Status::InUse,
    }
}

fn term(row: &Row<'_>) -> OwnTerm {
    OwnTerm {
        list: text(row, "terms_of"),
        id: text(row, "key"),
        label: label(row, "name", "name_en"),
        aliases: texts(row, "also_called"),
        retired: row.status() != Status::InUse,
    }
}
