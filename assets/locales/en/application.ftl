## An application to the Mechanism
application-tab = Procedure
application-way = The procedure, step by step
application-as-of = As of {$date}, time of central Mexico. What is dated later is not counted.
application-not-recorded = not on record
course-other = {$label}: {$text}
course-share = ({$number} of {$total})
course-was-due = Was due: {$date}
course-due = Due: {$date}
course-next-session = Next session: {$date}
course-no-session = Next session: not on record
course-none = The law of that date is not held here: there is no way to draw.
course-reading = Reading {$reading}
scale-title = {$label}, to scale
scale-said = {$length} since the start ({$start}); the law gives {$limit}.
scale-due = {$date}: due
measures-title = Measures
measures-sentence = { $total ->
    [one] 1 measure
   *[other] {$total} measures
}: { $asked ->
    [one] 1 with the date it was asked for
   *[other] {$asked} with the date they were asked for
}, { $granted ->
    [one] 1 decreed
   *[other] {$granted} decreed
}, {$standing} in place
measures-what = Measure
measures-asked = Asked for
measures-study = In the study
measures-granted = Decreed
measures-agreed = Agreed
measures-standing = In place since
measures-none = No measure on record. Add one with “Add”.
proof-title = What proves each date
proof-written = Written by {$by}, {$at}
proof-nobody = somebody without a name
proof-only-said = Only stated: no document proves it
proof-due = due date: {$label}
proof-counted = Counted: {$start} + {$limit}.
proof-digest = Beginning of the SHA-256 of the file
proof-risk = Level of risk
permitted-title = What the law permits now
permitted-what = By the dates on record; this is no legal advice.
