## The rail
mechanism-applications = Applications
mechanism-measures = Measures
mechanism-organs = Organs
mechanism-resources = Resources
mechanism-commitments = Commitments
mechanism-concerns = Concerns
mechanism-figures = Figures

## The boards
boards-not-yet = not yet
boards-nobody = not recorded
boards-more = There are {$count} more; they are in the list.
boards-list = See the whole list
boards-all = All
boards-clear = Take the choice away
boards-chart-table = Numbers instead of the drawing
boards-show-chart = Drawing
boards-show-numbers = Numbers
boards-bar = {$name} · {$what}
boards-none-passes = None passes what was chosen.
boards-open = {$what}: {$said}, see the records
boards-record-one = Record
boards-totals = Totals
boards-stage-any = Any
boards-pick = Search

boards-head-stage = Stage
boards-head-application = Application
boards-head-authority = Authority
boards-head-proposed = Proposed
boards-head-asked = Asked for
boards-head-decreed = Decreed
boards-head-in_place = In place
boards-head-police = Police
boards-head-agreed = Agreed
boards-head-adequate = Adequate?
boards-head-useful = Useful?
boards-head-worse = Raised the risk?
boards-head-failures = Failures
boards-head-reviewed = Reviewed
boards-head-withdrawn = Withdrawn

## Measures
boards-measures = Measures
boards-count-measures = { $count ->
    [one] 1 measure as of the day
   *[other] {$count} measures as of the day
}
boards-first-measures = There are no measures yet. Record the first from the application it belongs to, or bring them from a spreadsheet.
boards-caveat-measures = Dates rule: a date after the day says “not yet”. What has no date is read as it is recorded today. The assessment is the latest the person gave.
boards-chart-measures = Measures by the stage they came to
boards-stage-measures-proposed = Proposed
boards-stage-measures-asked = Asked for
boards-stage-measures-decreed = Decreed
boards-stage-measures-in_place = In place
boards-stage-measures-ended = Ended
boards-stage-measures-withdrawn = Withdrawn
boards-stage-measures-undated = Without a date
boards-total-measures-in_place = In place, of the measures decreed
boards-total-measures-agreed = Agreed with the person, of those that tell
boards-total-measures-police = Depend on the police, of those that tell
boards-total-measures-useful = Useful to the person, of those assessed
boards-total-measures-worse = Raised the risk, of those assessed in that
boards-total-measures-failed = With failures recorded, of those decreed
boards-total-measures-reviewed = Reviewed, of those put in place
