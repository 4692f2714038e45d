list-all = {$count ->
    [one] 1 record
   *[other] {$all} records
}
list-some = {$total} of {$all}: {$why}
list-text = with “{$text}”
list-without = Without “{$filter}: {$value}” there would be {$count ->
    [one] 1
   *[other] {$count}
}.
chip-not = not {$values}
chip-from = from {$values}
chip-until = until {$values}
chip-contains = with “{$values}”
chip-absent = empty
foot-records = {$count ->
    [one] 1 record
   *[other] {$shown} records
}
foot-events = {$count ->
    [one] 1 event of {$all}
   *[other] {$shown} events of {$all}
}
foot-acts = {$count ->
    [one] 1 act
   *[other] {$shown} acts
}
foot-victims = {$count ->
    [one] 1 victim
   *[other] {$shown} victims
}
status-restored = {$count ->
    [one] One record restored
   *[other] {$count} records restored
}
status-archived = {$count ->
    [one] One record archived
   *[other] {$count} records archived
}
status-binned = {$count ->
    [one] One record in the bin
   *[other] {$count} records in the bin
}
group-what = What happened
group-where-when = Where and when
group-who = Who
group-state-response = What authorities did
group-sources = Where it is known from
group-internal = Internal
date-stored = Kept as “{$date}”.
date-help = Write what is known: “March 2014”, “about 2013”, “yesterday”.
date-not-understood = Not understood as a date. Was it a month, a year? For example “13 Mar” or “about 2013”.
date-today = It is today, {$weekday}.
date-yesterday = It was {$weekday}, yesterday.
date-ago = It was {$weekday}, {$count} days ago.
date-weekday = It was {$weekday}.
date-ahead = It will be {$weekday}, in {$count ->
    [one] 1 day
   *[other] {$count} days
}.
date-no-day = no day
date-no-month = no month
date-no-year = no year
date-no-hour = no hour
list-unknown = {$count ->
    [one] There is 1 more
   *[other] There are {$count} more
} where “{$filter}” is not known.
bulk-written = {$count ->
    [one] One record changed
   *[other] {$count} records changed
}
undone = {$count ->
    [one] Undone in one record
   *[other] Undone in {$count} records
}
moment-silence = {$most} days with nothing recorded
moment-silence-between = Between {$least} and {$most} days with nothing recorded
moment-without-date = no date
writer-unknown = No name
merged = Both records are read as one
