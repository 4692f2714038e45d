## El riel
mechanism-applications = Solicitudes
mechanism-measures = Medidas
mechanism-organs = Órganos
mechanism-resources = Recursos
mechanism-commitments = Compromisos
mechanism-concerns = Preocupaciones
mechanism-figures = Cifras

## Los tableros
boards-not-yet = todavía no
boards-nobody = sin registrar
boards-more = Hay {$count} más; están en la lista.
boards-list = Ver la lista completa
boards-clear = Quitar lo elegido
boards-chart-table = Números en vez de dibujo
boards-picture-name = dibujo
boards-picture-under = Al {$date}
boards-save = Guardar el dibujo y su tabla
boards-saved = Se guardó {$file} y, al lado, su tabla. Quedó anotado.
dialog-chart = Guardar el dibujo
boards-bar = {$name} · {$what}
boards-none-passes = Ninguna pasa por lo elegido.
boards-open = {$what}: {$said}, ver los registros
boards-totals = Totales: {$title}
boards-stage-any = Cualquiera
boards-pick = Buscar

boards-head-stage = Etapa
boards-head-application = Solicitud
boards-head-authority = Autoridad
boards-head-proposed = Propuesta
boards-head-asked = Pedida
boards-head-decreed = Decretada
boards-head-in_place = En marcha
boards-head-police = Policial
boards-head-agreed = Acordada
boards-head-adequate = ¿Adecuada?
boards-head-useful = ¿Útil?
boards-head-worse = ¿Subió el riesgo?
boards-head-failures = Fallas
boards-head-reviewed = Revisada
boards-head-withdrawn = Retirada

## Medidas
boards-measures = Medidas
boards-count-measures = { $count ->
    [one] 1 medida al día
   *[other] {$count} medidas al día
}
boards-first-measures = Todavía no hay medidas. Registra la primera desde la solicitud a la que pertenece, o tráelas de una hoja de cálculo.
boards-caveat-measures = Las fechas mandan: una fecha posterior al día dice «todavía no». Lo que no lleva fecha se lee como está registrado hoy. La valoración es la última que dio la persona.
boards-chart-measures = Medidas por la etapa a la que llegaron
boards-stage-measures-proposed = Propuesta
boards-stage-measures-asked = Pedida
boards-stage-measures-decreed = Decretada
boards-stage-measures-in_place = En marcha
boards-stage-measures-ended = Terminada
boards-stage-measures-withdrawn = Retirada
boards-stage-measures-undated = Sin fecha
boards-total-measures-in_place = En marcha, de las medidas decretadas
boards-total-measures-agreed = Acordadas con la persona, de las que lo dicen
boards-total-measures-police = Dependen de la policía, de las que lo dicen
boards-total-measures-useful = Útiles según la persona, de las valoradas
boards-total-measures-worse = Aumentaron el riesgo, de las valoradas en eso
boards-total-measures-failed = Con fallas registradas, de las decretadas
boards-total-measures-reviewed = Revisadas, de las puestas en marcha

## Palabras de varios tableros
boards-head-installation = Instalación
boards-head-seats = Lugares ocupados
boards-head-taken = ¿Ocupado?
boards-head-sits = Quién lo ocupa
boards-head-term = Periodo
boards-head-who = Según
boards-head-by = Quién promete
boards-head-to = Ante quién
boards-head-kept = Cumplimiento
boards-head-evidence = Evidencia
boards-head-as_of = De cuándo
boards-head-state = Situación
boards-head-against = Lo que se le opone
boards-head-claim = Afirmación
boards-head-who_against = Quién se opone
boards-head-published = Publicado
boards-head-own = Lo registrado aquí
boards-head-disputed = Quién la discute
boards-in-currency = {$label}, en {$currency}
boards-hedge = «{$hedge}»
boards-of = {$over} de {$under}

