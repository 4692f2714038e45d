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
