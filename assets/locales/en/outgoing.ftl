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
report-outside = {$count ->
    [one] One incident falls outside the period.
   *[other] {$shown} incidents fall outside the period.
}
report-binned = {$count ->
    [one] One incident is in the bin and does not leave.
   *[other] {$shown} incidents are in the bin and do not leave.
}
dialog-export = Where to save the list
dialog-report = Where to save the report
export-name = list
report-name = report
out-stays = Stays on this laptop
out-leaves = Leaves in the file
out-does-not = does not leave
out-shown = Showing {$shown} of {$all}; the others follow the same rule.
export-title = Export {$kind}
export-count = {$number ->
    [one] one record
   *[other] {$shown} records
}
export-level = How much it tells
level-full = Everything
level-no-identities = No identities
level-statistics = Figures only
export-form = In which form
form-xlsx = Sheet (XLSX)
form-csv = Text (CSV)
form-json = Data (JSON)
form-pdf = PDF
form-docx = Word (DOCX)
export-language = In which language
export-where = The file is written where you say, unsealed.
export-save = {$number ->
    [one] Save 1 to a file
   *[other] Save {$shown} to a file
}
export-saved = {$number ->
    [one] {$file}: one record
   *[other] {$file}: {$shown} records
}
report-of-incidents = Report of incidents
report-from = From
report-from-help = “2013”, “March 2014”. Empty: from the first.
report-until = Until
report-save = Save the report
library-find = Search the library
library-add = Add a document
library-no-type = No type
library-empty = No document yet
library-empty-lead = Laws, reports, official letters and press notes that support what is recorded.
column-folio = Folio
counts-kept-here = conditions that do not leave, because they could name somebody
report-seen = What is shown
report-by-record = Record by record
report-as-pages = Pages
report-page-of = Page {$page} of {$pages}
report-page-before = Previous
report-page-after = Next
report-paper = Paper
paper-letter = Letter
paper-a4 = A4
out-preview = What stays and what leaves
