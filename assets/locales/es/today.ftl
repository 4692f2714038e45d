today-heading = Hoy, {$weekday} {$day}
today-sentence = {$count ->
    [0] Nada espera.
    [one] Un asunto espera.
   *[other] {$count} asuntos esperan.
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
today-late = Vencidos
today-soon = Vencen en 48 horas
today-clocks = Plazos de la ley
today-consents = Consentimientos por renovar
due-late = venció hace { $count } días
due-yesterday = venció ayer
due-today = vence hoy
due-tomorrow = vence mañana
due-days = vence en { $count } días
