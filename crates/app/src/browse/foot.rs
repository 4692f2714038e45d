//! The foot of a list: every figure with its unit.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError};

use resguardo_domain::acts;
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_language::{Args, Words, number};
use resguardo_vault::Snapshot;

use super::ListQuery;
use crate::error::AppError;
use crate::session::Session;

impl Session {
    /// What a list counts: events, acts and victims for incidents, records else.
    ///
    /// # Errors
    /// As [`Session::list_page`].
    pub fn list_foot(&self, query: &ListQuery) -> Result<Vec<String>, AppError> {
        let kind = self.kind(&query.kind)?;
        let snapshot = self.snapshot();
        let (all, ids) = self.passing(query, &snapshot)?;
        let counted = |kept: &super::Kept| {
            let kept = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
            kept.as_ref().filter(|found| Arc::ptr_eq(&found.ids, &ids)).and_then(|found| found.foot.clone())
        };
        if let Some(foot) = counted(&self.browsed) {
            return Ok(foot);
        }
        let words = Words::new(self.language());
        let told = |id: &str, count: usize| {
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            words.say(id, &Args::new().count("count", count).text("shown", number::count(count)))
        };
        if kind.field(field::ACTS).is_none() {
            return Ok(self.keep_foot(&ids, vec![told("foot-records", ids.len())]));
        }
        let (act_count, victims) = self.acts_and_victims(&snapshot, &ids);
        let all = u64::try_from(all).unwrap_or(u64::MAX);
        let shown = u64::try_from(ids.len()).unwrap_or(u64::MAX);
        let args =
            Args::new().count("count", shown).text("shown", number::count(shown)).text("all", number::count(all));
        let foot = vec![words.say("foot-events", &args), told("foot-acts", act_count), told("foot-victims", victims)];
        Ok(self.keep_foot(&ids, foot))
    }

    /// How many acts these incidents hold, and how many different victims.
    pub(crate) fn acts_and_victims(&self, snapshot: &Snapshot, ids: &[RecordId]) -> (usize, usize) {
        let mut act_count = 0;
        let mut victims: BTreeSet<RecordId> = BTreeSet::new();
        for row in ids.iter().filter_map(|id| snapshot.row(*id)) {
            let acts = acts::acts(&row.values(field::ACTS));
            act_count += acts.len();
            victims.extend(acts.iter().flat_map(|act| &act.victims).map(|victim| snapshot.read_as(victim.record)));
        }
        (act_count, victims.len())
    }

    fn keep_foot(&self, ids: &Arc<Vec<RecordId>>, foot: Vec<String>) -> Vec<String> {
        let mut kept = self.browsed.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept.as_mut().filter(|found| Arc::ptr_eq(&found.ids, ids)) {
            found.foot = Some(foot.clone());
        }
        foot
    }
}
