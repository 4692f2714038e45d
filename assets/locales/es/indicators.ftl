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
indicators-cannot-missing = No se puede calcular: falta {$field}
indicators-cannot-too-few = sin porcentaje: menos de 10
indicators-cannot-not-applicable = No aplica: se dividiría entre cero
indicators-cannot-not-reached = Más de la mitad sigue abierta

## El tablero
section-mechanism = Mecanismo
mechanism-board = Tablero
mechanism-states = Entidades
board-what = Desempeño, con lo publicado al lado de lo registrado
as-of = Al día
as-of-before = Fecha anterior con cambios
as-of-after = Fecha siguiente con cambios
board-id = Id.
board-indicator = Indicador
board-official = Publicado, y por quién
board-own = Lo registrado aquí
board-trend = Por semestre
board-unpublished = No publicado
board-open = Abrir los registros de esta cifra
board-concerns = Preocupaciones abiertas
board-concerns-none = Ninguna registrada
board-table = Cifras por semestre en vez de barras
board-behind = Registros de esta cifra
board-behind-first = Se muestran los primeros 500.
keys-table = Ver la tabla o el dibujo
indicators-percent = {$share} %
indicators-nothing-here = Nada registrado
indicators-unknown = No se sabe
indicators-of-unknown = de un total no dado
indicators-unit-days = días
indicators-unit-months = por 100 meses
indicators-times-limit = {$times} veces el plazo de {$limit} días
indicators-a-month = {$count} al mes
indicators-hedge = «{$hedge}»
indicators-no-value = sin dato
indicators-trend-few = muy pocos casos
indicators-trend-said = Por semestre: {$points}
indicators-limit = límite: {$count} días
indicators-median = días, mediana; n = {$count}
indicators-still-open = { $count ->
    [one] 1 sigue abierto, contado sin cerrar
   *[other] {$count} siguen abiertos, contados sin cerrar
}
indicators-records = { $count ->
    [0] ningún registro
    [one] 1 registro
   *[other] {$count} registros
}
indicators-by-state = entidad
indicators-by-sex = sexo
indicators-by-profile = perfil
indicators-by-procedure = procedimiento
indicators-by-risk-level = nivel de riesgo
indicators-by-perpetrator-type = presunta autoría
indicators-by-year = año
indicators-parts-none = Ningún registro de esta cifra se puede separar así.
indicators-parts-caveat = Un registro con varios valores cuenta en cada uno. «Sin registrar» es no saberlo, no que no ocurra.
parts-by = Por
parts-by-none = sin separar
parts-over = Cuántos
parts-under = De
parts-value = Resultado
parts-missing = Sin dato
parts-records = Registros
parts-all = Ver todos los registros
trend-title = Por semestre
trend-save = Guardar el dibujo y su tabla
states-save = Imagen y tabla
states-few = 1 a 4
concerns-voices = { $count ->
    [one] otra voz
   *[other] otras {$count} voces
}
indicators-more = { $count ->
    [one] Ver la otra
   *[other] Ver las otras {$count}
}
indicators-sentence = {$own} con registros propios, {$official} con cifras publicadas
indicators-family-access = Acceso
indicators-family-time = Tiempos
indicators-family-measures = Medidas
indicators-family-organs = Órganos
indicators-family-staff = Personal
indicators-family-money = Recursos
indicators-family-coordination = Coordinación
indicators-family-justice = Justicia
indicators-family-aggression = Agresiones
indicators-family-prevention = Prevención
indicators-family-dissemination = Difusión
indicators-beside-age = Edad de las que siguen sin revisar
indicators-beside-beneficiaries = Entre beneficiarias
indicators-beside-broad = Contando las que corresponden en parte
indicators-beside-charged = Con imputación
indicators-beside-complaint = Con denuncia
indicators-beside-days = Días hasta ponerse en marcha
indicators-beside-days-after-limit = Días de retraso
indicators-beside-days-since = Días desde que se prometió, sin fecha
indicators-beside-disappeared = Desaparecidas
indicators-beside-events = Incidentes
indicators-beside-for-each = Por cada beneficiaria
indicators-beside-handover = Días de la entrega
indicators-beside-identified = Con alguien identificado
indicators-beside-in-time = Resueltas en plazo
indicators-beside-increased-risk = Aumentaron el riesgo
indicators-beside-investigation = Con investigación
indicators-beside-knew-mechanism = Conocían el Mecanismo
indicators-beside-monthly = Mensuales, de los debidos
indicators-beside-natures-used = Naturalezas usadas, de las que hay
indicators-beside-new-a-month = Casos nuevos al mes, por analista
indicators-beside-of-assigned = De lo asignado
indicators-beside-of-measures = Medidas policiales, de todas
indicators-beside-organs = Los seis órganos
indicators-beside-partly-kept = Cumplidos en parte
indicators-beside-per-month = Al mes
indicators-beside-reading-b = Con la lectura B de la ley
indicators-beside-stigmatising = Que estigmatizan
indicators-beside-study = Sólo en el estudio
indicators-beside-upheld = Resueltas a favor
indicators-beside-victims = Víctimas
indicators-beside-with-council = Con el Consejo
indicators-beside-women = Mujeres entre quienes los ocupan
indicators-beside-working = En marcha y sin fallas
indicators-basis-i01 = Solicitudes que la Junta revisó, de las recibidas · Art. 7, 27 y 29
indicators-basis-i02 = Recibidas menos revisadas; incluye las que tal vez no se admitieron
indicators-basis-i03 = Mediana en días naturales; las que siguen sin estudio cuentan · Art. 27
indicators-basis-i04 = Con estudio a los 10 días, de las que ya los cumplieron · Art. 27
indicators-basis-i05 = Procedimiento extraordinario con hora conocida · Art. 26-I
indicators-basis-i06 = Desde que se emiten; la ley admite dos lecturas · Art. 26-II
indicators-basis-i07 = Mediana; la ley no fija plazo, sólo la siguiente sesión · Art. 7
indicators-basis-i08 = De las decisiones de la Junta · Art. 29-I
indicators-basis-i09 = Por medida, no por caso; de las que ya cumplieron 30 días · Art. 29
indicators-basis-i10 = Mediana de la solicitud a la primera medida puesta en marcha
indicators-basis-i11 = Admitidas, de las que tienen decisión de admisión
indicators-basis-i12 = Medidas que el estudio recomendó, en promedio por plan
indicators-basis-i13 = Según la persona, de los planes que valoró
indicators-basis-i14 = Planes en que toda medida es policial
indicators-basis-i15 = En el estudio y en al menos una medida, de los estudios leídos
indicators-basis-i16 = De los estudios leídos
indicators-basis-i17 = Naturalezas distintas de medida, en promedio por plan
indicators-basis-i18 = Según la persona, de las medidas valoradas
indicators-basis-i19 = Actos por cada 100 meses de personas con medidas vigentes
indicators-basis-i20 = Plazas vacantes, de las autorizadas
indicators-basis-i21 = Bajas en 12 meses, de la plantilla media
indicators-basis-i22 = Casos abiertos por analista · Art. 20 y 22
indicators-basis-i23 = Personal formado en los últimos 24 meses
indicators-basis-i24 = Casos con dos o más cambios de responsable
indicators-basis-i25 = De los que la ley establece
indicators-basis-i26 = Días desde la fecha que fija el transitorio Tercero
indicators-basis-i27 = Accesible, de lo asignado; pesos nominales
indicators-basis-i28 = Ejercido, de lo accesible; pesos nominales
indicators-basis-i29 = Publicado, de lo que cada año debe publicarse
indicators-basis-i30 = Publicado, de lo que un contrato debe mostrar
indicators-basis-i31 = De 32; plazo: 26 de diciembre de 2012, transitorio Décimo. Firmar no es operar
indicators-basis-i32 = De 32; activo y verificado en los últimos seis meses
indicators-basis-i33 = De las medidas que fallaron o llegaron tarde
indicators-basis-i34 = De los que ya debían cumplirse
indicators-basis-i35 = Sin sentencia condenatoria, de las investigaciones abiertas
indicators-basis-i36 = De los actos documentados, cuántos llegan a sentencia
indicators-basis-i37 = Sesiones celebradas, de los meses transcurridos · Art. 7
indicators-basis-i38 = Lugares ocupados, de los que hay
indicators-basis-i39 = Actos con verificación suficiente. Documentado no es ocurrido
indicators-basis-i40 = Víctimas periodistas de actos mortales
indicators-basis-i41 = Casos verificados de los últimos 12 meses, cada persona una vez
indicators-basis-i42 = Actividades en el periodo
indicators-basis-i43 = Actos públicos de respaldo en 12 meses, de subsecretaría o más
indicators-basis-i44 = Publicados, de los debidos · Art. 8-IX, 16-IX y 18-XI
indicators-basis-i45 = Víctimas documentadas que no solicitaron, de las que podían
indicators-basis-i46 = Cumplidas, de las emitidas
indicators-basis-i47 = Por cada 100 decisiones · Art. 55 a 62
indicators-basis-i48 = Parte voluntaria entre beneficiarias, frente a la documentada
indicators-basis-i49 = Acordadas antes o al otorgarse · Art. 8-IV y 31
indicators-basis-i50 = Activas, de las anunciadas · Art. 41 a 45

