## Indicators
indicators-head = Indicators as of {$date}
indicators-own = Own records
indicators-official = Published by others
indicators-of = {$over} of {$under}
indicators-days = {$count} days
indicators-not-recorded = not recorded
indicators-missing = { $count ->
    [one] 1 without data
   *[other] {$count} without data
}
indicators-cannot-missing = Cannot be computed: missing {$field}
indicators-cannot-too-few = no percentage: fewer than 10
indicators-cannot-not-applicable = Not applicable: it would be divided by zero
indicators-cannot-not-reached = More than half are still open

## The dashboard
section-mechanism = Mechanism
mechanism-board = Dashboard
mechanism-states = States
board-what = Performance, what was published beside what is recorded
as-of = As of
as-of-before = Earlier date with changes
as-of-after = Later date with changes
board-id = Id.
board-indicator = Indicator
board-official = Published, and by whom
board-own = Recorded here
board-trend = By half year
board-unpublished = Not published
board-open = Open the records of this figure
board-concerns = Open concerns
board-concerns-none = None recorded
board-table = Figures by half year instead of bars
board-behind = Records of this figure
board-behind-first = The first 500 are shown.
keys-table = See the table or the drawing
indicators-percent = {$share}%
indicators-nothing-here = Nothing recorded
indicators-unknown = Not known
indicators-of-unknown = of a total not given
indicators-unit-days = days
indicators-unit-months = for every 100 months
indicators-times-limit = {$times} times the limit of {$limit} days
indicators-a-month = {$count} a month
indicators-hedge = “{$hedge}”
indicators-no-value = no data
indicators-trend-few = too few cases
indicators-trend-said = By half year: {$points}
indicators-limit = limit: {$count} days
indicators-median = days, median; n = {$count}
indicators-still-open = { $count ->
    [one] 1 is still open, counted as open
   *[other] {$count} are still open, counted as open
}
indicators-records = { $count ->
    [0] no records
    [one] 1 record
   *[other] {$count} records
}
indicators-by-state = state
indicators-by-sex = sex
indicators-by-profile = profile
indicators-by-procedure = procedure
indicators-by-risk-level = risk level
indicators-by-perpetrator-type = alleged perpetrator
indicators-by-year = year
indicators-parts-none = No record of this figure can be told apart this way.
indicators-parts-caveat = A record with several values counts in each. “Not recorded” means not known, not that it does not happen.
parts-by = By
parts-by-none = not taken apart
parts-over = How many
parts-under = Of
parts-value = Result
parts-missing = No data
parts-records = Records
parts-all = See all records
trend-title = By half year
trend-save = Save the drawing and its table
states-save = Picture and table
states-few = 1 to 4
concerns-voices = { $count ->
    [one] another voice
   *[other] {$count} other voices
}
indicators-more = { $count ->
    [one] See the other one
   *[other] See the other {$count}
}
indicators-sentence = {$own} with own records, {$official} with published figures
indicators-family-access = Access
indicators-family-time = Times
indicators-family-measures = Measures
indicators-family-organs = Organs
indicators-family-staff = Staff
indicators-family-money = Funds
indicators-family-coordination = Coordination
indicators-family-justice = Justice
indicators-family-aggression = Aggressions
indicators-family-prevention = Prevention
indicators-family-dissemination = Dissemination
indicators-beside-age = Age of those not yet reviewed
indicators-beside-beneficiaries = Among beneficiaries
indicators-beside-broad = Counting those that match in part
indicators-beside-charged = With a charge
indicators-beside-complaint = With a complaint
indicators-beside-days = Days until put in place
indicators-beside-days-after-limit = Days late
indicators-beside-days-since = Days since promised, without a date
indicators-beside-disappeared = Disappeared
indicators-beside-events = Incidents
indicators-beside-for-each = For each beneficiary
indicators-beside-handover = Days of handing over
indicators-beside-identified = With somebody identified
indicators-beside-in-time = Resolved in time
indicators-beside-increased-risk = Raised the risk
indicators-beside-investigation = With an investigation
indicators-beside-knew-mechanism = Knew the Mechanism
indicators-beside-monthly = Monthly, of those due
indicators-beside-natures-used = Natures used, of those there are
indicators-beside-new-a-month = New cases a month, by analyst
indicators-beside-of-assigned = Of what was assigned
indicators-beside-of-measures = Police measures, of all
indicators-beside-organs = The six organs
indicators-beside-partly-kept = Partly kept
indicators-beside-per-month = A month
indicators-beside-reading-b = By reading B of the law
indicators-beside-stigmatising = Stigmatising
indicators-beside-study = In the study alone
indicators-beside-upheld = Upheld
indicators-beside-victims = Victims
indicators-beside-with-council = With the Council
indicators-beside-women = Women among those who sit
indicators-beside-working = In place and working
indicators-basis-i01 = Applications the Board reviewed, of those received · Arts. 7, 27 and 29
indicators-basis-i02 = Received less reviewed; may include those not admitted
indicators-basis-i03 = Median in calendar days; those still without a study count · Art. 27
indicators-basis-i04 = With a study within 10 days, of those whose 10 days are past · Art. 27
indicators-basis-i05 = Extraordinary procedure with the hour known · Art. 26-I
indicators-basis-i06 = From when they are issued; the law can be read in two ways · Art. 26-II
indicators-basis-i07 = Median; the law sets no limit, only the next session · Art. 7
indicators-basis-i08 = Of the decisions of the Board · Art. 29-I
indicators-basis-i09 = By measure, not by case; of those whose 30 days are past · Art. 29
indicators-basis-i10 = Median from the application to the first measure carried out
indicators-basis-i11 = Admitted, of those decided on admission
indicators-basis-i12 = Measures the study recommended, on average by plan
indicators-basis-i13 = According to the person, of the plans assessed
indicators-basis-i14 = Plans in which every measure is a police measure
indicators-basis-i15 = In the study and in one measure at least, of the studies read
indicators-basis-i16 = Of the studies read
indicators-basis-i17 = Different natures of measure, on average by plan
indicators-basis-i18 = According to the person, of the measures assessed
indicators-basis-i19 = Acts for every 100 months of persons with measures in force
indicators-basis-i20 = Vacant posts, of those authorised
indicators-basis-i21 = Departures in 12 months, of the mean staff
indicators-basis-i22 = Open cases for each analyst · Arts. 20 and 22
indicators-basis-i23 = Staff trained in the last 24 months
indicators-basis-i24 = Cases with two or more changes of officer
indicators-basis-i25 = Of those the law establishes
indicators-basis-i26 = Days since the date set by the third transitory article
indicators-basis-i27 = Accessible, of what was assigned; nominal pesos
indicators-basis-i28 = Spent, of what was accessible; nominal pesos
indicators-basis-i29 = Published, of what is to be published each year
indicators-basis-i30 = Published, of what a contract is to show
indicators-basis-i31 = Of 32; limit: 26 December 2012, tenth transitory article. Signing is not operating
indicators-basis-i32 = Of 32; active and verified in the last six months
indicators-basis-i33 = Of the measures that failed or came late
indicators-basis-i34 = Of those that are due
indicators-basis-i35 = Without a conviction, of the investigations opened
indicators-basis-i36 = Of the acts documented, how many reach a sentence
indicators-basis-i37 = Sessions held, of the months that passed · Art. 7
indicators-basis-i38 = Seats filled, of those there are
indicators-basis-i39 = Acts with enough verification. Documented is not occurred
indicators-basis-i40 = Journalist victims of fatal acts
indicators-basis-i41 = Verified cases of the last 12 months, each person once
indicators-basis-i42 = Activities in the period
indicators-basis-i43 = Public acts of backing in 12 months, by an under-secretary or above
indicators-basis-i44 = Published, of those due · Arts. 8-IX, 16-IX and 18-XI
indicators-basis-i45 = Documented victims who did not apply, of those who could
indicators-basis-i46 = Carried out, of those issued
indicators-basis-i47 = For every 100 decisions · Arts. 55 to 62
indicators-basis-i48 = Voluntary share among beneficiaries, against the documented one
indicators-basis-i49 = Agreed before or when granted · Arts. 8-IV and 31
indicators-basis-i50 = Active, of those announced · Arts. 41 to 45

