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
boards-all = Todas
boards-clear = Quitar lo elegido
boards-chart-table = Números en vez de dibujo
boards-show-chart = Dibujo
boards-show-numbers = Números
boards-bar = {$name} · {$what}
boards-none-passes = Ninguna pasa por lo elegido.
boards-open = {$what}: {$said}, ver los registros
boards-record-one = Registrar
boards-totals = Totales
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
