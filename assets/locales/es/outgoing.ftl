out-full = Salen nombres, teléfonos y lugares exactos. Sólo para quien ya los conoce.
out-rare = Sin nombres, alguien todavía podría reconocerse por una combinación poco común de lugar, fecha y oficio. El programa no lo comprueba todavía: míralo registro por registro.
out-small-counts = Una cifra de uno o dos puede señalar a alguien. El programa no la oculta todavía.
out-no-return = Lo que sale no se puede recoger de otras computadoras.
report-events = {$count ->
    [one] 1 evento
   *[other] {$shown} eventos
}
report-undated = {$count ->
    [one] Un incidente queda fuera: su fecha no dice si cae en el periodo.
   *[other] {$shown} incidentes quedan fuera: su fecha no dice si caen en el periodo.
}
report-outside = {$count ->
    [one] Un incidente queda fuera del periodo.
   *[other] {$shown} incidentes quedan fuera del periodo.
}
report-binned = {$count ->
    [one] Un incidente está en la papelera y no sale.
   *[other] {$shown} incidentes están en la papelera y no salen.
}
dialog-export = Dónde guardar la lista
dialog-report = Dónde guardar el informe
export-name = lista
report-name = informe
out-stays = Se queda en esta laptop
out-leaves = Sale al archivo
out-does-not = no sale
out-shown = Se ven {$shown} de {$all}; los demás siguen la misma regla.
export-title = Exportar {$kind}
export-count = {$number ->
    [one] un registro
   *[other] {$shown} registros
}
export-level = Cuánto dice
level-full = Completa
level-no-identities = Sin identidades
level-statistics = Sólo cifras
export-form = En qué forma
form-xlsx = Hoja (XLSX)
form-csv = Texto (CSV)
form-json = Datos (JSON)
form-pdf = PDF
form-docx = Word (DOCX)
export-language = En qué lengua
export-where = El archivo se escribe en el lugar que digas, sin cifrar.
export-save = {$number ->
    [one] Guardar 1 en un archivo
   *[other] Guardar {$shown} en un archivo
}
export-saved = {$number ->
    [one] {$file}: un registro
   *[other] {$file}: {$shown} registros
}
report-of-incidents = Informe de incidentes
report-from = Desde
report-from-help = «2013», «marzo 2014». Vacío: desde el primero.
report-until = Hasta
report-save = Guardar el informe
library-find = Buscar en la biblioteca
library-add = Agregar un documento
library-no-type = Sin tipo
library-empty = Ningún documento todavía
library-empty-lead = Leyes, informes, oficios y notas de prensa que sostienen lo que se registra.
column-folio = Folio
counts-kept-here = condiciones que no salen, porque podrían nombrar a alguien
report-seen = Qué se ve
report-by-record = Registro por registro
report-as-pages = Páginas
report-page-of = Página {$page} de {$pages}
report-page-before = Anterior
report-page-after = Siguiente
report-paper = Papel
paper-letter = Carta
paper-a4 = A4
out-preview = Lo que se queda y lo que sale
