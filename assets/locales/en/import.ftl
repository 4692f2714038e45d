# What an import says of a cell.

cell-not-a-date = not a date; kept as written
cell-not-a-number = not a number; kept as written
cell-not-a-duration = not a length of time; kept as written
cell-not-an-amount = not an amount with its currency; kept as written
cell-not-an-answer = neither yes, no nor partly; kept as written
cell-one-value-only = the field holds one value; the others are kept as found
cell-too-long = longer than a value may be; kept as found
cell-formula-failed = a formula that failed; kept as found
cell-beyond-headings = beyond the last heading; kept as found
cell-headings-again = the row repeats the headings; left out
cell-total-row = the row sums up the others; left out

# The sheet of counts of an export.
counts-kind = Kind of record
counts-made-on = Made on
counts-disclosure = Disclosure level
counts-filter = Filter
counts-rows = Rows
counts-archived = Archived ones among them
counts-all = Records of this kind in all

column-empty = empty
column-left-out = not imported
column-as-written = {$count ->
    [one] One note, nothing lost
   *[other] {$filled} notes, nothing lost
}
column-open = {$open ->
    [one] 1 of {$all} values to place
   *[other] {$shown} of {$all} values to place
}
column-unread = {$read} read, {$unread} to look at
column-covered = stays reserved
column-silent = “{$said}” will be “{$means}”
column-values = {$values ->
    [one] One value
   *[other] {$all} values
}
column-numbers = {$count ->
    [one] One number
   *[other] {$filled} numbers
}
column-texts = {$count ->
    [one] One with text
   *[other] {$filled} with text
}
column-read = {$count ->
    [one] One read
   *[other] {$filled} read
}
import-nothing = nothing
dialog-import = Choose the spreadsheet
dialog-problems = Where to save the cells with problems
problems-name = problems.csv
