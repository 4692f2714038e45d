## The controls of the window
remove-value = Remove {$value}
undo = Undo
dismiss = Close the notice
close = Close
close-keeps = Close (Esc). Nothing is lost
stop = Stop
done-of = {$done} of {$total}
under-way = Under way
choices = Choices
chosen = Chosen
choose-all = Choose all that pass
choose-row = Choose {$folio}
no-choices = Nothing matches
keep-as-written = Keep "{$text}" as it is, classify later
create-named = {$kind}: create with the name "{$name}"
add-value = Add "{$text}"
role-of = Role of {$name}
no-role = Role
type-folio = Type {$folio} to confirm

cell-empty = Empty: nobody has written anything
cell-unknown = Not known
cell-not-asked = Not asked
cell-withheld = withheld
cell-veiled = Identity withheld
cell-unclassified = not classified
cell-versions =
    { $number ->
        [one] {$number} version
       *[other] {$number} versions
    }
answer-yes = Yes
answer-no = No
answer-partly = Partly
answer-withheld = Withheld
no-value-of = {$field}: no value
empty-field = Empty
write-instead = Write

date-known = Write what is known: "March 2014", "about 2013"
date-precision = How exact it is
date-exact = exact
date-roughly = more or less
hedge = How exact it is
hedge-exact = exactly
hedge-about = about
hedge-at-least = at least
hedge-at-most = at most
unit = Unit
unit-mxn = pesos
unit-usd = dollars
unit-eur = euros
unit-d = days
unit-wd = working days
unit-h = hours
unit-min = minutes
unit-mo = months
place-state = State
place-municipality = Municipality
place-locality = Locality
act-aggression = Type of aggression
act-against = Against whom
act-by = Alleged perpetrators
act-add = Another act
act-remove = Remove this act
step-what = What happened
step-when = When
step-add = Another step
step-remove = Remove this step

## Keys, as they read on the keyboard
key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-enter = Enter
key-escape = Esc
key-tab = Tab
key-space = Space
key-delete = Del
key-home = Home
key-end = End
key-pageup = Page Up
key-pagedown = Page Down
key-arrowleft = ←
key-arrowright = →
key-arrowup = ↑
key-arrowdown = ↓
field-stays = Leaves only in a full export.
