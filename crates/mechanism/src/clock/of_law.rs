//! Days that follow from the laws alone, whatever anybody recorded.

use chrono::NaiveDate;

use super::{AsOf, Circumstances, Clock, Due, Of, Path, Subject, SubjectKind};
use crate::procedure::Procedures;

impl Procedures {
    /// The last day of a term of the institution that runs from a law's own event: `tra.mechanism` is due on 26 October 2012.
    #[must_use]
    pub fn due_by_law(&self, stage: &str, as_of: NaiveDate) -> Option<NaiveDate> {
        self.by_law(stage, as_of, |clock| match clock.due {
            Some(Due::Day { last, .. }) => Some(last),
            Some(Due::Moment { .. }) | None => None,
        })
        .next()
    }

    /// How many periods of a recurring duty, months or years, are over by a day.
    #[must_use]
    pub fn periods_over(&self, stage: &str, as_of: NaiveDate) -> usize {
        self.by_law(stage, as_of, |clock| match clock.of {
            Some(Of::Period { last, .. }) if last < as_of => Some(last),
            Some(Of::Period { .. } | Of::Value { .. }) | None => None,
        })
        .count()
    }

    /// The day the law came into force.
    #[must_use]
    pub fn in_force_since(&self) -> Option<NaiveDate> {
        let entry = self.event("entry_into_force")?;
        self.told_by_laws().iter().filter(|dated| dated.event == entry).map(|dated| dated.at.first()).min()
    }

    fn by_law(
        &self,
        stage: &str,
        as_of: NaiveDate,
        day: impl Fn(&Clock<'_>) -> Option<NaiveDate>,
    ) -> std::vec::IntoIter<NaiveDate> {
        let institution = Subject::new(SubjectKind::Institution, Path::Unknown, self.told_by_laws());
        let seen = Circumstances::on(self, AsOf::day(as_of));
        let mut days = Vec::new();
        seen.each(&institution, &mut |clock| {
            if clock.stage.id == stage {
                days.extend(day(&clock));
            }
        });
        days.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_days_of_the_law() {
        let law = Procedures::builtin();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(law.in_force_since(), Some(day("2012-06-26")));
        assert_eq!(law.due_by_law("tra.mechanism", day("2014-03-01")), Some(day("2012-10-26")));
        assert_eq!(law.due_by_law("tra.conventions", day("2014-03-01")), Some(day("2012-12-26")));
        assert_eq!(law.due_by_law("ord.study", day("2014-03-01")), None);
        assert_eq!(law.periods_over("org.annual_situation", day("2014-03-01")), 1);
        assert_eq!(law.periods_over("org.annual_situation", day("2013-12-31")), 0);
        assert_eq!(law.periods_over("org.monthly_monitor", day("2013-01-15")), 6);
    }
}
