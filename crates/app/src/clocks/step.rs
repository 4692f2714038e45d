//! A dated step of a procedure, written down with what proves it.

use resguardo_domain::catalogue::Lang;
use resguardo_domain::field;
use resguardo_domain::fold::fold;
use resguardo_language::Args;
use resguardo_mechanism::procedure::{EventId, Procedure, Procedures};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::bulk::Undoable;
use crate::error::AppError;
use crate::pages::FieldInput;
use crate::session::Session;
use crate::terms::marks;

/// A step that can be written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StepChoice {
    /// The event.
    pub id: String,
    /// What happened.
    pub label: String,
    /// Where what is typed begins in the label, in UTF-16 units.
    pub marks: Vec<(u32, u32)>,
    /// The procedure it belongs to.
    pub procedure: String,
    /// The usual document that proves its date.
    pub proof: String,
}

/// A step as somebody writes it down.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct StepInput {
    /// The event.
    pub event: String,
    /// When, as typed.
    pub at: String,
    /// The document that proves it, where there is one.
    pub proof: Option<String>,
}

impl Session {
    /// The steps of the procedures that a record goes through, in their order, that hold every word typed.
    ///
    /// # Errors
    /// The record is not there.
    pub fn step_choices(&self, id: &str, query: &str) -> Result<Vec<StepChoice>, AppError> {
        let snapshot = self.snapshot();
        let row = snapshot.row(snapshot.read_as(self.find(id)?)).ok_or(AppError::NoSuchRecord)?;
        let law = Procedures::builtin();
        let wanted: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
        let own: Vec<_> = law.telling(row.kind()).map(|telling| telling.subject).collect();
        let mut told: Vec<EventId> = Vec::new();
        let mut choices = Vec::new();
        for procedure in law.all().iter().filter(|procedure| own.contains(&procedure.subject)) {
            for event in events(procedure) {
                if told.contains(&event) {
                    continue;
                }
                told.push(event);
                choices.extend(self.step_choice(law, procedure, event, &wanted));
            }
        }
        Ok(choices)
    }

    fn step_choice(
        &self,
        law: &Procedures,
        procedure: &Procedure,
        event: EventId,
        wanted: &[String],
    ) -> Option<StepChoice> {
        let event = law.event_type(event)?;
        let label = if self.lang == Lang::En { &event.en } else { &event.es };
        let folded = fold(label);
        let fits = wanted.iter().all(|part| folded.split_whitespace().any(|word| word.starts_with(part.as_str())));
        fits.then(|| StepChoice {
            id: event.id.clone(),
            label: label.clone(),
            marks: marks(label, wanted),
            procedure: procedure.label.get(self.lang).to_owned(),
            proof: event.proof.get(self.lang).to_owned(),
        })
    }

    /// Writes a step down, beside those that are there: what happened, when as it was typed, and the document that proves it.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; no such step or document; the record is not there; the vault cannot be written.
    pub fn step_record(&self, id: &str, input: &StepInput) -> Result<Undoable, AppError> {
        let StepInput { event, at: typed, proof } = input;
        let understood = self.date_understood(typed);
        let at = understood.edtf.ok_or_else(|| AppError::NotADate { date: typed.clone() })?;
        let mut step = json!({"step": event, "at": at});
        if let (Some(proof), Some(step)) = (proof, step.as_object_mut()) {
            step.insert("proof".to_owned(), json!({"ref": self.find(proof)?.to_string()}));
        }
        let inputs = [FieldInput { field: field::STEPS.to_owned(), typed: None, values: Some(vec![step]) }];
        let done = self.bulk_add(&[id.to_owned()], &inputs)?;
        let words = self.words();
        let args = Args::new().text("step", words.term("procedure_event", event)).text("date", understood.echo);
        let sentence = words.say(if done.count > 0 { "step-recorded" } else { "step-known" }, &args);
        Ok(Undoable { sentence, ..done })
    }
}

/// The events of a procedure, stage by stage.
fn events(procedure: &Procedure) -> impl Iterator<Item = EventId> {
    let of_stages = procedure.stages.iter().flat_map(|stage| {
        let ways = stage.ways.iter().filter_map(|way| way.start.as_ref());
        stage.starts.iter().chain(ways).chain(&stage.ends).map(|occurrence| occurrence.event)
    });
    of_stages.chain(procedure.stopped_by.iter().map(|occurrence| occurrence.event))
}
