copied-never = Sin copia todavía
copied-today = Copia de hoy
copied-days = Copia hace {$days ->
    [one] un día
   *[other] {$days} días
}
dialog-copy = Elige dónde hacer la copia: otro disco o una memoria USB
copy-name = copia-{$day}-{$time}
copy-whole = La copia se leyó otra vez y es igual a la bóveda: registros, {$records}; adjuntos, {$attachments}. Está en la carpeta {$folder}.
copy-lacking = La copia se leyó otra vez y es igual a la bóveda, pero a las dos les faltan adjuntos: {$lacking}. Registros, {$records}; adjuntos completos, {$attachments}. Está en la carpeta {$folder}.
