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
boards-clear = Take the choice away
boards-chart-table = Numbers instead of the drawing
boards-picture-name = drawing
boards-picture-under = As of {$date}
boards-save = Save the drawing and its table
boards-saved = {$file} was saved, and its table beside it. It was written down.
dialog-chart = Save the drawing
boards-bar = {$name} · {$what}
boards-none-passes = None passes what was chosen.
boards-open = {$what}: {$said}, see the records
boards-totals = Totals: {$title}
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

## Words of several boards
boards-head-installation = Installation
boards-head-seats = Seats taken
boards-head-taken = Taken?
boards-head-sits = Who sits there
boards-head-term = Term
boards-head-who = According to
boards-head-by = Who promises
boards-head-to = To whom
boards-head-kept = Fulfilment
boards-head-evidence = Evidence
boards-head-as_of = As of
boards-head-state = State
boards-head-against = What stands against it
boards-head-claim = Claim
boards-head-who_against = Who opposes
boards-head-published = Published
boards-head-own = Recorded here
boards-head-disputed = Who disputes it
boards-in-currency = {$label}, in {$currency}
boards-hedge = “{$hedge}”
boards-of = {$over} of {$under}

## Organs
boards-caveat-organs = Who sits where is read from the appointments in force on that day. A seat without a recorded appointment is not an empty seat.
boards-organs = Organs
boards-count-organs = { $count ->
    [one] 1 organ
   *[other] {$count} organs
}
boards-first-organs = Record the Board, the Council, the Coordination and the three units first, with the date on which each was installed.
boards-chart-organs = Organs by installation
boards-stage-organs-dissolved = Dissolved
boards-stage-organs-installed = Installed
boards-stage-organs-elsewhere = Others do its work
boards-stage-organs-not_installed = Not installed
boards-stage-organs-unknown = Not recorded
boards-total-organs-installed = Organs installed, of those known
boards-seats = Seats and who takes them
boards-count-seats = { $count ->
    [one] 1 record of seats as of the day
   *[other] {$count} records of seats as of the day
}
boards-first-seats = Record the seats of each organ; then the appointments with their first and last day.
boards-chart-seats = Seats by organ
boards-stage-seats-vacant = Vacant
boards-stage-seats-taken = With an appointment in force
boards-stage-seats-belongs = Of an institution, no appointment recorded
boards-stage-seats-unknown = Not recorded
boards-total-seats-taken = With an appointment in force, of the seats recorded
boards-total-seats-vacant = Vacant, of the seats recorded
boards-seats-unknown = {$all}, no appointments recorded
boards-seats-taken = {$taken} of {$all}
boards-term-since = since {$from}
boards-term-until = {$from} to {$to}
boards-term-over = {$term} · over
boards-sessions = Sessions
boards-count-sessions = { $count ->
    [one] 1 session or meeting by the day
   *[other] {$count} sessions or meetings by the day
}
boards-first-sessions = Record each session with its date, whether it was held and who came.
boards-total-sessions-held = Held, of those that tell
boards-total-sessions-quorum = With a quorum, of those that tell
boards-total-sessions-revised = Cases revised, all together
boards-total-sessions-heard = With beneficiaries heard, of those that tell
boards-total-sessions-minutes = With published minutes, of those that tell
boards-months = Sessions of the Board, month by month
boards-months-legend-held = Full: session held
boards-months-legend-council = Half: meeting with the Council
boards-months-legend-missed = Struck: no session recorded
boards-months-legend-unknown = Dotted: not known
boards-month-held = {$month}: session held
boards-month-council = {$month}: meeting with the Council
boards-month-missed = {$month}: no session recorded
boards-month-unknown = {$month}: not known
boards-month-running = {$month}: under way
boards-attendance = Attendance, seat by session
boards-attendance-came = came
boards-attendance-absent = absent
boards-attendance-unknown = not known
boards-attendance-seat = Seat
boards-duties = Time limits of the institution
boards-duties-sentence = Those the law sets its organs, with their articles. Nothing is called overdue without a limit in the law.
boards-duties-next = Next ordinary session: by {$date} at the latest · Art. 7
boards-duty = Limit
boards-duty-of = Of what
boards-duty-state = As of the day
boards-duty-article = Article
boards-duties-several = in {$count} cases
boards-duties-periods = { $count ->
    [one] 1 period
   *[other] {$count} periods
}

