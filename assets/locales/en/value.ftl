# Values of records. Labels of fields and terms are not here: they come with the schema and the catalogues.

## The three ways to say nothing, and what is not understood yet
value-unknown = Unknown
value-not-asked = Not asked
value-withheld = Withheld
value-not-recorded = Not recorded
value-as-written = “{ $text }”
value-newer = Value written by a newer version of the program

## Numbers
number-about = about { $amount }
number-at-least = at least { $amount }
number-at-most = at most { $amount }

## Lengths of time
duration-min =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-h =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
duration-d =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
duration-wd =
    { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
duration-mo =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }

## Places
place-municipality-code = municipality { $code }
place-radius = { $point } (within { $metres } m)

## Links
certainty-0 = not said
certainty-1 = possible
certainty-2 = probable
certainty-3 = confirmed

## Acts: a perpetrator is always alleged
act-unknown = Aggression of unknown type
act-victims =
    { $number ->
        [one] victim: { $names }
       *[other] victims: { $names }
    }
act-perpetrators =
    { $number ->
        [one] alleged perpetrator: { $names }
       *[other] alleged perpetrators: { $names }
    }

## Steps of a procedure
step-stated = { $event }: { $date } (as stated)
step-documented = { $event }: { $date } (shown by { $proof })

## Dates
date-day = { $day } { $month } { $year }
date-day-short = { $day } { $month } { $year }
date-month = { $month } { $year }
date-month-short = { $month } { $year }
date-season = { $season } { $year }
date-decade = the { $year }s
date-about = about { $date }
date-uncertain = perhaps { $date }
date-about-uncertain = perhaps about { $date }
date-until = until { $date }
date-since = since { $date }
date-interval =
    { $fromKind ->
        [day] from { $from }
       *[other] from { $from }
    } { $toKind ->
        [day] to { $to }
       *[other] to { $to }
    }
date-time = { $date }, { $time }
date-time-offset = { $date }, { $time } (UTC{ $offset })
date-zone = { $date } (zone { $zone })
month-01 = January
month-02 = February
month-03 = March
month-04 = April
month-05 = May
month-06 = June
month-07 = July
month-08 = August
month-09 = September
month-10 = October
month-11 = November
month-12 = December
month-short-01 = Jan
month-short-02 = Feb
month-short-03 = Mar
month-short-04 = Apr
month-short-05 = May
month-short-06 = Jun
month-short-07 = Jul
month-short-08 = Aug
month-short-09 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
season-21 = spring
season-22 = summer
season-23 = autumn
season-24 = winter
