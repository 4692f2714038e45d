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
