## Lists
list-words = Search in this list
list-rows = rows {$first} to {$last}
list-import = Import
list-status = Which records
list-in-use = In use
list-archived = Archived
list-binned = Bin
group-by = Group:
group-by-none = none
group-none = nothing recorded
row-split = Two versions
sort-by = Order by {$column}
columns = Columns
columns-own = The usual ones
field-find = Find a field
view-all = All
views = Saved views
view-changed = saved view, changed
view-save-changes = Save
view-save = Save what is shown
view-name = Name of the view
view-needs-name = Save: a name is missing
view-forget = Forget the view {$name}
export-seen = Export what is shown
export-nothing = Export: nothing is shown
filter-add = Filter
filter-none = Remove all
filter-title = Filter
filter-fields = Fields
filter-other-field = Another field
filter-how = How it is compared
filter-hold = Filter
op-is = is
op-not = is not
op-from = from
op-until = until
op-contains = contains
op-absent = empty
op-unknown = not known
value-find = Find a value
values-more = {$shown} of {$all} shown; type to get closer.
none-yet = There are no {$kinds} yet
none-yet-lead = Record one with what is known, or bring those you already have in a spreadsheet.
none-record = { $id ->
    [case] Record a case
    [collective] Record a collective or outlet
    [consent] Record a consent
    [document] Record a document
    [evidence] Record evidence
    [incident] Record an incident
    [milestone] Record a milestone
    [note] Record a note or task
    [official_figure] Record a published figure
    [organisation] Record an organisation or institution
    [perpetrator] Record an alleged perpetrator
    [person] Record a person
    [testimony] Record a testimony
   *[other] Record: { $kind }
}
none-archived = Nothing is archived
none-binned = The bin is empty
none-in-use = See those in use
none-words = No record has “{$text}”
none-passes = {$number ->
    [one] No record passes the filter
   *[other] No record passes the {$number} conditions
}
none-without = Remove “{$filter}”
none-unknown = See where “{$filter}” is not known
none-clear = Remove all filters
chosen-count = {$number ->
    [one] 1 chosen
   *[other] {$shown} chosen
}
chosen-bar = {$number ->
    [one] With the chosen record
   *[other] With the {$shown} chosen
}
chosen-tag = Tag
chosen-edit = Write one field
chosen-archive = Archive
chosen-bin = To the bin
chosen-restore = Restore
chosen-export = Export
export-too-many = Export: choose up to {$most}, or all
unchoose = Clear the selection
unchoose-key = Clear the selection (Esc)
chosen-edit-title = {$number ->
    [one] Write into 1 record
   *[other] Write into {$shown} records
}
chosen-field = Field
chosen-which = Choose a field
chosen-adds = It is added to what each record already has.
chosen-write = {$number ->
    [one] Write into 1
   *[other] Write into {$shown}
}
pane = The main things of the record
pane-writer = Written by
pane-open = Open
pane-history = History
keys-filter = Search in the list
keys-columns = Columns
keys-unchoose = Clear the selection
