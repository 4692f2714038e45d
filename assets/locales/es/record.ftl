capture-saved = Guardado en esta laptop
capture-files = Fotos y archivos
capture-add-files = Agregar
capture-drop = o arrastrar aquí
capture-attached = {$number ->
    [one] un archivo
   *[other] {$shown} archivos
}
capture-done = Listo
capture-another = Listo y otro
capture-nothing-required = Nada es obligatorio.
tab-time = Cronología
tab-fields = Datos
tab-files = Archivos
tab-links = Vínculos
tab-history = Historia
record-modified = cambió el {$at}
record-writer = Escribió
record-conflicts = {$number ->
    [one] Dos versiones de un campo
   *[other] Dos versiones de {$shown} campos
}
record-read-with = Se lee junto con
record-separate = Separar
record-reveal = Mostrar identidades
record-add = Agregar
record-more = Más
record-merge = Unir con otro
record-parts = Partes del registro
record-facts = Lo principal
record-covered = imagen cubierta hasta pedirla
record-two-versions = Dos versiones.
record-decide = Decidir
quoted = «{$text}»
more = Ver más
fields-all = Todos los campos
fields-done = Listo
field-written = {$by}, {$at}
field-edit = Cambiar {$field}
edit = Cambiar
keys-edit = Cambiar el campo
links-what = Registro
links-when = Cuándo
links-how = Cómo se unen
links-of = {$shown} de {$all}
links-none = Nada apunta a este registro todavía.
history-when = Cuándo
history-who = Quién
history-field = Campo
history-before = Antes
history-after = Después
history-nobody = Sin nombre
history-emptied = vaciado
action-create = Registro hecho
action-set = Escrito
action-add = Agregado
action-remove = Quitado
action-status = Archivado, en papelera o restaurado
action-merge = Unido con otro
action-unmerge = Separado
action-newer = Versión más nueva
reveal-title = Mostrar identidades
reveal-what = Los nombres, contactos y lugares exactos de este registro se ven hasta cerrar. Queda anotado quién lo pidió y por qué.
reveal-why = Motivo
reveal-own = O con tus palabras
reveal-needs = Falta el motivo
reveal-do = Mostrar
reveal-not = No mostrar
file-save = Guardar en…
file-redact = Tapar partes
file-evidence = Ver la evidencia
files-none = Ningún archivo todavía.
picture-graphic = Imagen gráfica, cubierta.
picture-not-shown = No se puede mostrar aquí.
redact-title = Tapar partes de {$name}
redact-how = Dibuja recuadros sobre lo que no debe verse. Con teclado: Entrar agrega, las flechas mueven, Mayús y flechas cambian el tamaño, Supr quita.
redact-area = Imagen con {$number} recuadros
redact-boxes = {$number ->
    [0] Ningún recuadro todavía
    [one] Un recuadro
   *[other] {$shown} recuadros
}
redact-note = Qué se tapó y por qué
redact-needs = Falta un recuadro
redact-make = Crear la copia tapada
redact-original = El original no cambia.
merge-choose = ¿Con cuál se une?
merge-what = Los dos se leen como uno; nada se borra y se puede separar después.
merge-find = Nombre o folio
merge-both-stay = Nada se pierde: lo de los dos queda. Donde digan cosas distintas habrá dos versiones por decidir.
merge-two-versions = Dos versiones
merge-are-two = Son dos distintos
merge-undo = Se puede deshacer.
merge-do = Unir
versions-title = {$number ->
    [one] Dos versiones de un campo
   *[other] Dos versiones de {$shown} campos
}
versions-what = Las dos versiones están guardadas; nadie se equivocó. Decide cuál vale ahora: la otra queda en la historia.
versions-third = Una tercera, escrita por ti
versions-later = Decidir después
versions-written = Quedará escrito quién decidió, con las versiones anteriores.
versions-choose = Elige una versión
versions-save = {$number ->
    [one] Guardar la decisión
   *[other] Guardar las {$shown} decisiones
}
keys-choose = Elegir la versión de ese número
command-new = Registrar {$kind}
command-go = ir
command-earlier = antes decía
command-also-earlier = Buscar también en valores anteriores
command-found = {$number ->
    [0] Nada encontrado
    [one] Un registro
   *[other] {$shown} registros
}
command-not-ready = El índice se está haciendo; por ahora sólo folios.
time-none = Nada con fecha toca este registro todavía.
history-of = Historia de {$field}
keys-history = Historia del campo
fields-esc = Esc sale y deja guardado lo escrito.
record-export = Exportar
links-certainty = Certeza
links-certainty-of = Certeza del vínculo con {$title}
versions-long = texto largo: se puede juntar a mano
versions-none = No queda ninguna versión por decidir.
versions-to-record = Ver el registro
versions-veiled = Los nombres están cubiertos. Para decidir sobre ellos hay que verlos.
merge-veiled = Los nombres están cubiertos. Para saber si son el mismo conviene verlos.
redact-box = Recuadro {$number}
redact-box-remove = Quitar el recuadro {$number}
redact-remove = Quitar
keys-next = Siguiente de la lista
keys-previous = Anterior de la lista
sharing-sees = Quién ve qué
sharing-here = En esta laptop escribe: {$what}
sharing-here-nobody = En esta laptop nadie se ha anotado para escribir
sharing-full = Exportación completa: todo, también los nombres
sharing-no-identities = Sin identidades: {$what}
sharing-no-identities-nothing = Sin identidades: nada de este caso
sharing-statistics = Sólo estadística: nada de este caso, sólo cuentas
sharing-before = Antes de compartir
sharing-recent = {$count ->
    [0] Hay una agresión de hoy: preguntar otra vez
    [one] Hay una agresión de hace un día: preguntar otra vez
   *[other] Hay una agresión de hace {$count} días: preguntar otra vez
}
sharing-person = {$who}: {$level}
sharing-ran-out = {$who}: {$level}; venció, preguntar otra vez
sharing-nothing-recorded = nada registrado
record-hand-over = Entregar…
record-call-sheet = Hoja de llamadas…
