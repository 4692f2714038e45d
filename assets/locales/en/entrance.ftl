strength-empty = Six random words are easy to remember and hard to guess.
strength-weak = It is guessed soon. Add words that do not belong together.
strength-middling = It can still be guessed. Add another random word.
strength-short = Good, but short: {$missing ->
    [one] one character is missing
   *[other] {$missing} characters are missing
} to reach fourteen.
strength-enough = Strong. Nobody guesses it with a computer.

no-window-driven = This program may not be driven by another one. It ends without opening anything.
no-window-display = There is no screen (neither DISPLAY nor WAYLAND_DISPLAY). In a terminal use the program resguardo.
no-window-folder = The system does not say where to keep records. Name the folder with --vault FOLDER.
no-window-webview = The window could not be opened. WebKitGTK 4.1 (libwebkit2gtk-4.1-0) is missing, or the screen cannot be reached.

dialog-keyfile = Choose the key file
dialog-keyfile-new = Where to keep the key file
keyfile-name = key.bin
dialog-words-sheet = Where to keep the sheet
words-sheet-name = sheet.pdf

words-sheet-title = Twelve words
words-sheet-made = Written on {$date}. The order matters.
words-sheet-keeper = Who keeps this sheet
words-sheet-place = Where it is kept
words-sheet-advice = Keep it on paper, away from the computer. Do not photograph or send it. Whoever has it together with the computer can read everything.

language-es = Español
language-en = English
program-version = Resguardo {$version}
failure-safe = Safe
failure-next = What to do
back = Back
next = Next
show = Show
hide = Hide

unlock-at = Open on “{$computer}”
unlock-title = Open
unlock-closed = Resguardo is locked.
unlock-closed-kept = Resguardo is locked. What you were writing is kept; you return to the same place.
passphrase = Passphrase
passphrase-new = New passphrase
passphrase-again = The passphrase again
panic-key = Panic key: Ctrl + Shift + L.
capitals-on = Caps lock is on.
unlock = Open
use-keyfile = Use a key file too
forgotten = Forgot the passphrase?
unlock-with-words = Open with the twelve recovery words
nobody-else = Without passphrase or words nobody can open this archive, not even who made the program.
words-unlock-title = Open with the twelve words
words-twelve = The twelve words, in order
words-any-case = With or without accents, in capitals or not.

first-whose = Organisation and laptop
first-whose-what = Name, nickname, who writes
first-whose-told = {$organisation}, “{$computer}”
first-passphrase = Passphrase
first-passphrase-what = Choose or draw
first-words = Recovery words
first-words-what = Print or copy, and check
first-begin = Begin
first-begin-what = Empty or demonstration

whose-title = Whose records are these?
whose-lead = None of this leaves the laptop. It can be changed later.
whose-organisation = Organisation
whose-organisation-help = Kept sealed. The opening screen does not show it.
whose-computer = Nickname of this laptop
whose-computer-help = Shown before opening: choose something that does not tell what you do.
whose-writer = Person who writes {$number}
whose-writer-help = Stands beside every change, so that one knows whom to ask.
whose-add = Add another person

choose-title = A passphrase only you know
choose-lead = It opens everything kept here. Nobody can recover it for you; the twelve words of the next step are the other way in.
choose-draw = Draw six words
choose-drawn = Drawn passphrase
choose-drawn-help = Learn it or keep it on paper, away from the laptop. Type it again below.
choose-keyfile = Ask for a key file too
choose-keyfile-help = For who wants two things: the passphrase and a file on a USB drive. If the file is lost, the twelve words remain.
choose-next = Make the vault
choose-making = Making the vault…
choose-waits-strength = A stronger passphrase is needed
choose-waits-again = Type the passphrase again

keep-title = These twelve words open the archive if the passphrase is forgotten
keep-lead = Keep them on paper, away from the laptop. Whoever has them together with the laptop can read everything. They are not shown again.
keep-copy = Copy by hand or print
keep-copy-what = The sheet has the words, the date and a place to write who keeps it. It does not say what the program is for.
keep-print = Save the sheet for printing
keep-printed = The sheet is in {$file}. Delete it once it is on paper.
keep-asked = Then we ask for three
keep-asked-what = You will type three of the words, taken at random, to check that the copy is right. Until then the archive is not made.
keep-on-paper = I have them on paper
keep-next = Check three words
keep-waits = Check: have them on paper first

ask-title = Three of the words
ask-lead = Look at your copy and type them here, with or without accents.
ask-word = Word {$number}
ask-next = Check
ask-waits = Type all three

begin-title = What to begin with?
begin-lead = The demonstration has public facts with their source. It can be deleted to begin anew.
begin-empty = Empty
begin-empty-what = To register or import what the organisation has.
begin-demonstration = With the demonstration
begin-demonstration-what = 180 public records to see how everything works.
begin-next = Open
begin-making = Opening…

unlocking = Opening…
keyfile-used = With the key file {$file}
words-waits = Write the twelve words
first-steps = Steps
first-step = Step {$now} of {$all}
first-words-told = On paper and checked
