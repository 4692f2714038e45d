# Informes impresos. Las personas que agreden son siempre presuntas.

## En cada página
report-maker-unnamed = Resguardo
report-made = Hecho el { $date }
report-page = Página { $page } de { $pages }
report-level-full = Completo: contiene identidades
report-level-no-identities = Sin identidades
report-level-statistics = Solo cifras
report-period-all = Todo lo registrado, sin límite de fechas

## Incidentes: título y avisos
incidents-title = Incidentes contra personas defensoras y periodistas
incidents-level-full = Este documento contiene nombres y datos que pueden poner en riesgo a personas. No lo entregue fuera de su organización sin el consentimiento de quienes aparecen en él.
incidents-level-no-identities = Este documento no lleva nombres. Las personas y las organizaciones aparecen con claves que solo valen dentro de él, las fechas se dicen por mes, los lugares por estado, y el único texto libre es el resumen público de cada incidente. Aun así, quien conozca un caso puede reconocerlo: léalo antes de publicarlo.
incidents-level-statistics = Este documento solo lleva cifras. Una cifra pequeña puede señalar a una persona: revise las tablas antes de publicarlas.
incidents-none = No hay incidentes registrados en este periodo. Esto dice lo que se registró, no lo que ocurrió.

## Incidentes: cifras
incidents-figures = Cifras
incidents-unit-incidents =
    { $count ->
        [one] incidente
       *[other] incidentes
    }
incidents-unit-acts =
    { $count ->
        [one] acto de agresión
       *[other] actos de agresión
    }
incidents-unit-victims =
    { $count ->
        [one] víctima
       *[other] víctimas
    }
incidents-table-aggression = Tabla { $number }. Actos por tipo de agresión
incidents-table-state = Tabla { $number }. Incidentes por entidad federativa
incidents-table-month = Tabla { $number }. Incidentes por mes
incidents-table-sex = Tabla { $number }. Víctimas por sexo
incidents-of-aggression = Tipo de agresión
incidents-of-state = Entidad federativa
incidents-of-month = Mes
incidents-of-sex = Sexo
incidents-counted-incidents = Unidad: incidentes.
incidents-counted-acts = Unidad: actos (un tipo de agresión en un incidente).
incidents-counted-victims = Unidad: víctimas (cada persona o colectivo, una vez por incidente).
incidents-head-incidents = Incidentes
incidents-head-acts = Actos
incidents-head-victims = Víctimas
incidents-total = Total
incidents-coarse = { $date } (mes sin precisar)
incidents-missing-unclassified = Sin clasificar

## Incidentes: lista
incidents-list = Los incidentes
incidents-no-date = Sin fecha registrada
incidents-no-place = Sin lugar registrado
incidents-acts = Actos
incidents-act = Acto { $number }
incidents-types = Tipo de agresión
incidents-victims = Víctimas
incidents-perpetrators = Presunta autoría
incidents-nothing = Sin registro

## Incidentes: lo que no sabemos
incidents-unknown = Lo que no sabemos
incidents-unknown-lead = Un dato que falta no cuenta como un no. Estos son los huecos de las tablas, con la razón de cada uno.
incidents-unknown-none = Todos los incidentes de este informe tienen tipo, lugar, mes y sexo de las víctimas registrados.
incidents-gap = Faltan { $missing } de { $total }: { $reasons }.
incidents-gap-reason = { $reason } ({ $count })
incidents-reason-unknown = se desconoce
incidents-reason-not-asked = no se preguntó
incidents-reason-withheld = se reserva
incidents-reason-not-recorded = sin registro
incidents-reason-unclassified = sin clasificar
incidents-undated-label = Fecha y periodo
incidents-undated-gap =
    { $count ->
        [one] 1 incidente quedó fuera de este informe porque su fecha no permite saber si cae en el periodo.
       *[other] { $count } incidentes quedaron fuera de este informe porque su fecha no permite saber si caen en el periodo.
    }
incidents-coarse-label = Mes
incidents-coarse-gap =
    { $count ->
        [one] 1 incidente tiene una fecha menos precisa que el mes y ocupa un renglón propio.
       *[other] { $count } incidentes tienen una fecha menos precisa que el mes y ocupan renglones propios.
    }

## Incidentes: método
incidents-method = Cómo se contó
incidents-method-units = Un incidente es un hecho y contiene uno o más actos: un tipo de agresión, quienes la sufrieron y su presunta autoría. Cada tabla dice qué cuenta y nunca mezcla unidades. Un incidente con varios actos aparece en varios renglones de la tabla por tipo, así que sus renglones pueden sumar más que los incidentes. Una víctima se cuenta una vez por incidente; quien sufrió dos incidentes se cuenta dos veces.
incidents-method-alleged = La autoría es siempre presunta: se dice lo que se ha señalado, no lo que un tribunal haya resuelto.
incidents-method-own = Las cifras salen de lo que esta organización registró. No son el total de lo que ocurrió ni se suman con cifras oficiales.
incidents-method-missing = Qué quieren decir los renglones en cursiva
incidents-means-unknown = Se buscó o se preguntó, y no se sabe.
incidents-means-not-asked = Nadie lo preguntó.
incidents-means-withheld = Se sabe y se calla a propósito.
incidents-means-not-recorded = El campo está vacío.
incidents-means-unclassified = Está escrito con palabras que todavía no corresponden a un término de la lista.
