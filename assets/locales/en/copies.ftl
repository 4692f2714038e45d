copied-never = No copy yet
copied-today = Copied today
copied-days = Copied {$days ->
    [one] one day
   *[other] {$days} days
} ago
dialog-copy = Choose where to put the copy: another disk or a USB stick
copy-name = copy-{$day}-{$time}
copy-whole = The copy was read again and equals the vault: records, {$records}; attachments, {$attachments}. It is in the folder {$folder}.
copy-lacking = The copy was read again and equals the vault, but both lack attachments: {$lacking}. Records, {$records}; whole attachments, {$attachments}. It is in the folder {$folder}.
