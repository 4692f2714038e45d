## Los controles de la ventana
remove-value = Quitar {$value}
undo = Deshacer
dismiss = Cerrar el aviso
close = Cerrar
close-keeps = Cerrar (Esc). No se pierde nada
stop = Parar
done-of = {$done} de {$total}
under-way = En camino
choices = Opciones
chosen = Elegidas
choose-all = Elegir todas las que cumplen
choose-row = Elegir {$folio}
no-choices = Nada coincide
keep-as-written = Guardar «{$text}» tal cual, clasificar después
create-named = {$kind}: crear con el nombre «{$name}»
add-value = Agregar «{$text}»
role-of = Papel de {$name}
no-role = Papel
type-folio = Escribe {$folio} para confirmar

cell-empty = Vacío: nadie ha escrito nada
cell-unknown = No se sabe
cell-not-asked = No se preguntó
cell-withheld = reservado
cell-veiled = Identidad reservada
cell-unclassified = sin clasificar
cell-versions =
    { $number ->
        [one] {$number} versión
       *[other] {$number} versiones
    }
answer-yes = Sí
answer-no = No
answer-partly = En parte
answer-withheld = Reservado
no-value-of = {$field}: no hay dato
empty-field = Vaciar
write-instead = Escribir

date-known = Basta lo que se sepa: «marzo de 2014», «hacia 2013»
date-precision = Qué tan exacta es
date-exact = exacta
date-roughly = más o menos
hedge = Qué tan exacto es
hedge-exact = exacto
hedge-about = cerca de
hedge-at-least = al menos
hedge-at-most = cuando más
unit = Unidad
unit-mxn = pesos
unit-usd = dólares
unit-eur = euros
unit-d = días
unit-wd = días hábiles
unit-h = horas
unit-min = minutos
unit-mo = meses
place-state = Entidad
place-municipality = Municipio
place-locality = Localidad
act-aggression = Tipo de agresión
act-against = Contra quién
act-by = Presunta autoría
act-add = Otra agresión
act-remove = Quitar esta agresión
step-what = Qué pasó
step-when = Cuándo
step-add = Otro paso
step-remove = Quitar este paso

## Teclas, como se leen en el teclado
key-ctrl = Ctrl
key-shift = Mayús
key-alt = Alt
key-enter = Entrar
key-escape = Esc
key-tab = Tab
key-space = Espacio
key-delete = Supr
key-home = Inicio
key-end = Fin
key-pageup = Re Pág
key-pagedown = Av Pág
key-arrowleft = ←
key-arrowright = →
key-arrowup = ↑
key-arrowdown = ↓
field-stays = Sólo sale en una exportación completa.
