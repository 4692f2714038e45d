# The open work, handed over to whoever goes on.
handover-title = Handover of open work
handover-desk = The whole desk, as of { $date }
handover-of = { $record }, as of { $date }
handover-level-full = This document holds names and details that can put people at risk. Give it by hand, only to whoever goes on with the work, and destroy it once it is no longer needed.
handover-level-no-identities = This document holds no names and nothing anybody wrote: each matter is found in Resguardo by its code. Dates are complete, because without them nobody can go on; whoever knows a case may recognise it by them.
handover-hands-over = Hands over
handover-receives = Receives
handover-day = Date
handover-late =
    { $count ->
        [one] matter past its date
       *[other] matters past their date
    }
handover-dated =
    { $count ->
        [one] matter with a date to come
       *[other] matters with a date to come
    }
handover-calls =
    { $count ->
        [one] check-in planned
       *[other] check-ins planned
    }
handover-nothing = Nothing is open: no clock runs, no check-in is planned and nothing was left to do.
handover-heading = { $part } ({ $count })
handover-part-calls = Check-ins
handover-part-calls-lead = Agreed with somebody at risk, with no answer written down. They come first: a missed call does not wait.
handover-part-clocks = Clocks of the law
handover-part-clocks-lead = Those that run and those that ran out with nothing to show they were met, by application.
handover-part-steps = Next steps and tasks
handover-part-steps-lead = What the organisation said it would do.
handover-part-promises = What an authority promised
handover-part-promises-lead = Commitments, promises and recommendations with a date, not yet noted as kept.
handover-part-reviews = Measures to review
handover-part-reviews-lead = Measures that end on that day unless somebody reviews them.
handover-part-consents = Consents
handover-part-consents-lead = Those that end within thirty days, those that ended and those withdrawn. What was withdrawn is not used.
handover-part-incomplete = Records to complete
handover-part-incomplete-lead = Written by hand and still without what a report needs.
handover-part-contacts = How to reach people
handover-part-contacts-lead = The people who appear in this handover. Before calling, read the rules each of them set.
handover-rest =
    { $count ->
        [one] One more is in Resguardo.
       *[other] { $count } more are in Resguardo.
    }
handover-about = About
handover-of-what = Of what
handover-reading = reading { $way }
handover-what-call = Call
handover-what-step = Next step
handover-what-promise = Claim it, or note that it was kept
handover-what-review = Ask for a review
handover-what-consent = Ask again
handover-what-withdrawn = Do not use what they told
handover-withdrawn = withdrawn
handover-outside = What this document does not hold
handover-outside-institution =
    { $count ->
        [one] One clock of the institution, which is nobody’s own: it is under Mechanism.
       *[other] { $count } clocks of the institution, which are nobody’s own: they are under Mechanism.
    }
handover-outside-ended =
    { $count ->
        [one] One clock of an application that has ended.
       *[other] { $count } clocks of applications that have ended.
    }
handover-outside-written = What was agreed by word of mouth and nobody wrote down. Ask whoever hands over.
handover-outside-contacts = Telephones, addresses and rules of contact: they are in Resguardo, on the page of each code.
handover-outside-safe-word = The words agreed with each person: they are never printed.
handover-signed = Signatures
handover-signed-lead = The handover was read whole, and what was missing was written down in Resguardo.
handover-file = handover
dialog-handover = Where to save the handover
handover-done =
    { $count ->
        [one] Handover with one matter, written to { $file }.
       *[other] Handover with { $count } matters, written to { $file }.
    }
handover-screen = Hand over the open work
handover-whole = The whole desk
handover-as-of = As of
handover-as-of-help = “14 Mar 2014”. Empty: today.
handover-save = Save the handover
handover-saved =
    { $number ->
        [one] {$file}: one matter
       *[other] {$file}: {$shown} matters
    }
handover-out-full = Names, telephones and what somebody wrote leave. Only for whoever goes on with the work, and by hand.
handover-out-dates = Codes, articles and complete dates leave; no name and no text. Whoever knows a case may recognise it by its dates.
