
import-title = Importar {$kind}
import-file = {$file} · {$number ->
    [one] una fila
   *[other] {$rows} filas
}
import-file-sheet = {$file} · hoja «{$sheet}» · {$number ->
    [one] una fila
   *[other] {$rows} filas
}
import-steps = Pasos
import-at-file = Archivo
import-at-columns = Columnas y valores
import-at-review = Revisar
import-at-run = Importar
import-kind = ¿Qué hay en cada fila?
import-kind-help = Las personas, colectivos y presunta autoría de cada fila se registran aparte y quedan unidos.
import-drop = Arrastra aquí la hoja de cálculo
import-drop-what = XLSX, ODS o CSV. Nada se guarda antes del último paso.
import-choose = Elegir el archivo
import-before = Importaciones anteriores
import-none-before = Todavía ninguna.
import-batch = {$kind} · filas: {$rows} · {$at}
import-undo = Deshacer la importación
import-was-undone = deshecha
import-taken = {$removed} registros a la papelera, {$restored} con sus valores anteriores.
import-kept = {$number} se quedan: alguien escribió en ellos después.
import-all-columns = Columnas
import-recognised = {$recognised} de {$all} reconocidas; cambia lo que no corresponda
import-in-file = En el archivo
import-brings = Lo que trae
import-goes-to = Va a
import-result = Resultado
import-covered = muestra cubierta
import-target-of = A dónde va «{$column}»
import-as-written = Guardar tal cual
import-left-out = No importar
import-nothing-yet = Todavía no se ha guardado ningún registro.
import-review = Revisar {$number ->
    [one] una fila
   *[other] {$rows} filas
}
import-arrange = Otra hoja, u otra fila de encabezados (ahora la {$row})
import-sheet = Hoja
import-heading-row = Fila de encabezados
import-values-of = Valores de «{$column}»
import-rows = Filas
import-in-catalogue = En el catálogo
import-term-of = Términos de «{$value}»
import-no-place = Lo que no tenga lugar en el catálogo se guarda con sus palabras y se puede clasificar después.
import-leave-unclassified = dejar sin clasificar
import-no-values = Ninguna columna de este archivo va a un catálogo.
import-mapping-name = Nombre de la correspondencia
import-mapping-used = Se lee como «{$name}»
import-mapping-use = Leer como…
import-mapping-save = Guardar la correspondencia
import-running = Importando
import-meanwhile = Lo que ya entró se queda si paras; se puede deshacer entero.
import-done = {$number ->
    [one] Entró una fila
   *[other] Entraron {$shown} filas
}
import-stopped = {$number ->
    [one] Parada: entró una fila
   *[other] Parada: entraron {$shown} filas
}
import-done-changed = {$number ->
    [one] Un registro cambió
   *[other] {$shown} registros cambiaron
}
import-done-skipped = {$number ->
    [one] Una fila no entró: ya estaba, o era encabezado o total
   *[other] {$shown} filas no entraron: ya estaban, o eran encabezados o totales
}
import-done-unmatched = {$number ->
    [one] Un valor se guardó con sus palabras
   *[other] {$shown} valores se guardaron con sus palabras
}
import-see-list = Ver la lista
import-another = Importar otro archivo
review-ready = {$number ->
    [one] Una fila entra
   *[other] {$shown} filas entran
}
review-duplicates = {$number ->
    [one] una ya estaba
   *[other] {$shown} ya estaban
}
review-problems = {$number ->
    [one] una celda por ver
   *[other] {$shown} celdas por ver
}
review-no-problems = ninguna celda por ver
review-fix = Celdas por ver
review-fix-what = Lo que no se arregle aquí se guarda tal cual, junto a su fila. El archivo no cambia.
review-cell = Celda
review-what = Qué pasa
review-instead = Debe decir
review-instead-of = Qué debe decir {$cell}
review-changes = Filas que ya estaban y ahora dicen otra cosa
review-apply = {$number ->
    [one] Aplicar un cambio
   *[other] Aplicar {$shown} cambios
}
review-record = Registro
review-field = Campo
review-now = Registrado
review-then = En el archivo
review-sample = Así van a quedar
review-row = Fila
review-save-problems = Filas con problemas
review-saved = Guardado en {$file}
review-nothing = Importar: no hay filas nuevas
review-run = Importar {$number ->
    [one] una fila
   *[other] {$rows} filas
}
previous = Anterior
following = Siguiente
import-mapping-keep = Guardar
