# Errors: what happened, what is safe (.safe), what to do (.next).

no-such-kind = There is no kind of record “{$kind}”.
    .safe = Nothing was changed.
    .next = “resguardo kinds” shows the kinds there are.

no-such-field = The kind “{$kind}” has no field “{$field}”.
    .safe = Nothing was changed.
    .next = “resguardo kinds” shows the fields of each kind.

no-such-record = No record has this id.
    .safe = Nothing was changed.
    .next = Find it with “resguardo search” or “resguardo list”; its first eight digits are enough.

several-records = Several records begin with these digits.
    .safe = Nothing was changed.
    .next = Type more digits of the id.

too-few-digits = These digits are too few to tell a record.
    .safe = Nothing was changed.
    .next = Type at least the first eight digits of the id.

several-acts = The incident has several acts; it is not clear which to change.
    .safe = Nothing was changed.
    .next = Change the whole field {$field}: --set 'acts:=[…]'.

filter-unreadable = The filter “{$filter}” cannot be read.
    .safe = Nothing was changed.
    .next = A filter is field=value, field>=value, field<=value or field~text, with one of these fields: {$fields}.

no-such-writer = Nobody on the list of persons who write is called that.
    .safe = Nothing was changed.
    .next = “resguardo writers list” shows the list; “resguardo writers add NAME” adds somebody.

not-mergeable = These two records cannot be merged.
    .safe = Nothing was changed.
    .next = Two different records of one kind that are not merged yet can be.

not-merged = This record is not merged into another.
    .safe = Nothing was changed.
    .next = “resguardo show” tells which records are read as one.

unreadable = The file {$file} cannot be read: {$reason}.
    .safe = Nothing was changed.
    .next = Check the file's name and your permissions.

unwritable = The file {$file} cannot be written: {$reason}.
    .safe = The vault has not changed.
    .next = Choose another place, or check permissions and space.

sheet-too-costly = Reading this sheet takes more memory or time than it may.
    .safe = Nothing was changed.
    .next = Usually the file is damaged or made to do harm. Open it in your spreadsheet program, copy only the data to a new sheet and save it as .csv.

no-such-import = No import has this id, or it was undone already.
    .safe = Nothing was changed.
    .next = “resguardo list journal” shows the imports.

no-such-attachment = No attachment has this id.
    .safe = Nothing was changed.
    .next = “resguardo attachments list ID” shows the attachments of a record.

too-large = The file is larger than {$limit} MiB.
    .safe = Nothing was changed.
    .next = Split the file into smaller parts.

no-such-board = There is no board “{$board}”.
    .safe = Nothing was changed.
    .next = There are these: {$known}.

no-such-calendar = There is no calendar “{$law}”.
    .safe = Nothing was changed.
    .next = There are these: {$known}.

no-such-indicator = There is no indicator “{$id}”.
    .safe = Nothing was changed.
    .next = They go from I01 to I50; naming none shows all.

not-taken-apart = Indicators are not taken apart by “{$by}”.
    .safe = Nothing was changed.
    .next = Try state, sex, procedure, perpetrator_type or year, or a field of your own.

no-such-form = There is no form “{$form}”.
    .safe = Nothing was changed.
    .next = There are these: {$forms}.

figures-say-nothing = In figures alone this document would say nothing: it tells of records, one by one.
    .safe = Nothing was written.
    .next = Choose “no-identities” (codes and dates) or “full” (with names).

document-not-set = The document could not be set.
    .safe = The vault has not changed and no half-made file is left.
    .next = This is a mistake of this program; export the list with “resguardo export” in the meantime.

not-a-date = “{$date}” is not a date.
    .safe = Nothing was changed.
    .next = Write 2014, 2014-05 or 2014-05-03.

not-a-record = This JSON does not describe a record: {$reason}.
    .safe = Nothing was changed.
    .next = An object with the fields as names is expected: {"{"}"date": "2014-05"{"}"}.

