list-all = {$count ->
    [one] 1 registro
   *[other] {$all} registros
}
list-some = {$total} de {$all}: {$why}
list-text = con «{$text}»
list-without = Sin «{$filter}: {$value}» {$count ->
    [one] sería 1
   *[other] serían {$count}
}.
chip-not = no {$values}
chip-from = desde {$values}
chip-until = hasta {$values}
chip-contains = con «{$values}»
chip-absent = vacío
foot-records = {$count ->
    [one] 1 registro
   *[other] {$shown} registros
}
foot-events = {$count ->
    [one] 1 evento de {$all}
   *[other] {$shown} eventos de {$all}
}
foot-acts = {$count ->
    [one] 1 acto
   *[other] {$shown} actos
}
foot-victims = {$count ->
    [one] 1 víctima
   *[other] {$shown} víctimas
}
status-restored = {$count ->
    [one] Un registro restaurado
   *[other] {$count} registros restaurados
}
status-archived = {$count ->
    [one] Un registro archivado
   *[other] {$count} registros archivados
}
status-binned = {$count ->
    [one] Un registro en la papelera
   *[other] {$count} registros en la papelera
}
group-what = Qué pasó
group-where-when = Dónde y cuándo
group-who = Quién
group-state-response = Respuesta de las autoridades
group-sources = De dónde se sabe
group-internal = Uso interno
date-stored = Se guarda «{$date}».
date-help = Basta lo que se sepa: «marzo de 2014», «hacia 2013», «ayer».
date-not-understood = No se entiende como fecha. ¿Fue un mes, un año? Por ejemplo «13 mar» o «hacia 2013».
date-today = Es hoy, {$weekday}.
date-yesterday = Fue {$weekday}, ayer.
date-ago = Fue {$weekday}, hace {$count} días.
date-weekday = Fue {$weekday}.
date-ahead = Será {$weekday}, en {$count ->
    [one] 1 día
   *[other] {$count} días
}.
date-no-day = sin día
date-no-month = sin mes
date-no-year = sin año
date-no-hour = sin hora
list-unknown = {$count ->
    [one] Hay 1 más
   *[other] Hay {$count} más
} donde «{$filter}» no se sabe.
bulk-written = {$count ->
    [one] Un registro cambiado
   *[other] {$count} registros cambiados
}
undone = {$count ->
    [one] Deshecho en un registro
   *[other] Deshecho en {$count} registros
}
moment-silence = {$most} días sin nada registrado
moment-silence-between = Entre {$least} y {$most} días sin nada registrado
moment-without-date = sin fecha
writer-unknown = Sin nombre
merged = Los dos registros se leen como uno