## Las entidades
states-title = Entidades
states-code = INEGI
states-name = Entidad
states-conventions = Convenios
states-contacts = Enlaces
states-acts = Actos documentados
states-failures = Fallas
states-topic = Qué muestra el mapa
states-map = Mapa
states-table = Tabla de las 32 entidades
states-credit = Mapa: @svg-maps/mexico, Victor Cazanave, de mapsvg.com, CC BY 4.0. Sin escala; sólo para ubicar.
states-official-mark = dato oficial
states-own-mark = registros propios
states-inset = Centro, ampliado
states-conventions-said = {$signed} de {$total} entidades con convenio firmado, según {$holder}, {$date}.
states-conventions-own = {$signed} de {$total} entidades con convenio firmado, según los registros propios.
states-conventions-caveat = Firmar no es operar; donde la fuente no da la fecha de cada firma, la tabla lo dice.
states-contacts-said = {$count} de {$total} entidades con enlace en funciones, verificado en los últimos seis meses.
states-contacts-caveat = Verificar es una llamada o una respuesta por escrito, con fecha. Sin dato no es sin enlace.
states-acts-said = { $count ->
    [one] 1 acto documentado con entidad.
   *[other] {$count} actos documentados con entidad.
}
states-acts-caveat = Documentado no es ocurrido: donde nadie registra, el mapa queda en blanco.
states-failures-said = { $count ->
    [one] 1 medida falló por descoordinación entre órdenes de gobierno.
   *[other] {$count} medidas fallaron por descoordinación entre órdenes de gobierno.
}
states-failures-caveat = De las medidas que fallaron y cuya causa se registró.
states-conventions-column = Convenio
states-signed-column = Firma
states-contacts-column = Enlace
states-acts-column = Actos
states-failures-column = Por descoordinación
states-none = ninguno
states-blank = sin dato
states-unknown = no se sabe
states-not-applicable = no aplica
states-step-signed = Firmado
states-step-review = En revisión o negociación
states-step-without = Sin convenio
states-step-blank = Sin dato
states-step-working = En funciones
states-step-stale = Sin verificar en seis meses, o inactivo
states-step-none = ninguno
states-step-few = 1 a 4, cubierto al publicar
states-step-q2 = 5 a 9
states-step-q3 = 10 a 19
states-step-q4 = 20 a 29
states-step-q5 = 30 o más
