# Printed reports. Whoever did harm is always alleged.

## On every page
report-maker-unnamed = Resguardo
report-made = Made on { $date }
report-page = Page { $page } of { $pages }
report-level-full = Full: contains identities
report-level-no-identities = No identities
report-level-statistics = Figures only
report-period-all = Everything recorded, without limits of date

## Incidents: title and notices
incidents-title = Incidents against human-rights defenders and journalists
incidents-level-full = This document contains names and details that can put people at risk. Do not hand it over outside your organisation without the consent of those who appear in it.
incidents-level-no-identities = This document carries no names. People and organisations appear under codes that hold within it only, dates are told by their month, places by their state, and the only free text is the public summary of each incident. Even so, somebody who knows a case may recognise it: read it before you publish it.
incidents-level-statistics = This document carries figures only. A small figure can point at a person: look through the tables before you publish them.
incidents-none = No incidents are recorded in this period. This says what was recorded, not what happened.

## Incidents: figures
incidents-figures = Figures
incidents-unit-incidents =
    { $count ->
        [one] incident
       *[other] incidents
    }
incidents-unit-acts =
    { $count ->
        [one] act of aggression
       *[other] acts of aggression
    }
incidents-unit-victims =
    { $count ->
        [one] victim
       *[other] victims
    }
incidents-table-aggression = Table { $number }. Acts by type of aggression
incidents-table-state = Table { $number }. Incidents by federal entity
incidents-table-month = Table { $number }. Incidents by month
incidents-table-sex = Table { $number }. Victims by sex
incidents-of-aggression = Type of aggression
incidents-of-state = Federal entity
incidents-of-month = Month
incidents-of-sex = Sex
incidents-counted-incidents = Unit: incidents.
incidents-counted-acts = Unit: acts (one type of aggression in one incident).
incidents-counted-victims = Unit: victims (each person or collective, once per incident).
incidents-head-incidents = Incidents
incidents-head-acts = Acts
incidents-head-victims = Victims
incidents-total = Total
incidents-coarse = { $date } (month not known)
incidents-missing-unclassified = Not classified

## Incidents: list
incidents-list = The incidents
incidents-no-date = No date recorded
incidents-no-place = No place recorded
incidents-acts = Acts
incidents-act = Act { $number }
incidents-types = Type of aggression
incidents-victims = Victims
incidents-perpetrators = Alleged perpetrators
incidents-nothing = Not recorded

## Incidents: what we do not know
incidents-unknown = What we do not know
incidents-unknown-lead = A missing value does not count as a no. These are the gaps of the tables, with the reason for each.
incidents-unknown-none = Every incident of this report has its type, place, month and sex of victims recorded.
incidents-gap = Missing { $missing } of { $total }: { $reasons }.
incidents-gap-reason = { $reason } ({ $count })
incidents-reason-unknown = unknown
incidents-reason-not-asked = not asked
incidents-reason-withheld = withheld
incidents-reason-not-recorded = not recorded
incidents-reason-unclassified = not classified
incidents-undated-label = Date and period
incidents-undated-gap =
    { $count ->
        [one] 1 incident was left out of this report because its date does not tell whether it falls in the period.
       *[other] { $count } incidents were left out of this report because their dates do not tell whether they fall in the period.
    }
incidents-coarse-label = Month
incidents-coarse-gap =
    { $count ->
        [one] 1 incident has a date less precise than the month and takes a row of its own.
       *[other] { $count } incidents have dates less precise than the month and take rows of their own.
    }

## Incidents: method
incidents-method = How it was counted
incidents-method-units = An incident is one event and holds one or more acts: one type of aggression, those who suffered it and its alleged perpetrators. Each table says what it counts and never mixes units. An incident with several acts appears in several rows of the table by type, so its rows can add up to more than the incidents. A victim is counted once per incident; somebody who suffered two incidents is counted twice.
incidents-method-alleged = Perpetrators are always alleged: what is told is what has been said of them, not what a court has found.
incidents-method-own = The figures come from what this organisation recorded. They are not the whole of what happened, and they are not added to official figures.
incidents-method-missing = What the rows in italics mean
incidents-means-unknown = It was looked for or asked, and is not known.
incidents-means-not-asked = Nobody asked.
incidents-means-withheld = It is known and kept back on purpose.
incidents-means-not-recorded = The field is empty.
incidents-means-unclassified = It is written in words that do not yet belong to a term of the list.