not-empty = The vault has records already: the demonstration goes into an empty one only.
    .safe = Nothing was changed.
    .next = Make another vault with “resguardo --vault OTHER init”.

value-no-such-field = There is no field {$field}.
    .safe = Nothing was changed.
    .next = “resguardo kinds” shows the fields and their types.

value-computed = The field {$field} is computed from others; it is not written.
    .safe = Nothing was changed.
    .next = Change the fields it comes from.

value-one-only = The field {$field} holds one value only.
    .safe = Nothing was changed.
    .next = Give one value.

value-wrong-type = This value cannot stand in the field {$field}.
    .safe = Nothing was changed.
    .next = Dates are written 2014, 2014-05 or 2014-05-03; money “1200 MXN”; “resguardo kinds” shows the fields and their types.

value-no-such-term = This value is not in the list “{$catalogue}” of the field {$field}.
    .safe = Nothing was changed.
    .next = A word that has no place in the list yet can be kept as it is: --set 'field:={"{"}"as_written":"…"{"}"}'.

value-no-such-role = The field {$field} has no such role.
    .safe = Nothing was changed.
    .next = “resguardo kinds” shows the fields and their types.

value-no-such-record = The field {$field} points to a record that does not exist.
    .safe = Nothing was changed.
    .next = Make that record first.

value-wrong-kind = The field {$field} does not point to records of that kind.
    .safe = Nothing was changed.
    .next = “resguardo kinds” shows the fields and their types.

value-too-long = The text of the field {$field} is longer than 256 KiB.
    .safe = Nothing was changed.
    .next = Keep it as an attachment.

no-vault = There is no vault in that folder.
    .safe = Nothing was changed.
    .next = Make one with “resguardo init”, or name another folder with --vault.

folder-not-empty = The folder holds something already; no vault is made there.
    .safe = What is in the folder is as it was.
    .next = Name a new or empty folder.

synced-folder = That folder is copied to other machines by {$service}; a vault can be damaged or split there.
    .safe = Nothing was changed.
    .next = Choose a folder that no program syncs.

vault-in-use = Another program has this vault open.
    .safe = Nothing was changed.
    .next = Close it there and try again.

passphrase-form = A passphrase has 1 to 1024 bytes and no null character.
    .safe = Nothing was changed.
    .next = Type another.

weak-passphrase = This passphrase is soon guessed ({$characters} characters, strength {$score} of 4).
    .safe = Nothing was changed.
    .next = Use fourteen characters or more; six random words are better than one word with digits.

recovery-word-count = There are twelve recovery words; {$found} arrived.
    .safe = Nothing was changed.
    .next = Type them all, parted by spaces.

recovery-word-unknown = Word {$position} is not on the list.
    .safe = Nothing was changed.
    .next = Check that word on your sheet; accents do not matter.

recovery-words-checksum = All twelve words are on the list, but one is another or two changed places.
    .safe = Nothing was changed.
    .next = Check them in order against your sheet.

kdf-memory-bounds = The memory for key derivation is 64 to 2048 MiB.
    .safe = Nothing was changed.
    .next = Give a number between these, or none.

not-enough-memory = There are no {$mib} MiB of free memory to open the vault.
    .safe = Nothing was changed.
    .next = Close other programs and try again. There is no weaker mode.

wrong-passphrase = Could not open. The passphrase, the key file or both do not match.
    .safe = Nothing was changed; you may try again as often as you need.
    .next = Check passphrase, key file and keyboard. The twelve recovery words open it too.

header-unreadable = The vault's header is damaged in both copies.
    .safe = The records are still sealed in the folder; nothing was written.
    .next = Copy the whole folder to another disk first, then restore a backup.

header-parameters = The header asks for parameters outside what is allowed: somebody may have altered it.
    .safe = No key was derived and nothing was written.
    .next = Copy the folder to another disk and restore a backup.

older-header = The header is older than the rest of the vault: somebody may have put an earlier one back.
    .safe = Nothing was written.
    .next = Restore a recent backup; if you changed nothing by hand, treat the machine as tampered with.

