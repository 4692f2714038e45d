## Plazos
clock-running = corre; plazo restante: {$length}
clock-running-no-limit = sin plazo en la ley: van {$length}
clock-met = cumplido en {$length}
clock-met-plain = cumplido
clock-late = cumplido tarde, por {$length}
clock-overdue = venció hace {$length}
clock-no-limit = sin plazo en la ley
clock-overdue-unrecorded = no consta aquí; el plazo venció hace {$length}
clock-stopped = detenido: {$event}
clock-not-held = no aplica: el texto de esa fecha no se tiene
clock-not-in-force = no aplica: no estaba en vigor
clock-other-path = no aplica: es de otro procedimiento
clock-other-kind = no aplica: es de otra clase de acto
clock-no-condition = no aplica: no consta su condición
clock-missing = no se sabe: falta la fecha de «{$event}»
clock-imprecise = no se puede determinar: falta precisión en las fechas
clock-no-path = no se sabe: falta el procedimiento
clock-met-same-day = cumplido el mismo día
clock-not-begun = todavía no corre: no consta «{$event}»
clock-article = Art. {$article}
clock-articles = Arts. {$article}
clock-days = { $count ->
    [one] 1 día
   *[other] {$count} días
}
clock-days-between = entre {$least} y { $count ->
    [one] 1 día
   *[other] {$count} días
}
clock-hours = { $count ->
    [one] 1 hora
   *[other] {$count} horas
}
clock-hours-between = entre {$least} y { $count ->
    [one] 1 hora
   *[other] {$count} horas
}
limit-hours = { $count ->
    [one] 1 hora
   *[other] {$count} horas
}
limit-days = { $count ->
    [one] 1 día natural
   *[other] {$count} días naturales
}
limit-working-days = { $count ->
    [one] 1 día hábil
   *[other] {$count} días hábiles
}
limit-months = { $count ->
    [one] 1 mes
   *[other] {$count} meses
}
limit-years = { $count ->
    [one] 1 año
   *[other] {$count} años
}
limit-immediately = de inmediato
limit-same-act = en el mismo acto
limit-any-time = en cualquier momento
limit-none = sin plazo en la ley
limit-never = no debe ocurrir
limit-next-session = en la sesión siguiente
limit-each-month = cada mes
limit-each-year = cada año
clock-note-own-day = días inhábiles propios, {$from} a {$to}: {$reason}
clock-note-calendar = el calendario de esa fecha no se tiene; se usó el de {$law}
clock-note-suspended = términos suspendidos de {$from} a {$to}
clock-note-extended = plazo ampliado el {$date}
clock-note-filed-earlier = presentada antes en otra oficina, el {$date}
clock-note-contrary = ocurrió el {$date}, aunque la ley lo prohíbe
clock-note-too-early = hay una fecha anterior al inicio, {$date}, que no cuenta
clock-note-doubtful = la fecha {$date} es aproximada o dudosa
clock-note-announced = se cuenta desde un día por venir, {$date}
clock-note-derived = el número se dedujo del artículo
clocks-head = Plazos al {$date}
clocks-none = Ningún plazo.
clocks-institution = El Mecanismo
clocks-supplementary = {$wording} ({$article})
ics-written = { $count ->
    [one] 1 vencimiento escrito
   *[other] {$count} vencimientos escritos
}
clocks-unknown = { $count ->
    [one] 1 plazo no empezó o le falta una fecha: --state unknown lo muestra.
   *[other] {$count} plazos no empezaron o les falta una fecha: --state unknown los muestra.
}
