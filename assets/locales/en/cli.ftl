# The command line: help and answers.

cli-about = Resguardo: sealed records of attacks on human-rights defenders and journalists, without a network.
cli-after = Exit codes: 0 done · 1 could not · 2 wrongly typed · 3 wrong passphrase or key · 4 damaged data · 5 a rule forbids it.
cli-word-command = COMMAND
cli-word-commands = Commands
cli-word-usage = Usage
cli-word-everywhere = With every command
cli-init = Makes a vault and gives the twelve recovery words
cli-unlock = Opens the vault, tells its state and closes it
cli-kinds = Shows the kinds of record and their fields; with --passphrase-file, also your own
cli-new = Makes a record
cli-edit = Changes fields of a record
cli-show = Shows a whole record
cli-history = Shows who changed what, and when
cli-list = Lists the records of a kind
cli-search = Searches all records for words
cli-attach = Attaches a file to a record
cli-attachments = Lists attachments or takes them out
cli-attachments-list = Lists the attachments of a record
cli-attachments-get = Takes an attachment out to a file
cli-import = Brings in a spreadsheet: CSV, XLSX or ODS
cli-clocks = Tells the clocks of the law: which run, which are overdue and by how much
cli-calendar = Non-working days that the organisation adds
cli-calendar-list = Lists the non-working days that were added
cli-calendar-add = Adds a non-working day, or several
cli-ics = Writes the due dates to a calendar (.ics), without names
cli-indicators = Tells how the Mechanism performs: the fifty indicators as of a date
cli-board = Tells a board of the Mechanism as of a date: measures, organs, resources, commitments…
cli-export = Takes out a list with its codebook
cli-report = Makes a report as PDF or DOCX
cli-handover = Hands over the open work of a case, or of the whole desk, to whoever goes on
cli-check-in = Check-ins: the sheet that is carried, and what became of one
cli-check-in-sheet = Makes the sheet of calls of a day, of one call or of a person, as PDF
cli-check-in-answer = Notes what became of a call
cli-verify = Checks the whole vault, frame by frame
cli-rebuild = Makes the index anew from the ledger
cli-passphrase = Changes the passphrase
cli-recover = Sets another passphrase with the twelve words
cli-archive = Archives a record
cli-unarchive = Brings an archived record back
cli-bin = Puts a record in the bin
cli-unbin = Takes a record out of the bin
cli-merge = Merges two records that are the same, or takes it back
cli-writers = Who writes on this laptop
cli-writers-list = Lists who writes
cli-writers-add = Adds somebody
cli-writers-retire = Retires somebody; the name stays in the history
cli-demo = Fills an empty vault with real public facts
cli-completions = Writes completions for your shell
cli-man = Writes the man page
arg-clock-record = One record; without it, all
arg-state = Only in this state: running, met, late, overdue, stopped, not_applicable, unknown; may be repeated
arg-day = First day, YYYY-MM-DD
arg-reason = Why nobody works
arg-law = Calendar that it changes: LFPA, LAMP, LOPJF; without it, all
arg-board = Which board: measures, organs, resources, commitments, concerns, figures
arg-indicator = One indicator; without it, all
arg-as-of = As of which date, YYYY-MM-DD; without it, today
arg-by = Field to take it apart by: state, sex, procedure, year
arg-trend = Date to compare with
arg-fictional = Only invented records, each marked; never beside real ones
arg-case = One case, by its id or its first eight digits; without it, the whole desk
arg-for = Who receives
arg-hands-over = Who hands over
arg-paper = Paper: letter or a4
arg-calls-of = Call or person, by its id; without any, those of the day
arg-calls-day = Which day, YYYY-MM-DD; without it, today, or all of whom is named
arg-as = What happened: answered, no-answer, acted, tomorrow, postponed
arg-calls-to = When it is put off to, YYYY-MM-DDThh:mm
arg-vault = The vault's folder (or RESGUARDO_VAULT)
arg-passphrase-file = File with the passphrase; - is standard input
arg-keyfile = Key file
arg-writer = Who writes (or RESGUARDO_WRITER)
arg-lang = Language
arg-json = Answers in JSON and asks nothing
arg-help = Shows this help
arg-version = Shows the version
arg-recovery-words-out = New file for the twelve words
arg-kdf-memory = Memory for key derivation, 64 to 2048 MiB
arg-kind = Kind of record
arg-id = Id, or its first eight digits
arg-into = Record it is merged into
arg-set = Value of a field; “field:=JSON” for values with parts; “field=” empties it
arg-from = JSON file with the fields
arg-undo = Takes it back
arg-where = Filter: field=value, field>=value, field~text; may be repeated
arg-sort = Field to sort by; with - backwards
arg-limit = How many at most; 0 is all
arg-archived = Archived ones only
arg-binned = Those in the bin only
arg-text = Words; in quotes, exact
arg-file = File
arg-attachment = Id of the attachment
arg-out = Where it is written
arg-sheet = Spreadsheet
arg-mapping = Mapping file
arg-mapping-out = Writes the mapping that was used
arg-report-errors = Writes the cells with problems to a CSV
arg-dry-run = Shows what it would do and writes nothing
arg-add-duplicates = Adds rows that were imported before, too
arg-apply-changes = Writes the proposed changes
arg-format = Format
arg-disclosure = How much is disclosed: full, no-identities, statistics
arg-template = Report: incidents
arg-period-from = From this date
arg-to = To this date
arg-words-file = File with the twelve words
arg-new-passphrase-file = File with the new passphrase
arg-name = Name
arg-shell = bash, zsh, fish, elvish or powershell
prompt-passphrase = Passphrase:
prompt-new-passphrase = New passphrase:
prompt-again = Again:
prompt-words = The twelve words:
init-done =
    Vault made in {$vault}.
    These twelve words open it if the passphrase is lost:
