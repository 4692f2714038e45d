# Llamadas de seguridad: la hoja que se lleva, y lo que se contesta en Hoy. La hoja no dice de quién es ni para qué.
calls-title = Llamadas
calls-foot = Una sola copia. Al terminar, pásala a limpio y rompe la hoja.
calls-none = Ninguna llamada está acordada.
calls-head-hour = Cuándo
calls-head-until = Esperar hasta
calls-head-called = Llamó
calls-head-not = No contestó
calls-head-real = Hora real
calls-after = +{ $length }
calls-minutes = { $count } min
calls-hours = { $count } h
calls-file = llamadas
dialog-calls = Dónde guardar la hoja de llamadas
calls-done =
    { $count ->
        [one] Hoja con una llamada, escrita en { $file }.
       *[other] Hoja con { $count } llamadas, escrita en { $file }.
    }
calls-warning = En papel no hay frase de paso: quien tenga la hoja lee lo que lleva. Llévala solo si hace falta y rómpela al terminar.
calls-answered = Llamada anotada: respondió.
calls-answered-late = Llamada anotada: respondió tarde.
calls-no-answer = Anotado: no contestó. Sigue lo acordado.
calls-acted = Anotado: el plan está en marcha.
calls-postponed = Llamada acordada para { $date }.
calls-screen = Hoja de llamadas
calls-of-day = Las llamadas del día
calls-day = Qué día
calls-day-help = «27 nov 2026». Vacío: hoy.
calls-day-all = Vacío: todas las que faltan.
calls-save = Guardar la hoja
calls-count =
    { $count ->
        [one] una llamada
       *[other] { $count } llamadas
    }
calls-saved =
    { $number ->
        [one] {$file}: una llamada
       *[other] {$file}: {$shown} llamadas
    }
calls-out-full = Salen el nombre, el lugar, el plan y a quién llamar. La palabra acordada no se imprime.
calls-out-blank = Salen claves y horas; el lugar, el plan y a quién llamar quedan en blanco, para escribirlos a mano.
