today-heading = Hoy, {$day}
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
today-first = Por dónde empezar
today-first-record = Registra una agresión
today-first-record-what = Con lo que se sepa. Nada es obligatorio; se completa después.
today-first-record-do = Registrar un incidente
today-first-import = Trae lo que ya tienes
today-first-import-what = La hoja de cálculo del año pasado, tal como está. Se puede deshacer entera.
today-first-import-do = Importar una hoja
today-first-writers = Di quiénes escriben
today-first-writers-what = Así cada cambio dice de quién es.
today-first-writers-do = Agregar personas
today-nothing = Nada espera.
today-aside = Lo último