## Resources
boards-caveat-resources = One's own and what others say are separate figures. Money is added up in its own currency only, in nominal amounts.
boards-staff = Staff
boards-count-staff = { $count ->
    [one] 1 snapshot by the day
   *[other] {$count} snapshots by the day
}
boards-first-staff = Record a staffing snapshot: as of when, how many posts there are, how many are filled and how many vacant.
boards-chart-staff = Posts filled and vacant, snapshot by snapshot
boards-total-staff-vacant = Vacant posts, of those authorised in the latest snapshot
boards-total-staff-trained = People trained, of the posts filled in the latest snapshot
boards-departures = Departures
boards-count-departures = { $count ->
    [one] 1 record of departures by the day
   *[other] {$count} records of departures by the day
}
boards-first-departures = Record each departure with its date, how many people left and why.
boards-chart-departures = People who left, by reason
boards-total-departures-people = People who left, all together
boards-total-departures-handed = Records of departures with cases handed over, of those that tell
boards-training = Training
boards-count-training = { $count ->
    [one] 1 course by the day
   *[other] {$count} courses by the day
}
boards-first-training = Record the courses the staff received, with their topic and how many people took them.
boards-total-training-trained = Attendances at courses, all together
boards-fund = Money
boards-count-fund = { $count ->
    [one] 1 record of funds by the day
   *[other] {$count} records of funds by the day
}
boards-first-fund = Record by fiscal year what was assigned, accessible and spent, with its currency.
boards-chart-fund = Assigned, accessible and spent, by fiscal year
boards-total-fund-accessible = Accessible, of what was assigned
boards-total-fund-spent = Spent, of what was accessible
boards-total-fund-spent_assigned = Spent, of what was assigned
boards-contracts = Contracts
boards-count-contracts = { $count ->
    [one] 1 contract by the day
   *[other] {$count} contracts by the day
}
boards-first-contracts = Record the contracts by which measures are provided: what they are for and whether they were published.
boards-total-contracts-published = Published, of the contracts that tell

## Commitments
boards-caveat-commitments = “Overdue” means that the promised date went by without proof of fulfilment; it does not say that the promise was broken. Without a promised date nothing is overdue.
boards-commitments = Commitments
boards-count-commitments = { $count ->
    [one] 1 commitment by the day
   *[other] {$count} commitments by the day
}
boards-first-commitments = Record what an authority promised: who, to whom, when and by when.
boards-chart-commitments = Commitments by who made them
boards-stage-commitments-kept = Kept
boards-stage-commitments-partly = Partly kept
boards-stage-commitments-broken = Broken
boards-stage-commitments-overdue = Overdue without proof
boards-stage-commitments-unknown = Not known
boards-total-commitments-kept = Kept, of those known or overdue
boards-total-commitments-overdue = Overdue without proof, of those with a date
boards-total-commitments-undated = Without a promised date, of all
boards-total-commitments-proved = With evidence of fulfilment, of all

## Concerns
boards-caveat-concerns = Each claim keeps who makes it, of when it is and its hedge. What stands against it is beside it; the program does not decide who is right.
boards-concerns = Concerns and demands
boards-count-concerns = { $count ->
    [one] 1 concern or demand
   *[other] {$count} concerns and demands
}
boards-first-concerns = Record what is of concern in the words of who holds it, with the evidence for it.
boards-chart-concerns = Concerns by topic
boards-stage-concerns-worse = Getting worse
boards-stage-concerns-open = Open
boards-stage-concerns-contested = Contested
boards-stage-concerns-improving = Improving
boards-stage-concerns-resolved = Resolved
boards-stage-concerns-unknown = Not recorded
boards-total-concerns-open = Not resolved, of those that tell their state
boards-total-concerns-proved = With linked evidence, of all
boards-total-concerns-against = With another version beside, of all
boards-claims = What is claimed and what stands against it
boards-count-claims = { $count ->
    [one] 1 claim by the day
   *[other] {$count} claims by the day
}
boards-first-claims = Record what an authority or organisation claims and link the version that contradicts it.
boards-chart-claims = Claims by stance
boards-total-claims-against = With another version beside, of all
boards-total-claims-stigmatising = Stigmatising, of those that tell

## Figures
boards-caveat-figures = The hollow square is what was published, with its hedge; the full one is what the records here count by the day above. They are never added to or divided by each other.
boards-figures = Published figures
boards-count-figures = { $count ->
    [one] 1 published figure by the day
   *[other] {$count} published figures by the day
}
boards-first-figures = Record a figure somebody published: what it counts, who says it, of when it is and with which hedge.
boards-chart-figures = Published figures, by who tells them
boards-stage-figures-disputed = Somebody disputes it
boards-stage-figures-standing = Nobody disputes it here
boards-total-figures-disputed = Figures somebody disputes, of all
boards-total-figures-hedged = With a hedge, of all
boards-own-none = no indicator counts it