newer-format = A newer version of Resguardo wrote this vault.
    .safe = Nothing was changed.
    .next = Update the program to open it.

keyring-damaged = The vault's keyring is damaged in both copies.
    .safe = The records are still in the folder, sealed; nothing was written.
    .next = Copy the folder to another disk and restore a backup.

ledger-damaged = The vault's ledger is damaged (segment {$segment}, byte {$offset}).
    .safe = The rest can be read; nothing is written over the damage.
    .next = Run “resguardo verify”, copy the folder and restore a backup.

read-only-write-failed = The disk did not confirm a write; the vault is read-only now.
    .safe = Everything confirmed before is kept.
    .next = Check the disk, then close and open the vault again.

read-only-damage = The vault is damaged and read-only.
    .safe = What can be read is shown; nothing is written over the damage.
    .next = Run “resguardo verify”, copy the folder and restore a backup.

read-only-header = The header was altered; the vault is read-only.
    .safe = The records can be read.
    .next = Copy the folder and restore a backup; treat the machine as tampered with.

entry-too-large = An entry of {$bytes} bytes is too large.
    .safe = Nothing was changed.
    .next = Keep long texts as attachments.

entry-damaged = An entry cannot be opened.
    .safe = The rest can be read; nothing was written.
    .next = Run “resguardo verify” to see what is missing.

attachment-missing = The file of this attachment is missing.
    .safe = The record itself is whole.
    .next = Restore a backup; “resguardo verify” lists all that are missing.

attachment-damaged = The file of this attachment is damaged; nothing of it was written.
    .safe = The record itself is whole.
    .next = Restore a backup.

disk-full = The disk is full.
    .safe = Everything confirmed before is kept.
    .next = Free some space and try again.

no-randomness = The system gives no random numbers; nothing is sealed without them.
    .safe = Nothing was changed.
    .next = Restart the machine.

disk-failed = The disk did not answer as it should: {$reason}.
    .safe = Everything confirmed before is kept.
    .next = Check the disk and the folder's permissions.

outside-failed = Reading or writing outside the vault failed: {$reason}.
    .safe = The vault has not changed.
    .next = Check the file and the space left.

bug = A mistake of this program: {$what}.
    .safe = Everything confirmed before is kept.
    .next = Tell its makers; no data need be sent.

sheet-file-too-large = The file is larger than {$limit} MiB.
    .safe = Nothing was changed.
    .next = Split it into several.

sheet-empty = The file has no cells.
    .safe = Nothing was changed.
    .next = Check that it is the right file.

sheet-cell-too-long = Row {$row} has a cell of more than 1 MiB.
    .safe = Nothing was changed.
    .next = Open the sheet in your program, copy the data to a new one and save it as .csv or .xlsx.

sheet-too-many-rows = The sheet has more than {$limit} rows.
    .safe = Nothing was changed.
    .next = Split it into several.

sheet-too-many-columns = Row {$row} has too many columns.
    .safe = Nothing was changed.
    .next = Check the file's separator.

sheet-too-many-cells = The file has more than {$limit} cells.
    .safe = Nothing was changed.
    .next = Split it into several.

sheet-too-many-sheets = The file has more than {$limit} sheets.
    .safe = Nothing was changed.
    .next = Leave only those you want to import.

sheet-unclosed-quote = In row {$row} a quotation mark is opened and not closed.
    .safe = Nothing was changed.
    .next = Mend that cell and try again.

sheet-old-excel = This is a workbook of Excel 97–2003 (.xls).
    .safe = Nothing was changed.
    .next = Open it and save it as .xlsx or .csv.

sheet-protected = The workbook is protected by a password.
    .safe = Nothing was changed.
    .next = Save a copy without one.

sheet-not-a-table = This file is not a table.
    .safe = Nothing was changed.
    .next = .csv, .xlsx and .ods are read.

