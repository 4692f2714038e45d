## Indicadores
indicators-head = Indicadores al {$date}
indicators-own = Registros propios
indicators-official = Publicado por otros
indicators-of = {$over} de {$under}
indicators-days = {$count} días
indicators-not-recorded = sin registrar
indicators-missing = { $count ->
    [one] 1 sin datos
   *[other] {$count} sin datos
}
indicators-cannot-missing = no se puede calcular: falta {$field}
indicators-cannot-too-few = sin porcentaje: menos de 10
indicators-cannot-nothing = nada registrado
indicators-cannot-not-applicable = no aplica: se dividiría entre cero
indicators-cannot-not-reached = más de la mitad sigue abierta
