today-heading = Hoy, {$weekday} {$day}
today-sentence = {$count ->
    [0] Nada espera.
    [one] Un asunto espera.
   *[other] {$count} asuntos esperan{$near ->
        [0] .
        [one] ; uno vence en 48 horas.
       *[other] ; {$near} vencen en 48 horas.
    }
}
today-conflicts = Dos versiones por decidir
today-conflicts-what = Escritas sin conexión al mismo tiempo; las dos están guardadas
today-doubles = Tal vez repetidos
today-double = Se parece a {$folio}
today-imports = Importaciones por clasificar
today-unclassified = {$count ->
    [one] Un valor guardado tal cual, sin clasificar
   *[other] {$count} valores guardados tal cual, sin clasificar
}
today-complete = Por completar
today-missing = Falta: {$fields}
today-latest = Lo último
today-nothing = Nada pendiente
today-nothing-lead = Todo lo escrito está completo y en orden.
today-copy = Respaldo
today-not-same = No son lo mismo
first-title = Qué hacer primero
first-record = Escribe una agresión con lo que se sepa
first-record-what = Nada es obligatorio: la fecha puede ser «marzo de 2014» y lo que falte se completa después.
first-record-do = Registrar un incidente
first-import = Trae lo que ya tienes
first-import-what = Una hoja de cálculo del año pasado entra completa; nada se guarda antes del último paso y todo se puede deshacer.
first-import-do = Importar una hoja de cálculo
first-copy = Guarda una copia sellada en otra parte
first-copy-what = Una memoria USB basta. Nadie la abre sin tu frase de paso.
first-copy-do = Hacer la copia
today-beside = Por decidir y lo último
today-complete-none = Nada por completar
today-late = Pasos y tareas con la fecha vencida
today-soon = Pasos y tareas para 48 horas
today-clocks = Plazos vencidos
today-clocks-soon = Plazos que vencen en 48 horas
today-more = { $count ->
    [one] y 1 más
   *[other] y {$count} más
}
today-more-of = {$more}: {$label}
today-fewer = Mostrar menos
today-fewer-of = Mostrar menos: {$label}
today-waits-for = Espera a {$who}
today-consents = Consentimientos por renovar
due-late = venció hace { $count } días
due-yesterday = venció ayer
due-today = vence hoy
due-tomorrow = vence mañana
due-days = vence en { $count } días
today-calls = Llamadas sin respuesta
today-calls-soon = Llamadas acordadas
today-promises = Lo que una autoridad prometió
today-reviews = Medidas por revisar
call-who = Llamada con {$who}
call-planned = acordada para {$date}
call-answered = Llamó
call-no-answer = No contestó
call-acted = Se activó el plan
call-later = Reprogramar
call-what-to-do = Qué hacer
call-in-15 = En 15 minutos
call-in-30 = En 30 minutos
call-in-60 = En una hora
call-tomorrow = Mañana a la misma hora
call-now = es ahora
call-minutes-ago = { $count ->
    [one] hace un minuto
   *[other] hace {$count} minutos
}
call-hours-ago = hace {$count} horas
call-days-ago = hace {$count} días
call-minutes-in = { $count ->
    [one] en un minuto
   *[other] en {$count} minutos
}
call-hours-in = en {$count} horas
call-days-in = en {$count} días
today-take = Llevar…
today-hand-over = Entregar el trabajo…
today-call-sheet = Hoja de llamadas…
today-calendar = Llevar a mi calendario…
