# La entrega del trabajo abierto a quien sigue.
handover-title = Entrega de trabajo abierto
handover-desk = Toda la mesa de trabajo, al { $date }
handover-of = { $record }, al { $date }
handover-level-full = Este documento contiene nombres y datos que pueden poner en riesgo a personas. Entréguelo en mano, solo a quien va a seguir con el trabajo, y destrúyalo cuando ya no haga falta.
handover-level-no-identities = Este documento no lleva nombres ni lo que alguien escribió: cada asunto se encuentra en Resguardo por su clave. Las fechas van completas, porque sin ellas no se puede seguir; quien conozca un caso puede reconocerlo por ellas.
handover-hands-over = Entrega
handover-receives = Recibe
handover-day = Fecha
handover-late =
    { $count ->
        [one] asunto con la fecha vencida
       *[other] asuntos con la fecha vencida
    }
handover-dated =
    { $count ->
        [one] asunto con fecha por venir
       *[other] asuntos con fecha por venir
    }
handover-calls =
    { $count ->
        [one] llamada de seguridad acordada
       *[other] llamadas de seguridad acordadas
    }
handover-nothing = Nada está abierto: ningún plazo corre, ninguna llamada está acordada y nada quedó por hacer.
handover-heading = { $part } ({ $count })
handover-part-calls = Llamadas de seguridad
handover-part-calls-lead = Acordadas con alguien en riesgo y sin respuesta anotada. Van primero: una llamada perdida no espera.
handover-part-clocks = Plazos de la ley
handover-part-clocks-lead = Los que corren y los que vencieron sin que conste que se cumplieron, por solicitud.
handover-part-steps = Siguientes pasos y tareas
handover-part-steps-lead = Lo que la organización quedó de hacer.
handover-part-promises = Lo que una autoridad prometió
handover-part-promises-lead = Compromisos, promesas y recomendaciones con fecha, sin cumplimiento anotado.
handover-part-reviews = Medidas por revisar
handover-part-reviews-lead = Medidas que dejan de estar vigentes ese día si nadie las revisa.
handover-part-consents = Consentimientos
handover-part-consents-lead = Los que vencen en treinta días, los vencidos y los retirados. Lo retirado no se usa.
handover-part-incomplete = Registros por completar
handover-part-incomplete-lead = Escritos a mano y todavía sin lo que un informe necesita.
handover-part-contacts = Cómo comunicarse
handover-part-contacts-lead = Con las personas que aparecen en esta entrega. Antes de llamar, lee las reglas que cada una puso.
handover-rest =
    { $count ->
        [one] Hay uno más en Resguardo.
       *[other] Hay { $count } más en Resguardo.
    }
handover-about = Sobre
handover-of-what = De qué
handover-reading = lectura { $way }
handover-what-call = Llamar
handover-what-step = Siguiente paso
handover-what-promise = Reclamar o anotar que se cumplió
handover-what-review = Pedir que se revise
handover-what-consent = Preguntar de nuevo
handover-what-withdrawn = No usar lo que contó
handover-withdrawn = retirado
handover-outside = Lo que este documento no trae
handover-outside-institution =
    { $count ->
        [one] Un plazo de la institución, que no es de ninguna persona: está en Mecanismo.
       *[other] { $count } plazos de la institución, que no son de ninguna persona: están en Mecanismo.
    }
handover-outside-ended =
    { $count ->
        [one] Un plazo de una solicitud que ya terminó.
       *[other] { $count } plazos de solicitudes que ya terminaron.
    }
handover-outside-written = Lo que se acordó de palabra y nadie escribió. Pregúntalo a quien entrega.
handover-outside-contacts = Teléfonos, direcciones y reglas de contacto: están en Resguardo, en la ficha de cada clave.
handover-outside-safe-word = Las palabras acordadas con cada persona: no se imprimen nunca.
handover-signed = Firmas
handover-signed-lead = La entrega se leyó completa, y lo que faltaba quedó escrito en Resguardo.
handover-file = entrega
dialog-handover = Dónde guardar la entrega
handover-done =
    { $count ->
        [one] Entrega con un asunto, escrita en { $file }.
       *[other] Entrega con { $count } asuntos, escrita en { $file }.
    }
handover-screen = Entregar el trabajo abierto
handover-whole = Toda la mesa de trabajo
handover-as-of = Al día
handover-as-of-help = «14 mar 2014». Vacío: hoy.
handover-save = Guardar la entrega
handover-saved =
    { $number ->
        [one] {$file}: un asunto
       *[other] {$file}: {$shown} asuntos
    }
handover-out-full = Salen nombres, teléfonos y lo que alguien escribió. Sólo para quien va a seguir con el trabajo, y en mano.
handover-out-dates = Salen claves, artículos y fechas completas; ningún nombre ni texto. Quien conozca un caso puede reconocerlo por sus fechas.