## The states
states-title = States
states-code = INEGI
states-name = State
states-conventions = Conventions
states-contacts = Points of contact
states-acts = Acts documented
states-failures = Failures
states-topic = What the map shows
states-map = Map
states-table = Table of the 32 states
states-credit = Map: @svg-maps/mexico, Victor Cazanave, from mapsvg.com, CC BY 4.0. Not to scale; for location only.
states-official-mark = official figure
states-own-mark = own records
states-inset = Centre, enlarged
states-conventions-said = {$signed} of {$total} states with a signed convention, according to {$holder}, {$date}.
states-conventions-own = {$signed} of {$total} states with a signed convention, by one's own records.
states-conventions-caveat = Signing is not operating; where the source does not date each signature, the table says so.
states-contacts-said = {$count} of {$total} states with a working point of contact, verified in the last six months.
states-contacts-caveat = To verify is a call or a written answer, dated. No data is not no point of contact.
states-acts-said = { $count ->
    [one] 1 act documented with its state.
   *[other] {$count} acts documented with their state.
}
states-acts-caveat = Documented is not occurred: where nobody records, the map stays blank.
states-failures-said = { $count ->
    [one] 1 measure failed for lack of coordination between levels of government.
   *[other] {$count} measures failed for lack of coordination between levels of government.
}
states-failures-caveat = Of the measures that failed and whose cause was recorded.
states-conventions-column = Convention
states-signed-column = Signed
states-contacts-column = Contact
states-acts-column = Acts
states-failures-column = Coordination
states-none = none
states-blank = no data
states-unknown = not known
states-not-applicable = not applicable
states-step-signed = Signed
states-step-review = In revision or negotiation
states-step-without = Without a convention
states-step-blank = No data
states-step-working = Working
states-step-stale = Not verified in six months, or inactive
states-step-none = none
states-step-few = 1 to 4, covered when published
states-step-q2 = 5 to 9
states-step-q3 = 10 to 19
states-step-q4 = 20 to 29
states-step-q5 = 30 or more
