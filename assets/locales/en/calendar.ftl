## Days on which an authority did not work
settings-calendar = Non-working days
closed-title = Days on which an authority did not work
closed-what = The calendars of the laws are in the program already. Write here the days an authority or a court closed by its own decision: every clock they move says so.
closed-none = No day written down.
closed-date = Day or days
closed-reason = Reason
closed-law = Calendar
closed-every-law = Every calendar
closed-from = First day
closed-to = Last day, if several
closed-hint = A whole day: “18 Apr 2014”.
closed-add = Add
closed-remove = Take away
closed-remove-of = Take away {$date}
closed-removed = Days taken away: the clocks count them again
