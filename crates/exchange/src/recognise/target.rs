//! Where a column can go: the fields of a kind, and through its references those of the records it points to.

use resguardo_domain::schema::{Field, FieldType, Kind, Schema};

/// Fields that the import itself fills.
const OWN: [&str; 2] = ["import_row", "as_found"];

/// The field that names a record in a cell.
pub(crate) const NAME: &str = "name";

/// One place a column can go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target<'a> {
    /// The reference it goes through, with the kind of record that is made; none for the row's own field.
    pub(crate) through: Option<(&'a Field, &'a Kind)>,
    /// The field.
    pub(crate) field: &'a Field,
}

impl<'a> Target<'a> {
    /// The path as mappings write it.
    pub(crate) fn path(&self) -> String {
        match self.through {
            None => self.field.id.clone(),
            Some((reference, _)) => format!("{}.{}", reference.id, self.field.id),
        }
    }

    /// Whether it names a record that the import makes or finds.
    pub(crate) fn names_record(&self) -> bool {
        self.field.kind == FieldType::Reference || (self.through.is_some() && self.field.id == NAME)
    }

    /// Whether one field can take several columns.
    pub(crate) fn takes_more(&self) -> bool {
        (self.field.several && self.field.kind != FieldType::Reference) || self.field.kind == FieldType::LongText
    }

    /// The target of a path; a path that ends at a reference names the record it points to.
    pub(crate) fn of(path: &str, kind: &'a Kind, schema: &'a Schema) -> Option<Self> {
        let Some((reference, inner)) = path.split_once('.') else {
            let field = kind.field(path).filter(|field| fillable(field))?;
            if field.kind == FieldType::Reference {
                return linked(field, schema).find(|target| target.field.id == NAME);
            }
            return Some(Self { through: None, field });
        };
        let reference = kind.field(reference).filter(|field| field.kind == FieldType::Reference)?;
        linked(reference, schema).find(|target| target.field.id == inner)
    }

    /// Every target of a kind that is proposed: its own fields first, then those of its references in the order of the
    /// form. Only references read from acts (victims, alleged perpetrators) carry more than a name.
    pub(crate) fn all(kind: &'a Kind, schema: &'a Schema) -> Vec<Self> {
        let (references, own): (Vec<&Field>, Vec<&Field>) =
            kind.fields().iter().filter(|field| fillable(field)).partition(|field| field.kind == FieldType::Reference);
        let own = own.into_iter().map(|field| Self { through: None, field });
        let whole = |reference: &Field, target: &Self| reference.computed || target.field.id == NAME;
        let linked = references
            .into_iter()
            .flat_map(|reference| linked(reference, schema).filter(move |target| whole(reference, target)));
        own.chain(linked).collect()
    }
}

/// The fields of the records that a reference points to; where two kinds have one, the first has it.
fn linked<'a>(reference: &'a Field, schema: &'a Schema) -> impl Iterator<Item = Target<'a>> {
    let kinds =
        reference.refers_to.iter().filter_map(|kind| schema.kind(kind)).filter(|kind| kind.field(NAME).is_some());
    kinds.take(1).flat_map(move |kind| {
        let fields = kind.fields().iter().filter(|field| fillable(field));
        fields.map(move |field| Target { through: Some((reference, kind)), field })
    })
}

fn fillable(field: &Field) -> bool {
    !field.told_by_others
        && !field.retired
        && !OWN.contains(&field.id.as_str())
        && !matches!(field.kind, FieldType::Attachment | FieldType::Act | FieldType::Step)
}
