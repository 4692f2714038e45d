## Plazos
clock-running = corre; plazo restante: {$length}
clock-running-no-limit = sin plazo en la ley: van {$length}
clock-running-at-once = de inmediato, sin número de días en la ley: van {$length}
clock-met = cumplido en {$length}
clock-met-between = cumplido; tardó {$length}
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
clocks-none = Ningún plazo.
clocks-institution = El Mecanismo
ics-written = { $count ->
    [one] 1 vencimiento escrito
   *[other] {$count} vencimientos escritos
}
clocks-unknown = { $count ->
    [one] 1 plazo no empezó o le falta una fecha: --state unknown lo muestra.
   *[other] {$count} plazos no empezaron o les falta una fecha: --state unknown los muestra.
}
clock-documented = probado con documento
clock-stated = solo dicho
clocks-tab = Plazos
clocks-begun = Plazos que corren o corrieron
clocks-open = Todavía no corren, o les falta una fecha
clocks-nothing = Ningún plazo de la ley corre aquí. Empiezan con las fechas y los pasos que escribas.
clocks-until = vencimiento: {$date}
clocks-owes = A cargo de: {$who}
clocks-of = {$label}: {$of}
clocks-count = Ver la cuenta
clocks-count-of = Ver la cuenta de «{$label}»
count-title = Cómo se contó
count-lines = La cuenta, día por día
count-quote = Dice la ley
count-start = {$event}: día cero
count-effective = surte efectos la notificación
count-weekly = { $count ->
    [one] 1 sábado o domingo no cuenta
   *[other] {$count} sábados y domingos no cuentan
}
count-weekend = sábado o domingo
count-moved = día de descanso que la Ley Federal del Trabajo recorre
count-own = {$reason} (lo anotó tu organización)
count-out = no cuenta: {$why}
count-calendar = Calendario: {$article}
count-clock-changed = El reloj cambió de hora entre el inicio y el fin, de {$before} a {$after}: se cuentan las horas que pasaron
count-due = último día, tal como se cuenta: por él se juzga
count-extended = si el último día inhábil se recorre (LFPA 29)
count-with-extension = con la ampliación que la autoridad puede dar
count-if-suspended = si no se cuenta el tiempo en que estuvo detenido
step-record = Registrar un paso
step-verb = Registrar
step-event = Qué ocurrió
step-at = Cuándo
step-proof = Documento que lo prueba
step-proof-none = Sin documento queda como «solo dicho». Puedes agregarlo después.
step-usual = Lo que suele probarlo: {$proof}
step-recorded = Paso registrado: {$step}, {$date}
step-known = Ese paso ya estaba escrito: {$step}, {$date}
