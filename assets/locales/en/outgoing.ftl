out-full = Names, telephones and exact places leave. Only for who knows them already.
out-rare = Without names, somebody might still be recognised by a rare combination of place, date and work. The program does not check that yet: look record by record.
out-small-counts = A figure of one or two can point to somebody. The program does not hide it yet.
out-no-return = What leaves cannot be taken back from other computers.
report-events = {$count ->
    [one] 1 event
   *[other] {$shown} events
}
report-undated = {$count ->
    [one] One incident is left out: its date does not say whether it falls in the period.
   *[other] {$shown} incidents are left out: their dates do not say whether they fall in the period.
}
dialog-export = Where to save the list
dialog-report = Where to save the report
export-name = list
report-name = report
