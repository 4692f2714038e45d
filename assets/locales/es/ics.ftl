# Los vencimientos para el calendario de otro programa.
ics-screen = Llevar a mi calendario
ics-count =
    { $count ->
        [0] Nada que llevar
        [one] una fecha
       *[other] { $count } fechas
    }
ics-none = Nada tiene fecha: no hay qué llevar.
ics-day = Cuándo
ics-line = Qué dice
ics-holds = Qué lleva
ics-holds-what = Los plazos que corren o vencieron, las llamadas acordadas con su hora, los siguientes pasos, lo prometido y las medidas por revisar: la clave del registro, qué es y el artículo.
ics-holds-not = Qué no lleva
ics-holds-not-what = Nombres, lugares ni nada de lo que alguien escribió. Las claves solo abren algo dentro de Resguardo.
ics-warning = Un calendario suele copiarse solo al teléfono y a la nube. Sin nombres, todavía dice cuántos asuntos hay y de qué tipo.
ics-file = fechas
dialog-ics = Dónde guardar el calendario
ics-save = Guardar el calendario
ics-saved =
    { $number ->
        [one] {$file}: una fecha
       *[other] {$file}: {$shown} fechas
    }
