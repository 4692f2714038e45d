//! The foot of a list: every figure with its unit.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError};

use resguardo_domain::acts;
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_language::{Args, number};
use resguardo_vault::Snapshot;

use super::ListQuery;
use crate::error::AppError;
use crate::paged::Paged;
use crate::session::Session;

/// The acts of every record, page by page.
#[derive(Clone, Default)]
pub(crate) struct Acts(Arc<Paged<PageActs>>);

/// The acts of a page's records.
struct PageActs {
    /// How many each has.
    counts: Vec<u16>,
    /// Who suffered them, by the record's slot.
    victims: Vec<(u16, RecordId)>,
}

impl PageActs {
    fn of(snapshot: &Snapshot, number: usize) -> Self {
        let mut page = Self { counts: Vec::new(), victims: Vec::new() };
        for (row, slot) in snapshot.page(number).zip(0..) {
            let acts = acts::acts(&row.values(field::ACTS));
            page.counts.push(u16::try_from(acts.len()).unwrap_or(u16::MAX));
            page.victims.extend(acts.iter().flat_map(|act| &act.victims).map(|victim| (slot, victim.record)));
        }
        page.victims.shrink_to_fit();
        page
    }

    /// Who suffered the acts of one record.
    fn victims_of(&self, slot: usize) -> impl Iterator<Item = RecordId> {
        let from = self.victims.partition_point(|(at, _)| usize::from(*at) < slot);
        let own = self.victims.iter().skip(from).take_while(move |(at, _)| usize::from(*at) == slot);
        own.map(|(_, victim)| *victim)
    }
}

impl Session {
    /// What a list counts: events, acts and victims for incidents, records else.
    ///
    /// # Errors
    /// As [`Session::list_page`].
    pub fn list_foot(&self, query: &ListQuery) -> Result<Vec<String>, AppError> {
        let kind = self.kind(&query.kind)?;
        let snapshot = self.snapshot();
        let passing = self.passing(query, &snapshot)?;
        let places = &passing.places;
        let counted = |kept: &super::Kept| {
            let kept = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
            let same = kept.as_ref().filter(|found| Arc::ptr_eq(&found.passing.places, places));
            same.and_then(|found| found.foot.clone())
        };
        if let Some(foot) = counted(&self.browsed) {
            return Ok(foot);
        }
        let words = self.words();
        let told = |id: &str, count: usize| {
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            words.say(id, &Args::new().count("count", count).text("shown", number::count(count)))
        };
        if kind.field(field::ACTS).is_none() {
            return Ok(self.keep_foot(places, vec![told("foot-records", places.len())]));
        }
        let (act_count, victims) = self.acts_and_victims(&snapshot, places);
        let all = u64::try_from(passing.all).unwrap_or(u64::MAX);
        let shown = u64::try_from(places.len()).unwrap_or(u64::MAX);
        let args =
            Args::new().count("count", shown).text("shown", number::count(shown)).text("all", number::count(all));
        let foot = vec![words.say("foot-events", &args), told("foot-acts", act_count), told("foot-victims", victims)];
        Ok(self.keep_foot(places, foot))
    }

    /// How many acts the incidents at these places hold, and how many different victims.
    pub(crate) fn acts_and_victims(&self, snapshot: &Arc<Snapshot>, places: &[usize]) -> (usize, usize) {
        let pages = self.acts.0.of(snapshot, |number| PageActs::of(snapshot, number));
        let mut act_count = 0;
        let mut named: Vec<RecordId> = Vec::new();
        for place in places {
            let (number, slot) = Snapshot::on_page(*place);
            let Some(page) = pages.get(number) else { continue };
            act_count += page.counts.get(slot).copied().map_or(0, usize::from);
            named.extend(page.victims_of(slot));
        }
        named.sort_unstable();
        named.dedup();
        let victims: BTreeSet<RecordId> = named.into_iter().map(|victim| snapshot.read_as(victim)).collect();
        (act_count, victims.len())
    }

    /// The same, with a victim counted once in each incident.
    pub(crate) fn acts_and_victims_each(
        &self,
        snapshot: &Arc<Snapshot>,
        places: impl Iterator<Item = usize>,
    ) -> (usize, usize) {
        let pages = self.acts.0.of(snapshot, |number| PageActs::of(snapshot, number));
        let (mut act_count, mut victim_count) = (0, 0);
        for place in places {
            let (number, slot) = Snapshot::on_page(place);
            let Some(page) = pages.get(number) else { continue };
            act_count += page.counts.get(slot).copied().map_or(0, usize::from);
            let own: BTreeSet<RecordId> = page.victims_of(slot).map(|victim| snapshot.read_as(victim)).collect();
            victim_count += own.len();
        }
        (act_count, victim_count)
    }

    fn keep_foot(&self, places: &Arc<Vec<usize>>, foot: Vec<String>) -> Vec<String> {
        let mut kept = self.browsed.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept.as_mut().filter(|found| Arc::ptr_eq(&found.passing.places, places)) {
            found.foot = Some(foot.clone());
        }
        foot
    }
}