sheet-damaged = The workbook is damaged.
    .safe = Nothing was changed.
    .next = Open the sheet in your program, copy the data to a new one and save it as .csv or .xlsx.

sheet-bomb = The workbook holds far more than its size allows: it is damaged or made to do harm.
    .safe = Nothing was changed.
    .next = Do not open it without asking where it comes from. Open the sheet in your program, copy the data to a new one and save it as .csv or .xlsx.

sheet-document-type = The workbook declares a document type that no sheet needs: it may be made to do harm.
    .safe = Nothing was changed.
    .next = Do not open it without asking where it comes from. Open the sheet in your program, copy the data to a new one and save it as .csv or .xlsx.

sheet-no-such-sheet = The workbook has no sheet of that name.
    .safe = Nothing was changed.
    .next = Mend “sheet” in the mapping file.

sheet-no-headings = Row {$row} has no headings.
    .safe = Nothing was changed.
    .next = Mend “heading_row” in the mapping file.

sheet-no-such-kind = Nothing is imported into that kind of record.
    .safe = Nothing was changed.
    .next = “resguardo kinds” shows the kinds there are.

mapping-unreadable = The mapping file cannot be read: {$reason}.
    .safe = Nothing was changed.
    .next = “--mapping-out F.toml” writes one that can be corrected.

mapping-no-such-field = The mapping names “{$path}”, which is no field a cell can fill.
    .safe = Nothing was changed.
    .next = “resguardo kinds” shows the fields.

mapping-no-such-term = The mapping names “{$term}”, which is not in the list of {$path}.
    .safe = Nothing was changed.
    .next = Mend that term.

export-not-written = The export could not be written: {$reason}.
    .safe = The vault has not changed.
    .next = Try another format.

passphrases-differ = The two passphrases differ.
    .safe = Nothing was changed.
    .next = Try again.

usage-unknown-argument = There is no option “{$word}”.
    .safe = Nothing was changed.
    .next = “resguardo --help” shows the commands and their options.

usage-unknown-command = There is no command “{$word}”.
    .safe = Nothing was changed.
    .next = “resguardo --help” shows the commands and their options.

usage-missing-argument = Missing: {$word}.
    .safe = Nothing was changed.
    .next = “resguardo --help” shows the commands and their options.

usage-bad-value = That value does not fit {$word}.
    .safe = Nothing was changed.
    .next = “resguardo --help” shows the commands and their options.

usage-no-command = It is not said what to do.
    .safe = Nothing was changed.
    .next = “resguardo --help” shows the commands and their options.

usage-wrong = The line cannot be read: {$word}.
    .safe = Nothing was changed.
    .next = “resguardo --help” shows the commands and their options.

usage-set = “{$word}” is not field=value.
    .safe = Nothing was changed.
    .next = “resguardo --help” shows the commands and their options.

usage-which-vault = It was not said which vault, and there are {$count} in the usual folder.
    .safe = Nothing was changed.
    .next = Name it with --vault FOLDER or RESGUARDO_VAULT.

usage-no-passphrase = The passphrase is missing and cannot be asked for here.
    .safe = Nothing was changed.
    .next = Give it with --passphrase-file FILE (“-” is standard input).

no-index = The search failed: there is too little memory for the index.
    .safe = The records are safe.
    .next = Close other programs and try again; “resguardo list” works all the same.

vault-locked = The vault is locked.
    .safe = Nothing was changed.
    .next = Unlock it and try again.

words-differ = At least one of the three words does not match.
    .safe = The vault is not made yet; the twelve words are still the same.
    .next = Compare your copy with the twelve words and type the three again.

no-reason = The reason is missing.
    .safe = The name is still covered.
    .next = Choose a reason or write one; it is written down together with who asked.

no-name = The name is missing.
    .safe = Nothing was saved.
    .next = Write what it is called and save again.

nothing-to-undo = That can no longer be undone from here.
    .safe = Nothing was changed.
    .next = The record's history has the earlier values.

