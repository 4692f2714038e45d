capture-saved = Saved on this laptop
capture-files = Photos and files
capture-add-files = Add
capture-drop = or drop here
capture-attached = {$number ->
    [one] one file
   *[other] {$shown} files
}
capture-done = Done
capture-another = Done and another
capture-nothing-required = Nothing is required.
tab-time = Chronology
tab-fields = Fields
tab-files = Files
tab-links = Links
tab-history = History
record-modified = changed on {$at}
record-writer = Written by
record-conflicts = {$number ->
    [one] Two versions of a field
   *[other] Two versions of {$shown} fields
}
record-read-with = Read together with
record-separate = Separate
record-reveal = Show identities
record-add = Add
record-more = More
record-merge = Merge with another
record-parts = Parts of the record
record-facts = Main facts
record-covered = picture covered until asked for
record-two-versions = Two versions.
record-decide = Decide
quoted = “{$text}”
more = See more
fields-all = All fields
fields-done = Done
field-written = {$by}, {$at}
field-edit = Change {$field}
edit = Change
keys-edit = Change the field
links-what = Record
links-when = When
links-how = How they are linked
links-of = {$shown} of {$all}
links-none = Nothing points to this record yet.
history-when = When
history-who = Who
history-field = Field
history-before = Before
history-after = After
history-nobody = No name
history-emptied = emptied
action-create = Record made
action-set = Written
action-add = Added
action-remove = Removed
action-status = Archived, binned or restored
action-merge = Merged with another
action-unmerge = Separated
action-newer = Newer version
reveal-title = Show identities
reveal-what = Names, contacts and exact places of this record are shown until you lock. Who asked and why is written down.
reveal-why = Reason
reveal-own = Or in your own words
reveal-needs = The reason is missing
reveal-do = Show
reveal-not = Do not show
file-save = Save to…
file-redact = Cover parts
file-evidence = See the evidence
files-none = No file yet.
picture-graphic = Graphic picture, covered.
picture-not-shown = It cannot be shown here.
redact-title = Cover parts of {$name}
redact-how = Draw boxes over what must not be seen. By keyboard: Enter adds, arrows move, Shift and arrows size, Delete removes.
redact-area = Picture with {$number} boxes
redact-boxes = {$number ->
    [0] No box yet
    [one] One box
   *[other] {$shown} boxes
}
redact-note = What was covered and why
redact-needs = A box is missing
redact-make = Make the covered copy
redact-original = The original does not change.
merge-choose = Merge with which one?
merge-what = Both are read as one; nothing is deleted and they can be separated later.
merge-find = Name or folio
merge-both-stay = Nothing is lost: what both say stays. Where they differ there will be two versions to decide.
merge-two-versions = Two versions
merge-are-two = They are two
merge-undo = It can be undone.
merge-do = Merge
versions-title = {$number ->
    [one] Two versions of a field
   *[other] Two versions of {$shown} fields
}
versions-what = Both versions are saved; nobody made a mistake. Decide which one stands now: the other stays in the history.
versions-third = A third, written by you
versions-later = Decide later
versions-written = It will be written who decided, with the earlier versions.
versions-choose = Choose a version
versions-save = {$number ->
    [one] Save the decision
   *[other] Save the {$shown} decisions
}
keys-choose = Choose the version of that number
command-new = Register {$kind}
command-go = go
command-earlier = said before
command-also-earlier = Search earlier values too
command-found = {$number ->
    [0] Nothing found
    [one] One record
   *[other] {$shown} records
}
command-not-ready = The index is being built; only folios for now.
time-none = Nothing with a date touches this record yet.
history-of = History of {$field}
keys-history = History of the field
fields-esc = Esc leaves and keeps what was written.
record-export = Export
links-certainty = Certainty
links-certainty-of = Certainty of the link with {$title}
versions-long = long text: can be joined by hand
versions-none = No version is left to decide.
versions-to-record = See the record
versions-veiled = Names are covered. To decide on them they have to be seen.
merge-veiled = Names are covered. To know whether they are the same it helps to see them.
redact-box = Box {$number}
redact-box-remove = Take box {$number} away
redact-remove = Take away
keys-next = Next in the list
keys-previous = Previous in the list
sharing-sees = Who sees what
sharing-here = On this laptop, those who write: {$what}
sharing-here-nobody = On this laptop nobody is listed as writing
sharing-full = Full export: everything, names too
sharing-no-identities = Without identities: {$what}
sharing-no-identities-nothing = Without identities: nothing of this case
sharing-statistics = Statistics only: nothing of this case, counts alone
sharing-before = Before sharing
sharing-recent = {$count ->
    [0] There is an aggression of today: ask again
    [one] There is an aggression of a day ago: ask again
   *[other] There is an aggression of {$count} days ago: ask again
}
sharing-person = {$who}: {$level}
sharing-ran-out = {$who}: {$level}; ran out, ask again
sharing-nothing-recorded = nothing recorded
record-hand-over = Hand over…
record-call-sheet = Sheet of calls…