init-done-words-in-file = Vault made in {$vault}. The twelve recovery words are in {$file}.
init-keep-words = Write them on paper, away from this machine. They are not shown again.
unlock-opened =
    The vault opens: { $records ->
        [one] one record
       *[other] {$records} records
    }, in {$ms} ms.
unlock-rebuilt =
    The vault opens; the index was made anew: { $records ->
        [one] one record
       *[other] {$records} records
    }, in {$ms} ms.
unlock-last = Last written: {$when}
verify-ok = Everything is as it was written: {$entries} entries, {$frames} frames, {$attachments} attachments.
verify-problems = There is damage. {$entries} entries, {$frames} frames, {$attachments} attachments were checked:
rebuild-done =
    The index was made anew: { $records ->
        [one] one record
       *[other] {$records} records
    }.
record-made = Made: {$id}
record-changed = Saved: {$id}
record-archived = Archived: {$id}
record-in-use = In use: {$id}
record-binned = In the bin: {$id}
record-merged = Merged; they are read as {$id}. “resguardo merge --undo” takes it back.
record-unmerged = Separate again: {$id}
show-conflict = Different versions of {$field}:
history-create = made
history-status = status
history-merge = merged
history-unmerge = separated
history-newer = newer version
damaged-while-reading = Some parts are damaged; what is shown is what can be read:
list-foot = {$shown} of {$total}
list-foot-filtered = {$shown} of {$total} that meet the filter, of {$all} in all
search-foot = {$shown} of {$total}
attached =
    Attachment {$id}: {$kind}, {$size} bytes
    SHA-256 {$sha256}
attachment-taken = Written to {$file}. There it is no longer sealed.
import-did = {$rows} rows: {$imported} came in, {$skipped} were left ({$duplicates} again, {$changes} changes proposed); {$errors} cells with problems.
import-would = Dry run, nothing was written. {$rows} rows: {$imported} would come in, {$skipped} would be left ({$duplicates} again, {$changes} changes proposed); {$errors} cells with problems.
import-columns = Columns:
import-column-kept = (kept as it is)
import-unmatched =
    { $count ->
        [one] One value was not recognised and is kept as it is:
       *[other] {$count} values were not recognised and are kept as they are:
    }
import-more-errors = … and {$count} more; --report-errors F.csv writes them all.
import-how-to-undo = To take it back: resguardo import --undo {$batch}
import-undone = Taken back: {$binned} records to the bin, {$restored} as they were before; {$kept} stay because somebody changed them since.
export-done = {$count} records written to {$files}.
export-holds-identities = Beware: this file holds names and sensitive data, not sealed.
report-done = { $count ->
    [one] Report with 1 incident written to {$file}.
   *[other] Report with {$count} incidents written to {$file}.
}
passphrase-changed = The passphrase was changed. The old one no longer opens this vault, but it does open copies made before.
recovered = The new passphrase opens the vault. The twelve words still hold.
writer-retired = (retired)
demo-fictional-done = {$count} invented records, all with the tag “ficticio”. Nobody in them exists. Try “resguardo list application”.
demo-done = {$count} real records from public sources. Try “resguardo list milestone” or “resguardo search Mechanism”.
cli-word-options = OPTIONS
cli-word-default = default
cli-word-arguments = Arguments
cli-word-own-options = Options

cli-fields = Fields of the organisation's own
cli-fields-list = Lists own fields and in how many records they are
cli-fields-add = Adds a field to a kind of record
cli-fields-rename = Calls a field otherwise; what is written in it stays
cli-fields-retire = Retires a field: what is written in it is still read, forms no longer offer it
cli-fields-restore = Offers a retired field again
cli-terms = Terms of the organisation's own
cli-terms-list = Lists own terms and in how many records they are
cli-terms-add = Adds a term to a list
cli-terms-rename = Calls a term otherwise; records that carry it stay
cli-terms-retire = Retires a term: records that carry it are still read, it is no longer offered
cli-terms-restore = Offers a retired term again
arg-own-field = Id of the field (own_…), or kind.id
arg-own-term = Id of the term, or list.id
arg-holds = What it holds: text, long_text, choice, date, number, money, answer
arg-name-en = Name in English; without it, the same
arg-explained = One sentence of help
arg-explained-en = The help in English
arg-harm = Sensitivity: public, restricted (when not said), identity, secret
arg-list = Id of the list one chooses from; without it, the field has its own
arg-first-term = A term of its own list; may be repeated
arg-also = Another spelling, in spreadsheets; may be repeated
arg-section = Section of the form: what, where_when, who, state_response, sources, internal (when not said)
arg-several = It holds several values
arg-in-capture = Quick capture asks for it
arg-in-list = Lists show it at first
arg-under = Id of the term it stands under
arg-terms-list = Id of the list
