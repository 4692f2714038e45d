## Días en que una autoridad no trabajó
settings-calendar = Días inhábiles
closed-title = Días en que una autoridad no trabajó
closed-what = Los calendarios de las leyes ya están en el programa. Anota aquí los días que una autoridad o un juzgado cerró por acuerdo: cada plazo que se mueva por ellos lo dirá.
closed-none = Ningún día anotado.
closed-date = Día o días
closed-reason = Motivo
closed-law = Calendario
closed-every-law = Todos los calendarios
closed-from = Primer día
closed-to = Último día, si son varios
closed-hint = Un día completo: «18 abr 2014».
closed-add = Agregar
closed-remove = Quitar
closed-remove-of = Quitar {$date}
closed-removed = Días quitados: los plazos los cuentan otra vez