## Órganos
boards-caveat-organs = Quién ocupa cada lugar se lee de los nombramientos vigentes ese día. Un lugar sin nombramiento registrado no es un lugar vacío.
boards-organs = Órganos
boards-count-organs = { $count ->
    [one] 1 órgano
   *[other] {$count} órganos
}
boards-first-organs = Registra primero la Junta, el Consejo, la Coordinación y las tres unidades, con la fecha en que se instalaron.
boards-chart-organs = Órganos por instalación
boards-stage-organs-dissolved = Disuelto
boards-stage-organs-installed = Instalado
boards-stage-organs-elsewhere = Sus funciones las hacen otros
boards-stage-organs-not_installed = No instalado
boards-stage-organs-unknown = Sin registrar
boards-total-organs-installed = Órganos instalados, de los que se sabe
boards-seats = Lugares y quién los ocupa
boards-count-seats = { $count ->
    [one] 1 registro de lugar al día
   *[other] {$count} registros de lugar al día
}
boards-first-seats = Registra los lugares de cada órgano; después, los nombramientos con su fecha de inicio y de término.
boards-chart-seats = Lugares por órgano
boards-stage-seats-vacant = Vacante
boards-stage-seats-taken = Con nombramiento vigente
boards-stage-seats-belongs = De una institución, sin nombramiento registrado
boards-stage-seats-unknown = Sin registrar
boards-total-seats-taken = Con nombramiento vigente, de los lugares registrados
boards-total-seats-vacant = Vacantes, de los lugares registrados
boards-seats-unknown = {$all}, sin nombramientos registrados
boards-seats-taken = {$taken} de {$all}
boards-term-since = desde {$from}
boards-term-until = {$from} a {$to}
boards-term-over = {$term} · venció
boards-sessions = Sesiones
boards-count-sessions = { $count ->
    [one] 1 sesión o reunión hasta el día
   *[other] {$count} sesiones o reuniones hasta el día
}
boards-first-sessions = Registra cada sesión con su fecha, si se celebró y quiénes asistieron.
boards-total-sessions-held = Celebradas, de las que lo dicen
boards-total-sessions-quorum = Con quórum, de las que lo dicen
boards-total-sessions-revised = Casos revisados en total
boards-total-sessions-heard = Con beneficiarias escuchadas, de las que lo dicen
boards-total-sessions-minutes = Con minuta publicada, de las que lo dicen
boards-months = Sesiones de la Junta, mes a mes
boards-months-legend-held = Lleno: sesión celebrada
boards-months-legend-council = Medio: reunión con el Consejo
boards-months-legend-missed = Tachado: no hubo sesión registrada
boards-months-legend-unknown = Punteado: no se sabe
boards-month-held = {$month}: sesión celebrada
boards-month-council = {$month}: reunión con el Consejo
boards-month-missed = {$month}: no hay sesión registrada
boards-month-unknown = {$month}: no se sabe
boards-month-running = {$month}: en curso
boards-attendance = Asistencia, lugar por sesión
boards-attendance-came = asistió
boards-attendance-absent = faltó
boards-attendance-unknown = no se sabe
boards-attendance-seat = Lugar
boards-duties = Plazos de la institución
boards-duties-sentence = Los que fija la ley a sus órganos, con su artículo. Nada se da por vencido sin plazo en la ley.
boards-duties-next = Próxima sesión ordinaria: a más tardar el {$date} · Art. 7
boards-duty = Plazo
boards-duty-of = De qué
boards-duty-state = Al día
boards-duty-article = Artículo
boards-duties-several = en {$count} casos
boards-duties-periods = { $count ->
    [one] 1 periodo
   *[other] {$count} periodos
}

## Recursos
boards-caveat-resources = Lo propio y lo que otros dicen van en cifras aparte. El dinero se suma sólo en su moneda y en pesos nominales.
boards-staff = Plantilla
boards-count-staff = { $count ->
    [one] 1 corte hasta el día
   *[other] {$count} cortes hasta el día
}
boards-first-staff = Registra un corte de plantilla: a qué fecha, cuántas plazas hay, cuántas ocupadas y cuántas vacantes.
boards-chart-staff = Plazas ocupadas y vacantes, corte por corte
boards-total-staff-vacant = Plazas vacantes, de las autorizadas en el último corte
boards-total-staff-trained = Personas capacitadas, de las plazas ocupadas en el último corte
boards-departures = Bajas
boards-count-departures = { $count ->
    [one] 1 registro de bajas hasta el día
   *[other] {$count} registros de bajas hasta el día
}
boards-first-departures = Registra cada baja con su fecha, cuántas personas fueron y el motivo.
boards-chart-departures = Personas que se fueron, por motivo
boards-total-departures-people = Personas que se fueron, en total
boards-total-departures-handed = Registros de bajas con entrega de casos, de los que lo dicen
boards-training = Capacitación
boards-count-training = { $count ->
    [one] 1 curso hasta el día
   *[other] {$count} cursos hasta el día
}
boards-first-training = Registra los cursos que recibió el personal, con su tema y cuántas personas los tomaron.
boards-total-training-trained = Asistencias a cursos, en total
boards-fund = Dinero
boards-count-fund = { $count ->
    [one] 1 registro de recursos hasta el día
   *[other] {$count} registros de recursos hasta el día
}
boards-first-fund = Registra por ejercicio lo asignado, lo accesible y lo ejercido, con su moneda.
boards-chart-fund = Asignado, accesible y ejercido, por ejercicio
boards-total-fund-accessible = Accesible, de lo asignado
boards-total-fund-spent = Ejercido, de lo accesible
boards-total-fund-spent_assigned = Ejercido, de lo asignado
boards-contracts = Contratos
boards-count-contracts = { $count ->
    [one] 1 contrato hasta el día
   *[other] {$count} contratos hasta el día
}
boards-first-contracts = Registra los contratos con que se proveen las medidas: para qué son y si se publicaron.
boards-total-contracts-published = Publicados, de los contratos que lo dicen

