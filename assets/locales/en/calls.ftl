# Check-ins: the sheet that is carried, and what is answered on Today. The sheet says neither whose it is nor why.
calls-title = Calls
calls-foot = One copy only. When done, write it up and tear the sheet.
calls-none = No call is planned.
calls-head-hour = When
calls-head-until = Wait until
calls-head-called = Called
calls-head-not = No answer
calls-head-real = Actual time
calls-after = +{ $length }
calls-minutes = { $count } min
calls-hours = { $count } h
calls-file = calls
dialog-calls = Where to save the sheet of calls
calls-done =
    { $count ->
        [one] Sheet with one call, written to { $file }.
       *[other] Sheet with { $count } calls, written to { $file }.
    }
calls-warning = Paper has no passphrase: whoever holds the sheet reads what is on it. Carry it only if needed and tear it when done.
calls-answered = Noted: they answered.
calls-answered-late = Noted: they answered late.
calls-no-answer = Noted: no answer. Follow what was agreed.
calls-acted = Noted: the plan is in motion.
calls-postponed = Call agreed for { $date }.
calls-screen = Sheet of calls
calls-of-day = The calls of the day
calls-day = Which day
calls-day-help = “27 Nov 2026”. Empty: today.
calls-day-all = Empty: all that are to come.
calls-save = Save the sheet
calls-count =
    { $count ->
        [one] one call
       *[other] { $count } calls
    }
calls-saved =
    { $number ->
        [one] {$file}: one call
       *[other] {$file}: {$shown} calls
    }
calls-out-full = The name, the place, the plan and whom to call leave. The agreed word is not printed.
calls-out-blank = Codes and hours leave; the place, the plan and whom to call stay blank, to be written by hand.
