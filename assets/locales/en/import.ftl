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
column-as-written = {$count ->
    [one] One cell, kept as written
   *[other] {$filled} cells, kept as written
}
column-open = {$open ->
    [one] 1 of {$all} values to place
   *[other] {$open} of {$all} values to place
}
column-values = {$all} values
column-unread = {$filled} read, {$unread} to look at
column-read = {$count ->
    [one] One read
   *[other] {$filled} read
}
dialog-import = Choose the spreadsheet
dialog-problems = Where to save the cells with problems
problems-name = problems.csv
