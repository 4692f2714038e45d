//! The ids of the fields that code reads: everything else about a field is data of the schema.
//!
//! One id means the same in every kind that has it. A test holds every constant here against the schema.

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $id:literal in $($kind:literal),+;)+) => {
        $($(#[$doc])* pub const $name: &str = $id;)+

        #[cfg(test)]
        const KINDS_OF: &[(&str, &[&str])] = &[$(($id, &[$($kind),+])),+];
    };
}

fields! {
    /// Its dated acts of aggression: a list of types with victims and alleged perpetrators.
    ACTS = "acts" in "incident";
    /// Types of aggression, computed over the acts.
    AGGRESSION = "aggression" in "incident";
    /// Victims, computed over the acts.
    VICTIMS = "victims" in "incident";
    /// Alleged perpetrators, computed over the acts.
    PERPETRATORS = "perpetrators" in "incident";
    /// Types of the alleged perpetrators, computed over them.
    PERPETRATOR_TYPE = "perpetrator_type" in "incident";
    /// The strictest of what its people consented to, told by them and by their consents.
    PEOPLE_CONSENT = "people_consent" in "incident";
    /// How many records of evidence belong to it, told by both sides of the link.
    EVIDENCE_COUNT = "evidence_count" in "incident";
    /// Who saw it.
    WITNESSES = "witnesses" in "incident";
    /// How many aggressions the organisation counts.
    AGGRESSIONS_COUNTED = "aggressions_counted" in "incident";
    /// When it happened, or the date of the thing.
    DATE = "date" in "incident", "document", "milestone", "consent", "note";
    /// Country, ISO 3166-1.
    COUNTRY = "country" in "incident", "collective", "organisation";
    /// Where a matter stands, a term of its own list.
    STATUS = "status" in "case", "application", "check_in", "measure", "commitment", "recommendation";
    /// Federal entity, two digits of INEGI.
    STATE = "state" in "incident", "person", "collective", "perpetrator", "case";
    /// Municipality as written.
    MUNICIPALITY = "municipality" in "incident", "person", "collective";
    /// Where exactly.
    PLACE = "place" in "incident", "collective";
    /// What happened.
    FACTS = "facts" in "incident";
    /// What may be told in public, written apart.
    PUBLIC_SUMMARY = "public_summary" in "incident", "case", "testimony", "evidence";
    /// Situation around it.
    CONTEXT = "context" in "incident";
    /// Probable motive.
    MOTIVE = "motive" in "incident";
    /// Where it was reported.
    REPORTED_TO = "reported_to" in "incident";
    /// Means used.
    METHOD = "method" in "incident";
    /// Whether the victim knew the Mechanism before.
    KNEW_MECHANISM = "knew_mechanism" in "incident";
    /// How well it is established.
    VERIFICATION = "verification" in "incident", "perpetrator";
    /// Where it is known from.
    SOURCES = "sources" in "incident", "document", "organisation", "official_figure", "milestone";
    /// Events before and after.
    RELATED_INCIDENTS = "related_incidents" in "incident";
    /// Evidence on file.
    EVIDENCE = "evidence" in "incident", "case";
    /// Dated steps of a procedure.
    STEPS = "steps" in "application", "measure", "appeal", "investigation", "information_request", "data_request", "amparo";
    /// The row of a spreadsheet it came from.
    IMPORT_ROW = "import_row" in "incident", "person", "collective", "document";
    /// Cells that no field took.
    AS_FOUND = "as_found" in "incident", "person", "collective", "document";
    /// Words of one's own to find it by.
    TAGS = "tags" in "incident", "person", "case", "document";
    /// The organisation's own code: the identity of a row.
    CODE = "code" in "incident", "person", "case", "document";
    /// Files beside the record.
    ATTACHMENTS = "attachments" in "incident", "person", "case", "evidence", "document", "note";
    /// Name.
    NAME = "name" in "person", "collective", "organisation", "perpetrator", "setting";
    /// Sex as the source records it.
    SEX = "sex" in "person";
    /// What a person does.
    PROFILE = "profile" in "person", "collective";
    /// The outlet or organisation a person belongs to.
    MEDIUM = "medium" in "person";
    /// Type of outlet.
    MEDIA_TYPE = "media_type" in "person", "collective";
    /// Post held there.
    ROLE = "role" in "person";
    /// Themes of work.
    THEMES = "themes" in "person", "collective";
    /// The strictest level consented to.
    CONSENT = "consent" in "person", "collective";
    /// Title.
    TITLE = "title" in "case", "document", "milestone", "evidence", "note";
    /// Type, of the kind's own list.
    TYPE = "type" in "perpetrator", "evidence", "document", "organisation";
    /// What a setting is: `writer`, `organisation`, `view`, `mapping` or `preference`.
    PURPOSE = "purpose" in "setting";
    /// Whether a setting is no longer offered.
    RETIRED = "retired" in "setting";
    /// What the program did.
    EVENT = "event" in "journal";
    /// When it did.
    AT = "at" in "journal";
    /// Who had it done.
    BY = "by" in "journal";
    /// The file read or written.
    FILE_NAME = "file_name" in "journal";
    /// Sheets of it.
    SHEET = "sheet" in "journal";
    /// Headings of a sheet.
    HEADINGS = "headings" in "journal", "setting";
    /// Which column is which field.
    MAPPING = "mapping" in "journal", "setting";
    /// Random bytes in front of each row's fingerprint.
    SALT = "salt" in "journal";
    /// Rows read.
    ROWS = "rows" in "journal";
    /// Rows that became records.
    IMPORTED = "imported" in "journal";
    /// Rows that did not.
    SKIPPED = "skipped" in "journal";
    /// The batch that an undo takes back.
    UNDOES = "undoes" in "journal";
    /// When the batch was taken back.
    UNDONE_ON = "undone_on" in "journal";
    /// Particulars for a person to read.
    DETAIL = "detail" in "journal";
}

#[cfg(test)]
mod tests {
    use super::KINDS_OF;
    use crate::schema::Schema;

    #[test]
    fn every_constant_is_a_field_of_the_kinds_it_names() {
        for (field, kinds) in KINDS_OF {
            for kind in *kinds {
                let known = Schema::builtin().kind(kind).unwrap_or_else(|| panic!("{kind}"));
                assert!(known.field(field).is_some(), "{kind}.{field}");
            }
        }
    }
}
