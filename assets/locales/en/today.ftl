today-heading = Today, {$weekday} {$day}
today-sentence = {$count ->
    [0] Nothing waits.
    [one] One matter waits.
   *[other] {$count} matters wait{$near ->
        [0] .
        [one] ; one is due in 48 hours.
       *[other] ; {$near} are due in 48 hours.
    }
}
today-conflicts = Two versions to decide
today-conflicts-what = Written offline at the same time; both are saved
today-doubles = Perhaps twice
today-double = Looks like {$folio}
today-imports = Imports to classify
today-unclassified = {$count ->
    [one] One value kept as written, not classified
   *[other] {$count} values kept as written, not classified
}
today-complete = To complete
today-missing = Missing: {$fields}
today-latest = Latest
today-nothing = Nothing waits
today-nothing-lead = All that is written is complete and in order.
today-copy = Backup
today-not-same = They are not the same
first-title = What to do first
first-record = Write down an aggression with what is known
first-record-what = Nothing is required: the date may be “March 2014”, and what is missing can be completed later.
first-record-do = Record an incident
first-import = Bring what you already have
first-import-what = Last year's spreadsheet comes in whole; nothing is saved before the last step, and all of it can be undone.
first-import-do = Import a spreadsheet
first-copy = Keep a sealed copy elsewhere
first-copy-what = A USB drive is enough. Nobody opens it without your passphrase.
first-copy-do = Make the copy
today-beside = To decide, and latest
today-complete-none = Nothing to complete
today-late = Steps and tasks past their date
today-soon = Steps and tasks due in 48 hours
today-clocks = Clocks that ran out
today-clocks-soon = Clocks that run out in 48 hours
today-more = { $count ->
    [one] and 1 more
   *[other] and {$count} more
}
today-more-of = {$more}: {$label}
today-fewer = Show fewer
today-fewer-of = Show fewer: {$label}
today-waits-for = Waits for {$who}
today-consents = Consents to renew
due-late = { $count } days overdue
due-yesterday = due yesterday
due-today = due today
due-tomorrow = due tomorrow
due-days = due in { $count } days
today-calls = Check-ins without an answer
today-calls-soon = Check-ins planned
today-promises = What an authority promised
today-reviews = Measures to review
call-who = Call with {$who}
call-planned = planned for {$date}
call-answered = They called
call-no-answer = No answer
call-acted = Plan in motion
call-later = Reschedule
call-what-to-do = What to do
call-in-15 = In 15 minutes
call-in-30 = In 30 minutes
call-in-60 = In one hour
call-tomorrow = Tomorrow at the same hour
call-now = it is now
call-minutes-ago = { $count ->
    [one] one minute ago
   *[other] {$count} minutes ago
}
call-hours-ago = {$count} hours ago
call-days-ago = {$count} days ago
call-minutes-in = { $count ->
    [one] in one minute
   *[other] in {$count} minutes
}
call-hours-in = in {$count} hours
call-days-in = in {$count} days
today-take = Take along…
today-hand-over = Hand over the work…
today-call-sheet = Sheet of calls…
today-calendar = Take to my calendar…
