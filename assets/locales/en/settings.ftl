## Settings
settings-looks = Appearance
settings-persons = People who write
settings-fields = Fields and terms
settings-unlocking = Opening and locking
settings-copy = Archive and copies
settings-about = About

looks-language = Language
looks-language-what = Words, dates and numbers. What people wrote stays as it is.
looks-theme = Theme
theme-system = As the desktop
theme-light = Light
theme-dark = Dark
looks-size = Size of text
looks-size-what = At 200% everything still fits a small screen.
looks-rows = Height of rows
looks-rows-what = In lists.
rows-compact = Compact
rows-normal = Normal
rows-comfortable = Comfortable
looks-singles = Single-letter keys
looks-singles-what = J and K to go on and back, / to filter. Only outside the fields one writes in.
looks-singles-on = Use single-letter keys

persons-here = Who writes on this laptop
persons-what = The name stands beside each change, so that one knows whom to ask. It is no password: whoever opens the archive can write under any of these names.
persons-nobody = Nobody is on the list yet. Changes are kept without a name.
persons-writes-now = writes now
persons-write-as = Write under this name
persons-write-as-name = Write under this name: {$name}
persons-retire = Take off the list
persons-retire-name = Take off the list: {$name}
persons-new = Name or nickname
persons-add = Add
persons-gone = No longer write here
persons-gone-what = What they wrote keeps their name.
persons-retire-title = Take {$name} off the list?
persons-retire-what = What this person wrote keeps the name. It can no longer be chosen for writing; whoever comes back is added again.
persons-keep = Keep on the list

idle-title = Lock when idle
idle-what = When nobody touches the window, the archive is locked and what was being written is kept, sealed.
idle-minutes = Minutes without a touch
idle-help = From 1 to 60 minutes.
idle-fault = Write a whole number from 1 to 60. The one before still holds.

passphrase-title = Passphrase
passphrase-what = The new passphrase opens the same archive. The twelve words stay the same. A sealed copy made before opens with the passphrase of then.
passphrase-current = Current passphrase
passphrase-change = Change the passphrase
passphrase-leave = Leave it
passphrase-keyfile-there = Ask for a key file that exists already
passphrase-keyfile-from-now = Ask for the same key file from now on
passphrase-keyfile-now = This archive asks for a key file too
passphrase-waits-current = Write the current passphrase
passphrase-is-changed = The passphrase has changed. From now on only the new one opens; the twelve words still do.

words-title = Recovery words
words-what = If the paper was lost or somebody saw it, twelve new words are made. The ones before no longer open this archive.
words-make = Make twelve new words
words-leave = Keep the ones before
words-show = Show the words
words-changed = From now on only the twelve new words open. Destroy the paper of before.

copy-title = Sealed copy
copy-what = Copies the whole archive, encrypted, to a drive or disk you choose; reads it back and compares it. It opens with the same passphrase or the same words. It never replaces what is already there.
copy-make = Make a sealed copy
copy-under-way = Copying and comparing
copy-made = Keep it away from the laptop.
meanwhile = you can go on working

verify-title = Verify the archive
verify-what = Reads everything on the disk and checks that nobody changed it and nothing is damaged: each entry, its signature and each attached file.
verify-begin = Verify now
verify-under-way = Verifying the archive
verify-next = Nothing that can be read was changed. Make a sealed copy now and keep the earlier ones: what is damaged may be whole in one of them.

about-licence = Free software under the AGPL 3.0 or later. Nobody charges for it or receives data from it.
about-what = Resguardo keeps on this laptop the records of people who document attacks, encrypted and offline. It never uses the network.
about-vault = The archive is in
about-vault-what = The folder can be copied whole to another place; everything in it is encrypted. Beside it, in clear, stand only the language, the size of text and the laptop's nickname.
about-credits = Made with the work of
about-name = Name
about-terms = Licence
