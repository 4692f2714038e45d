//! How a sheet in hand is read, kept together with the schema and the lists it is read by.

#![expect(clippy::mem_forget, reason = "self_cell moves its parts out so")]

use std::sync::Arc;

use resguardo_domain::catalogue::Catalogues;
use resguardo_domain::schema::Schema;
use resguardo_exchange::draft::Drafting;
use resguardo_exchange::mapping::Mapping;
use resguardo_exchange::read::Sheet;
use self_cell::self_cell;

use crate::error::AppError;
use crate::import::sheet_error;
use crate::session::Session;

/// The schema and the lists a file is read with, for as long as it is in hand.
pub(super) struct Rules {
    schema: Arc<Schema>,
    catalogues: Arc<Catalogues>,
}

self_cell! {
    /// How a sheet is read, with what it is read by.
    pub(super) struct Reading {
        owner: Rules,
        #[covariant]
        dependent: Drafting,
    }
}

impl Reading {
    pub(super) fn begin(session: &Session, sheet: &Sheet, mapping: &Mapping, kind: &str) -> Result<Self, AppError> {
        let rules = Rules { schema: Arc::clone(&session.schema), catalogues: Arc::clone(&session.catalogues) };
        Self::try_new(rules, |rules| Drafting::new(sheet, mapping, (&rules.schema, &rules.catalogues), kind))
            .map_err(sheet_error)
    }

    pub(super) fn headings(&self) -> &[String] {
        self.borrow_dependent().headings()
    }
}
