# Lo que una importación dice de una celda.

cell-not-a-date = no es una fecha; se guardó como estaba escrita
cell-not-a-number = no es un número; se guardó como estaba escrito
cell-not-a-duration = no es una duración; se guardó como estaba escrita
cell-not-an-amount = no es una cantidad con su moneda; se guardó como estaba escrita
cell-not-an-answer = no es sí, no ni en parte; se guardó como estaba escrito
cell-one-value-only = el campo lleva un solo valor; los demás quedaron en «como se encontró»
cell-too-long = es más larga de lo que cabe en un valor; quedó en «como se encontró»
cell-formula-failed = es una fórmula que falló; quedó en «como se encontró»
cell-beyond-headings = está más allá del último encabezado; quedó en «como se encontró»
cell-headings-again = la fila repite los encabezados; no entró
cell-total-row = la fila suma las demás; no entró

# La hoja de cuentas de una exportación.
counts-kind = Tipo de registro
counts-made-on = Hecha el
counts-disclosure = Nivel de divulgación
counts-filter = Filtro
counts-rows = Filas
counts-archived = De ellas, archivadas
counts-all = Registros de este tipo en total

column-empty = vacía
column-left-out = no se importa
column-as-written = {$count ->
    [one] Una nota, sin perder nada
   *[other] {$filled} notas, sin perder nada
}
column-open = {$open ->
    [one] 1 de {$all} valores por ubicar
   *[other] {$shown} de {$all} valores por ubicar
}
column-unread = {$read} leídas, {$unread} por ver
column-covered = queda reservado
column-silent = «{$said}» será «{$means}»
column-values = {$values ->
    [one] Un valor
   *[other] {$all} valores
}
column-numbers = {$count ->
    [one] Un número
   *[other] {$filled} números
}
column-texts = {$count ->
    [one] Una con texto
   *[other] {$filled} con texto
}
column-read = {$count ->
    [one] Una leída
   *[other] {$filled} leídas
}
import-nothing = nada
dialog-import = Elige la hoja de cálculo
dialog-problems = Dónde guardar las celdas con problemas
problems-name = problemas.csv
