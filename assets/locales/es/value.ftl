# Valores de los registros. Las etiquetas de campos y términos no están aquí: vienen del esquema y de los catálogos.

## Las tres maneras de no decir, y lo que aún no se entiende
value-unknown = Se desconoce
value-not-asked = No se preguntó
value-withheld = Se reserva
value-not-recorded = Sin registro
value-as-written = «{ $text }»
value-newer = Valor escrito por una versión más nueva del programa

## Números
number-about = cerca de { $amount }
number-at-least = al menos { $amount }
number-at-most = cuando más { $amount }

## Plazos
duration-min =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
duration-h =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
duration-d =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
duration-wd =
    { $count ->
        [one] { $count } día hábil
       *[other] { $count } días hábiles
    }
duration-mo =
    { $count ->
        [one] { $count } mes
       *[other] { $count } meses
    }

## Lugares
place-municipality-code = municipio { $code }
place-radius = { $point } (a no más de { $metres } m)

## Vínculos
certainty-0 = sin decir
certainty-1 = posible
certainty-2 = probable
certainty-3 = confirmado

## Actos: quien agredió es siempre presunta autoría
act-unknown = Agresión de tipo desconocido
act-victims =
    { $number ->
        [one] víctima: { $names }
       *[other] víctimas: { $names }
    }
act-perpetrators =
    { $number ->
        [one] presunta autoría: { $names }
       *[other] presunta autoría: { $names }
    }

## Pasos de un procedimiento
step-stated = { $event }: { $date } (según se dice)
step-documented = { $event }: { $date } (consta en { $proof })

## Fechas
date-day = { $day } de { $month } de { $year }
date-day-short = { $day } { $month } { $year }
date-month = { $month } de { $year }
date-month-short = { $month } { $year }
date-season = { $season } de { $year }
date-decade = la década de { $year }
date-about = hacia { $date }
date-uncertain = quizá { $date }
date-about-uncertain = quizá hacia { $date }
date-until = hasta { $date }
date-since = desde { $date }
date-interval =
    { $fromKind ->
        [day] del { $from }
       *[other] de { $from }
    } { $toKind ->
        [day] al { $to }
       *[other] a { $to }
    }
date-time = { $date }, { $time } h
date-time-offset = { $date }, { $time } h (UTC{ $offset })
date-zone = { $date } (zona { $zone })
month-01 = enero
month-02 = febrero
month-03 = marzo
month-04 = abril
month-05 = mayo
month-06 = junio
month-07 = julio
month-08 = agosto
month-09 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
month-short-01 = ene
month-short-02 = feb
month-short-03 = mar
month-short-04 = abr
month-short-05 = may
month-short-06 = jun
month-short-07 = jul
month-short-08 = ago
month-short-09 = sep
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
season-21 = primavera
season-22 = verano
season-23 = otoño
season-24 = invierno
