out-full = Salen nombres, teléfonos y lugares exactos. Sólo para quien ya los conoce.
out-rare = Sin nombres, alguien todavía podría reconocerse por una combinación poco común de lugar, fecha y oficio. El programa no lo comprueba todavía: míralo registro por registro.
out-small-counts = Una cifra de uno o dos puede señalar a alguien. El programa no la oculta todavía.
out-no-return = Lo que sale no se puede recoger de otras computadoras.
report-events = {$count ->
    [one] 1 evento
   *[other] {$shown} eventos
}
report-undated = {$count ->
    [one] Un incidente queda fuera: su fecha no dice si cae en el periodo.
   *[other] {$shown} incidentes quedan fuera: su fecha no dice si caen en el periodo.
}
dialog-export = Dónde guardar la lista
dialog-report = Dónde guardar el informe
export-name = lista
report-name = informe
