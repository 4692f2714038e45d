today-heading = Today, {$day}
today-sentence = {$count ->
    [0] Nothing waits.
    [one] One matter waits.
   *[other] {$count} matters wait.
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
today-first = Where to begin
today-first-record = Register an aggression
today-first-record-what = With what is known. Nothing is required; it is completed later.
today-first-record-do = Register an incident
today-first-import = Bring in what you have
today-first-import-what = Last year's spreadsheet, as it is. All of it can be undone.
today-first-import-do = Import a sheet
today-first-writers = Say who writes
today-first-writers-what = So that every change says whose it is.
today-first-writers-do = Add persons
today-nothing = Nothing waits.
today-aside = Latest
