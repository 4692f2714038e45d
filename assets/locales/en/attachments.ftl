redacted-title = Covered copy of {$name}
redacted-name = covered
file-not-a-picture = It is named like a picture and is none. Open it only if you know where it comes from.
file-may-run = It may run instructions when opened. Open it only if you know where it comes from.
dialog-files = Choose the files
dialog-file-save = Where to save the file
file-quarantined = This file brought down the program that draws pictures. It is kept as it came and nobody tries to show it again.
