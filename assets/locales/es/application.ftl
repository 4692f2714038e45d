## Una solicitud ante el Mecanismo
application-tab = Trámite
application-way = El trámite, paso a paso
application-as-of = Al {$date}, hora del centro de México. Lo que lleva fecha posterior no se cuenta.
application-not-recorded = no consta
course-other = {$label}: {$text}
course-share = ({$number} de {$total})
course-was-due = Vencía: {$date}
course-due = Vence: {$date}
course-next-session = Próxima sesión: {$date}
course-no-session = Próxima sesión: no consta
course-none = La ley de esa fecha no se tiene aquí: no hay camino que dibujar.
course-reading = Lectura {$reading}
scale-title = {$label}, a escala
scale-said = {$length} desde el inicio ({$start}); la ley da {$limit}.
scale-due = {$date}: vencimiento
measures-title = Medidas
measures-sentence = { $total ->
    [one] 1 medida
   *[other] {$total} medidas
}: { $asked ->
    [one] 1 con fecha de petición
   *[other] {$asked} con fecha de petición
}, { $granted ->
    [one] 1 decretada
   *[other] {$granted} decretadas
}, {$standing} en marcha
measures-what = Medida
measures-asked = Pedida
measures-study = En el estudio
measures-granted = Decretada
measures-agreed = Acordada
measures-standing = En marcha desde
measures-none = Ninguna medida registrada. Añade una con «Agregar».
proof-title = Lo que prueba cada fecha
proof-written = Escribió {$by}, {$at}
proof-nobody = persona sin nombre
proof-only-said = Solo dicho: ningún documento lo prueba
proof-due = vencimiento: {$label}
proof-counted = Calculado: {$start} + {$limit}.
proof-digest = Principio de la huella SHA-256 del archivo
proof-risk = Nivel de riesgo
permitted-title = Lo que la ley permite ahora
permitted-what = Según las fechas registradas; no es consejo jurídico.
