# What is due, for another program’s calendar.
ics-screen = Take to my calendar
ics-count =
    { $count ->
        [0] Nothing to take
        [one] one date
       *[other] { $count } dates
    }
ics-none = Nothing has a date: there is nothing to take.
ics-day = When
ics-line = What it says
ics-holds = What it holds
ics-holds-what = Clocks that run or ran out, planned check-ins with their hour, next steps, what was promised and measures to review: the code of the record, what it is and the article.
ics-holds-not = What it does not hold
ics-holds-not-what = Names, places or anything somebody wrote. The codes open something only inside Resguardo.
ics-warning = A calendar is often copied by itself to the telephone and the cloud. Without names, it still says how many matters there are and of what kind.
ics-file = dates
dialog-ics = Where to save the calendar
ics-save = Save the calendar
ics-saved =
    { $number ->
        [one] {$file}: one date
       *[other] {$file}: {$shown} dates
    }