no-such-version = That version is no longer among those to decide.
    .safe = Nothing was changed.
    .next = Open the versions again: somebody may have decided before.

not-shown = This file cannot be shown here.
    .safe = The file is kept as it came.
    .next = Save it to a place of your own to open it with another program.

nothing-covered = Nothing is covered.
    .safe = The original is untouched; no copy was made.
    .next = Draw at least one box over what must not be seen.

no-import = No file is in hand with that.
    .safe = Nothing was written.
    .next = Choose the file again.

copy-differs = The copy did not turn out equal to the vault, so it does not count.
    .safe = The vault did not change. Nothing is left of the copy.
    .next = Try another disk or USB stick: this one gave back something else than was written.

stopped = Stopped.
    .safe = Nothing was changed.
    .next = Begin again whenever you like.

place-taken = Something with that name is there already.
    .safe = What is there was not touched; the vault did not change.
    .next = Choose another place.

place-in-vault = That place is inside the vault.
    .safe = Nothing was changed.
    .next = Choose another disk or a USB stick: a copy beside the vault is lost with it.

no-new-words = There are no twelve new words to check.
    .safe = The words from before still work.
    .next = Ask for twelve new words again.

new-words-differ = One of the three words is not the one that belongs there.
    .safe = Nothing was changed: the words from before still work.
    .next = Compare your copy with the twelve words and type the three again.

own-field-no-kind = There is no kind of record with that id to which fields can be added.
    .safe = Nothing was changed.
    .next = “resguardo kinds” shows the kinds and their fields.
own-field-id = Another field already has that id, or it is none an own field may carry.
    .safe = What is written in the records is still there.
    .next = Add the field under another name.
own-field-label = The name, the help or one of the headings is empty, too long, or holds signs that are not seen.
    .safe = Nothing was changed.
    .next = Write one line of up to 80 letters; the help, up to 300.
own-field-label-taken = That kind of record already has a field of that name.
    .safe = Nothing was changed.
    .next = Use the one that is there, or give yours another name.
own-field-type = An own field cannot be like that: the type, the sensitivity or the section is not known.
    .safe = Nothing was changed.
    .next = Types: text, long_text, choice, date, number, money, answer. Sensitivity: public, restricted, identity, secret.
own-field-no-list = There is no list with that id, or the field does not hold choices of a list.
    .safe = Nothing was changed.
    .next = Leave the list out and the field has its own, or use the id of one that is there.
own-field-too-many = That kind of record already has as many own fields as it can have: 60.
    .safe = Nothing was changed.
    .next = A retired field counts too, because what was written in it is still there.
own-term-no-list = There is no list of terms with that id.
    .safe = Nothing was changed.
    .next = “resguardo terms list” shows your terms; “resguardo kinds”, which list each field uses.
own-term-id = Another term already has that id, or it is none an own term may carry.
    .safe = What is written in the records is still there.
    .next = Add the term under another name.
own-term-no-group = The term it would stand under is not in that list.
    .safe = Nothing was changed.
    .next = Give the id of a term of the list, or none.
own-term-label = The name or one of the other spellings is empty, too long, or holds signs that are not seen.
    .safe = Nothing was changed.
    .next = Write one line of up to 80 letters.
own-term-label-taken = The list already has a term of that name.
    .safe = Nothing was changed.
    .next = Use the one that is there, or give yours another name.
own-term-too-many = The list already has as many own terms as it can have.
    .safe = Nothing was changed.
    .next = A retired term counts too, because the records that carry it are still there.
no-such-own = The organisation has no own field or term with that id.
    .safe = Nothing was changed.
    .next = “resguardo fields list” and “resguardo terms list” show those there are.

no-keyfile = The key file that would be asked for is no longer in hand.
    .safe = The passphrase and key file from before still open the archive.
    .next = Choose it again and repeat the change.

own-term-closed = No terms are added to that list: clocks, figures or somebody's protection depend on it.
    .safe = Nothing was changed.
    .next = Write the nuance in a field of your own.