## Compromisos
boards-caveat-commitments = «Vencido» es que pasó la fecha prometida sin constancia de que se cumpliera; no dice que se haya roto. Sin fecha prometida nada vence.
boards-commitments = Compromisos
boards-count-commitments = { $count ->
    [one] 1 compromiso hasta el día
   *[other] {$count} compromisos hasta el día
}
boards-first-commitments = Registra lo que una autoridad prometió: quién, ante quién, cuándo y para cuándo.
boards-chart-commitments = Compromisos por quién los hizo
boards-stage-commitments-kept = Cumplido
boards-stage-commitments-partly = Cumplido en parte
boards-stage-commitments-broken = Incumplido
boards-stage-commitments-overdue = Vencido sin constancia
boards-stage-commitments-unknown = No se sabe
boards-total-commitments-kept = Cumplidos, de los que ya se sabe o vencieron
boards-total-commitments-overdue = Vencidos sin constancia, de los que tienen fecha
boards-total-commitments-undated = Sin fecha prometida, de todos
boards-total-commitments-proved = Con evidencia de cumplimiento, de todos

## Preocupaciones
boards-caveat-concerns = Cada afirmación conserva quién la hace, de cuándo es y su salvedad. Lo que se opone va al lado; el programa no decide quién tiene razón.
boards-concerns = Preocupaciones y demandas
boards-count-concerns = { $count ->
    [one] 1 preocupación o demanda
   *[other] {$count} preocupaciones y demandas
}
boards-first-concerns = Registra lo que preocupa con las palabras de quien lo sostiene y la evidencia que lo apoya.
boards-chart-concerns = Preocupaciones por tema
boards-stage-concerns-worse = Empeora
boards-stage-concerns-open = Abierta
boards-stage-concerns-contested = En disputa
boards-stage-concerns-improving = Mejora
boards-stage-concerns-resolved = Resuelta
boards-stage-concerns-unknown = Sin registrar
boards-total-concerns-open = Sin resolver, de las que dicen su situación
boards-total-concerns-proved = Con evidencia enlazada, de todas
boards-total-concerns-against = Con otra versión al lado, de todas
boards-claims = Lo que se afirma y lo que se le opone
boards-count-claims = { $count ->
    [one] 1 afirmación hasta el día
   *[other] {$count} afirmaciones hasta el día
}
boards-first-claims = Registra lo que una autoridad u organización afirma y enlaza la versión que la contradice.
boards-chart-claims = Afirmaciones por posición
boards-total-claims-against = Con otra versión al lado, de todas
boards-total-claims-stigmatising = Que estigmatizan, de las que lo dicen

## Cifras
boards-caveat-figures = El cuadro hueco es lo publicado, con su salvedad; el lleno, lo que cuentan los registros de aquí al día de arriba. Nunca se suman ni se dividen entre sí.
boards-figures = Cifras publicadas
boards-count-figures = { $count ->
    [one] 1 cifra publicada hasta el día
   *[other] {$count} cifras publicadas hasta el día
}
boards-first-figures = Registra una cifra que alguien publicó: qué cuenta, quién la dice, de cuándo es y con qué salvedad.
boards-chart-figures = Cifras publicadas, por quién las dice
boards-stage-figures-disputed = Alguien la discute
boards-stage-figures-standing = Nadie la discute aquí
boards-total-figures-disputed = Cifras que alguien discute, de todas
boards-total-figures-hedged = Con salvedad, de todas
boards-own-none = ningún indicador la cuenta
