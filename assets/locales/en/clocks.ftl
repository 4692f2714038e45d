## Clocks
clock-running = running: {$length} left
clock-running-no-limit = no limit in the law: {$length} so far
clock-running-at-once = at once, with no number of days in the law: {$length} so far
clock-met = met in {$length}
clock-met-between = met; it took {$length}
clock-met-plain = met
clock-late = met late, by {$length}
clock-overdue = overdue by {$length}
clock-no-limit = no limit in the law
clock-overdue-unrecorded = not on record here; the term ended {$length} ago
clock-stopped = stopped: {$event}
clock-not-held = not applicable: the text of that date is not held
clock-not-in-force = not applicable: it was not in force
clock-other-path = not applicable: it belongs to another procedure
clock-other-kind = not applicable: it belongs to another kind of act
clock-no-condition = not applicable: its condition is not on record
clock-missing = not known: the date of “{$event}” is missing
clock-imprecise = cannot be determined: the dates are not precise enough
clock-no-path = not known: the procedure is missing
clock-met-same-day = met the same day
clock-not-begun = not running yet: “{$event}” is not on record
clock-article = Art. {$article}
clock-articles = Arts. {$article}
clock-days = { $count ->
    [one] 1 day
   *[other] {$count} days
}
clock-days-between = between {$least} and { $count ->
    [one] 1 day
   *[other] {$count} days
}
clock-hours = { $count ->
    [one] 1 hour
   *[other] {$count} hours
}
clock-hours-between = between {$least} and { $count ->
    [one] 1 hour
   *[other] {$count} hours
}
limit-hours = { $count ->
    [one] 1 hour
   *[other] {$count} hours
}
limit-days = { $count ->
    [one] 1 calendar day
   *[other] {$count} calendar days
}
limit-working-days = { $count ->
    [one] 1 working day
   *[other] {$count} working days
}
limit-months = { $count ->
    [one] 1 month
   *[other] {$count} months
}
limit-years = { $count ->
    [one] 1 year
   *[other] {$count} years
}
limit-immediately = at once
limit-same-act = in the same act
limit-any-time = at any time
limit-none = no limit in the law
limit-never = must not happen
limit-next-session = at the next session
limit-each-month = each month
limit-each-year = each year
clock-note-own-day = own non-working days, {$from} to {$to}: {$reason}
clock-note-calendar = the calendar of that date is not held; that of {$law} was used
clock-note-suspended = terms suspended from {$from} to {$to}
clock-note-extended = term extended on {$date}
clock-note-filed-earlier = filed earlier with another office, on {$date}
clock-note-contrary = it happened on {$date} although the law forbids it
clock-note-too-early = a date before the start, {$date}, does not count
clock-note-doubtful = the date {$date} is approximate or uncertain
clock-note-announced = counted from a day still to come, {$date}
clock-note-derived = the number was derived from the article
clocks-none = No clock.
clocks-institution = The Mechanism
ics-written = { $count ->
    [one] 1 due date written
   *[other] {$count} due dates written
}
clocks-unknown = { $count ->
    [one] 1 clock has not begun or lacks a date: --state unknown shows it.
   *[other] {$count} clocks have not begun or lack a date: --state unknown shows them.
}
clock-documented = proven by a document
clock-stated = only stated
clocks-tab = Clocks
clocks-begun = Clocks that run or ran
clocks-open = Not running yet, or a date is missing
clocks-nothing = No clock of the law runs here. They begin with the dates and steps you write down.
clocks-until = due: {$date}
clocks-owes = Owed by: {$who}
clocks-of = {$label}: {$of}
clocks-count = See the count
clocks-count-of = See the count of “{$label}”
count-title = How it was counted
count-lines = The count, day by day
count-quote = The law says (in Spanish)
count-start = {$event}: day zero
count-effective = the notice takes effect
count-weekly = { $count ->
    [one] 1 Saturday or Sunday does not count
   *[other] {$count} Saturdays and Sundays do not count
}
count-weekend = Saturday or Sunday
count-moved = a day of rest that the Federal Labour Law moves
count-own = {$reason} (your organisation wrote it down)
count-out = does not count: {$why}
count-calendar = Calendar: {$article}
count-clock-changed = Clocks changed between start and end, from {$before} to {$after}: the hours that passed are counted
count-due = last day, as counted: it is judged by this one
count-extended = if a last day that does not work moves on (LFPA 29)
count-with-extension = with the extension the authority may grant
count-if-suspended = if the time it stood still is not counted
step-record = Record a step
step-verb = Record
step-event = What happened
step-at = When
step-proof = Document that proves it
step-proof-none = Without a document it stands as “only stated”. You can add it later.
step-usual = What usually proves it: {$proof}
step-recorded = Step recorded: {$step}, {$date}
step-known = That step was written already: {$step}, {$date}
