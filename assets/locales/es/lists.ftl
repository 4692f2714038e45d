## Listas
list-words = Buscar en esta lista
list-rows = filas {$first} a {$last}
list-import = Importar
list-status = Qué registros
list-in-use = En uso
list-archived = Archivados
list-binned = Papelera
group-by = Agrupar:
group-by-none = ninguno
group-none = sin dato
row-split = Dos versiones
sort-by = Ordenar por {$column}
columns = Columnas
columns-own = Las de siempre
field-find = Buscar un campo
view-all = Todos
views = Vistas guardadas
view-changed = vista guardada, con cambios
view-save-changes = Guardar
view-save = Guardar lo que se ve
view-name = Nombre de la vista
view-needs-name = Guardar: falta un nombre
view-forget = Olvidar la vista {$name}
export-seen = Exportar lo que se ve
export-nothing = Exportar: no hay nada que se vea
filter-add = Filtro
filter-none = Quitar todos
filter-title = Filtro
filter-fields = Campos
filter-other-field = Otro campo
filter-how = Cómo se compara
filter-hold = Filtrar
op-is = es
op-not = no es
op-from = desde
op-until = hasta
op-contains = contiene
op-absent = vacío
op-unknown = no se sabe
value-find = Buscar un valor
values-more = Se ven {$shown} de {$all}; escribe para acercarte.
none-yet = Todavía no hay {$kinds}
none-yet-lead = Registra uno con lo que se sepa, o trae los que ya tienes en una hoja de cálculo.
none-record = { $id ->
    [case] Registrar un caso
    [collective] Registrar un colectivo o medio
    [consent] Registrar un consentimiento
    [document] Registrar un documento
    [evidence] Registrar una evidencia
    [incident] Registrar un incidente
    [milestone] Registrar un hito
    [note] Registrar una nota o tarea
    [official_figure] Registrar una cifra publicada
    [organisation] Registrar una organización o institución
    [perpetrator] Registrar una presunta autoría
    [person] Registrar una persona
    [testimony] Registrar un testimonio
   *[other] Registrar: { $kind }
}
none-archived = No hay nada archivado
none-binned = La papelera está vacía
none-in-use = Ver los que están en uso
none-words = Ningún registro tiene «{$text}»
none-passes = {$number ->
    [one] Ningún registro cumple el filtro
   *[other] Ningún registro cumple las {$number} condiciones
}
none-without = Quitar «{$filter}»
none-unknown = Ver «{$filter}» no se sabe
none-clear = Quitar todos los filtros
chosen-count = {$number ->
    [one] 1 elegido
   *[other] {$shown} elegidos
}
chosen-bar = {$number ->
    [one] Con el registro elegido
   *[other] Con los {$shown} elegidos
}
chosen-tag = Etiquetar
chosen-edit = Escribir un campo
chosen-archive = Archivar
chosen-bin = A la papelera
chosen-restore = Restaurar
chosen-export = Exportar
export-too-many = Exportar: elige hasta {$most}, o todos
unchoose = Quitar la selección
unchoose-key = Quitar la selección (Esc)
chosen-edit-title = {$number ->
    [one] Escribir en 1 registro
   *[other] Escribir en {$shown} registros
}
chosen-field = Campo
chosen-which = Elige un campo
chosen-adds = Se agrega a lo que cada registro ya tiene.
chosen-write = {$number ->
    [one] Escribir en 1
   *[other] Escribir en {$shown}
}
pane = Lo principal del registro
pane-writer = Escribió
pane-open = Abrir
pane-history = Historia
keys-filter = Buscar en la lista
keys-columns = Columnas
keys-unchoose = Quitar la selección
