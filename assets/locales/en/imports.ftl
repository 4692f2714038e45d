
import-title = Import {$kind}
import-file = {$file} · {$number ->
    [one] one row
   *[other] {$rows} rows
}
import-file-sheet = {$file} · sheet “{$sheet}” · {$number ->
    [one] one row
   *[other] {$rows} rows
}
import-steps = Steps
import-at-file = File
import-at-columns = Columns and values
import-at-review = Review
import-at-run = Import
import-kind = What is in each row?
import-kind-help = Persons, groups and alleged perpetrators of each row are recorded apart and linked.
import-drop = Drop the spreadsheet here
import-drop-what = XLSX, ODS or CSV. Nothing is saved before the last step.
import-choose = Choose the file
import-before = Earlier imports
import-none-before = None yet.
import-batch = {$kind} · rows: {$rows} · {$at}
import-undo = Undo the import
import-was-undone = undone
import-taken = {$removed} records to the bin, {$restored} with their earlier values.
import-kept = {$number} stay: somebody wrote in them since.
import-all-columns = Columns
import-recognised = {$recognised} of {$all} recognised; change what does not fit
import-in-file = In the file
import-brings = What it holds
import-goes-to = Goes to
import-result = Result
import-covered = sample covered
import-target-of = Where “{$column}” goes
import-as-written = Keep as written
import-left-out = Do not import
import-nothing-yet = No record has been saved yet.
import-review = Review {$number ->
    [one] one row
   *[other] {$rows} rows
}
import-arrange = Another sheet, or another heading row (now {$row})
import-sheet = Sheet
import-heading-row = Heading row
import-values-of = Values of “{$column}”
import-rows = Rows
import-in-catalogue = In the catalogue
import-term-of = Terms of “{$value}”
import-no-place = What has no place in the catalogue is kept in its own words and can be classified later.
import-leave-unclassified = leave unclassified
import-no-values = No column of this file goes to a catalogue.
import-mapping-name = Name of the mapping
import-mapping-used = Read as “{$name}”
import-mapping-use = Read as…
import-mapping-save = Save the mapping
import-running = Importing
import-meanwhile = What is in stays in if you stop; all of it can be undone.
import-done = {$number ->
    [one] One row came in
   *[other] {$shown} rows came in
}
import-stopped = {$number ->
    [one] Stopped: one row came in
   *[other] Stopped: {$shown} rows came in
}
import-done-changed = {$number ->
    [one] One record changed
   *[other] {$shown} records changed
}
import-done-skipped = {$number ->
    [one] One row did not come in: it was there already, or was a heading or total
   *[other] {$shown} rows did not come in: they were there already, or were headings or totals
}
import-done-unmatched = {$number ->
    [one] One value was kept in its own words
   *[other] {$shown} values were kept in their own words
}
import-see-list = See the list
import-another = Import another file
review-ready = {$number ->
    [one] One row comes in
   *[other] {$shown} rows come in
}
review-duplicates = {$number ->
    [one] one was there already
   *[other] {$shown} were there already
}
review-problems = {$number ->
    [one] one cell to look at
   *[other] {$shown} cells to look at
}
review-no-problems = no cell to look at
review-fix = Cells to look at
review-fix-what = What is not put right here is kept as written, beside its row. The file does not change.
review-cell = Cell
review-what = What is the matter
review-instead = It should say
review-instead-of = What {$cell} should say
review-changes = Rows that were there already and now say something else
review-apply = {$number ->
    [one] Apply one change
   *[other] Apply {$shown} changes
}
review-record = Record
review-field = Field
review-now = Recorded
review-then = In the file
review-sample = This is how they will be
review-row = Row
review-save-problems = Rows with problems
review-saved = Saved in {$file}
review-nothing = Import: no new rows
review-run = Import {$number ->
    [one] one row
   *[other] {$rows} rows
}
previous = Previous
following = Next
import-mapping-keep = Save
