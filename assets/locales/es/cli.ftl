# La línea de comandos: ayuda y respuestas.

cli-about = Resguardo: registros cifrados de agresiones a personas defensoras y periodistas, sin red.
cli-after = Salidas: 0 hecho · 1 no se pudo · 2 mal escrito · 3 frase o llave equivocada · 4 datos dañados · 5 lo impide una regla.
cli-word-command = COMANDO
cli-word-commands = Comandos
cli-word-usage = Uso
cli-word-everywhere = En todos los comandos
cli-init = Crea una bóveda y da las doce palabras de recuperación
cli-unlock = Abre la bóveda, dice cómo está y la cierra
cli-kinds = Muestra los tipos de registro y sus campos; con --passphrase-file, también los propios
cli-new = Crea un registro
cli-edit = Cambia campos de un registro
cli-show = Muestra un registro completo
cli-history = Muestra quién cambió qué y cuándo
cli-list = Lista los registros de un tipo
cli-search = Busca palabras en todos los registros
cli-attach = Adjunta un archivo a un registro
cli-attachments = Lista o saca los adjuntos
cli-attachments-list = Lista los adjuntos de un registro
cli-attachments-get = Saca un adjunto a un archivo
cli-import = Trae una hoja de cálculo: CSV, XLSX u ODS
cli-clocks = Dice los plazos de la ley: cuáles corren, cuáles vencieron y por cuánto
cli-calendar = Días inhábiles que agrega la organización
cli-calendar-list = Lista los días inhábiles agregados
cli-calendar-add = Agrega un día inhábil, o varios
cli-ics = Escribe los vencimientos en un calendario (.ics), sin nombres
cli-indicators = Dice cómo funciona el Mecanismo: los cincuenta indicadores a una fecha
cli-board = Dice un tablero del Mecanismo a una fecha: medidas, órganos, recursos, compromisos…
cli-export = Saca una lista con su libro de códigos
cli-report = Hace un informe en PDF o DOCX
cli-handover = Entrega el trabajo abierto de un caso, o de toda la mesa, a quien sigue
cli-check-in = Llamadas de seguridad: la hoja que se lleva, y qué pasó con una
cli-check-in-sheet = Hace la hoja de llamadas de un día, de una llamada o de una persona, en PDF
cli-check-in-answer = Anota qué pasó con una llamada
cli-verify = Comprueba toda la bóveda, asiento por asiento
cli-rebuild = Rehace el índice a partir del libro
cli-passphrase = Cambia la frase de acceso
cli-recover = Pone otra frase de acceso con las doce palabras
cli-archive = Archiva un registro
cli-unarchive = Devuelve un registro archivado
cli-bin = Tira un registro a la papelera
cli-unbin = Saca un registro de la papelera
cli-merge = Une dos registros que son el mismo, o deshace la unión
cli-writers = Quiénes escriben en este equipo
cli-writers-list = Lista a quienes escriben
cli-writers-add = Agrega a alguien
cli-writers-retire = Retira a alguien; su nombre queda en el historial
cli-demo = Llena una bóveda vacía con hechos públicos reales
cli-completions = Escribe las sugerencias para tu intérprete de comandos
cli-man = Escribe la página de manual
arg-clock-record = Un solo registro; sin él, todos
arg-state = Solo en este estado: running, met, late, overdue, stopped, not_applicable, unknown; se puede repetir
arg-day = Primer día, AAAA-MM-DD
arg-reason = Por qué no se trabaja
arg-law = Calendario que cambia: LFPA, LAMP, LOPJF; sin él, todos
arg-board = Qué tablero: measures, organs, resources, commitments, concerns, figures
arg-indicator = Un solo indicador; sin él, todos
arg-as-of = A qué fecha, AAAA-MM-DD; sin ella, hoy
arg-by = Campo por el que se separa: state, sex, procedure, year
arg-trend = Fecha con la que se compara
arg-fictional = Solo registros inventados, cada uno marcado; nunca junto a los reales
arg-case = Un solo caso, por su identificador o sus primeros ocho dígitos; sin él, toda la mesa
arg-for = Quién recibe
arg-hands-over = Quién entrega
arg-paper = Papel: letter o a4
arg-calls-of = Llamada o persona, por su identificador; sin ninguna, las del día
arg-calls-day = Qué día, AAAA-MM-DD; sin él, hoy, o todas las de quien se nombra
arg-as = Qué pasó: answered, no-answer, acted, tomorrow, postponed
arg-calls-to = A cuándo se pasa, AAAA-MM-DDThh:mm
arg-vault = Carpeta de la bóveda (o RESGUARDO_VAULT)
arg-passphrase-file = Archivo con la frase de acceso; - es la entrada estándar
arg-keyfile = Archivo llave
arg-writer = Quién escribe (o RESGUARDO_WRITER)
arg-lang = Idioma
arg-json = Responde en JSON y no pregunta nada
arg-help = Muestra esta ayuda
arg-version = Muestra la versión
arg-recovery-words-out = Archivo nuevo para las doce palabras
arg-kdf-memory = Memoria para derivar la llave, de 64 a 2048 MiB
arg-kind = Tipo de registro
arg-id = Identificador, o sus primeros ocho dígitos
arg-into = Registro con el que se une
arg-set = Valor de un campo; «campo:=JSON» para valores con partes; «campo=» lo vacía
arg-from = Archivo JSON con los campos
arg-undo = Deshace
arg-where = Filtro: campo=valor, campo>=valor, campo~texto; se puede repetir
arg-sort = Campo por el que se ordena; con - al revés
arg-limit = Cuántos a lo más; 0 son todos
arg-archived = Solo los archivados
arg-binned = Solo los de la papelera
arg-text = Palabras; entre comillas, exactas
arg-file = Archivo
arg-attachment = Identificador del adjunto
arg-out = Dónde se escribe
arg-sheet = Hoja de cálculo
arg-mapping = Archivo de correspondencias
arg-mapping-out = Escribe las correspondencias usadas
arg-report-errors = Escribe las celdas con problemas en un CSV
arg-dry-run = Muestra lo que haría y no escribe
arg-add-duplicates = Agrega también las filas ya importadas
arg-apply-changes = Escribe los cambios propuestos
arg-format = Formato
arg-disclosure = Cuánto se divulga: full, no-identities, statistics
arg-template = Informe: incidents
arg-period-from = Desde esta fecha
arg-to = Hasta esta fecha
arg-words-file = Archivo con las doce palabras
arg-new-passphrase-file = Archivo con la nueva frase de acceso
arg-name = Nombre
arg-shell = bash, zsh, fish, elvish o powershell
prompt-passphrase = Frase de acceso:
prompt-new-passphrase = Nueva frase de acceso:
prompt-again = Otra vez:
prompt-words = Las doce palabras:
init-done =
    Bóveda creada en {$vault}.
    Estas doce palabras la abren si se pierde la frase de acceso:
init-done-words-in-file = Bóveda creada en {$vault}. Las doce palabras de recuperación están en {$file}.
init-keep-words = Escríbelas en papel, lejos de este equipo. No se vuelven a mostrar.
unlock-opened =
    La bóveda se abre: { $records ->
        [one] un registro
       *[other] {$records} registros
    }, en {$ms} ms.
unlock-rebuilt =
    La bóveda se abre; el índice se rehizo: { $records ->
        [one] un registro
       *[other] {$records} registros
    }, en {$ms} ms.
unlock-last = Lo último se escribió: {$when}
verify-ok = Todo está como se escribió: {$entries} anotaciones, {$frames} asientos, {$attachments} adjuntos.
verify-problems = Hay daños. Se comprobaron {$entries} anotaciones, {$frames} asientos, {$attachments} adjuntos:
rebuild-done =
    El índice se rehizo: { $records ->
        [one] un registro
       *[other] {$records} registros
    }.
record-made = Creado: {$id}
record-changed = Guardado: {$id}
record-archived = Archivado: {$id}
record-in-use = En uso: {$id}
record-binned = En la papelera: {$id}
record-merged = Unidos; se leen como {$id}. Se deshace con «resguardo merge --undo».
record-unmerged = Separado de nuevo: {$id}
show-conflict = Versiones distintas de {$field}:
history-create = creado
history-status = situación
history-merge = unido
history-unmerge = separado
history-newer = versión más nueva
damaged-while-reading = Hay partes dañadas; lo que se muestra es lo legible:
list-foot = {$shown} de {$total}
list-foot-filtered = {$shown} de {$total} que cumplen el filtro, de {$all} en total
search-foot = {$shown} de {$total}
attached =
    Adjunto {$id}: {$kind}, {$size} bytes
    SHA-256 {$sha256}
attachment-taken = Escrito en {$file}. Ahí ya no está cifrado.
import-did = {$rows} filas: {$imported} entraron, {$skipped} se dejaron ({$duplicates} repetidas, {$changes} con cambios propuestos); {$errors} celdas con problemas.
import-would = Ensayo, no se escribió nada. {$rows} filas: entrarían {$imported}, se dejarían {$skipped} ({$duplicates} repetidas, {$changes} con cambios propuestos); {$errors} celdas con problemas.
import-columns = Columnas:
import-column-kept = (se guarda tal cual)
import-unmatched =
    { $count ->
        [one] Un valor no se reconoció y se guardó tal cual:
       *[other] {$count} valores no se reconocieron y se guardaron tal cual:
    }
import-more-errors = … y {$count} más; --report-errors F.csv los escribe todos.
import-how-to-undo = Se deshace con: resguardo import --undo {$batch}
import-undone = Deshecho: {$binned} registros a la papelera, {$restored} vueltos a como estaban; {$kept} se quedan porque alguien los cambió después.
export-done = {$count} registros escritos en {$files}.
export-holds-identities = Atención: este archivo lleva nombres y datos sensibles sin cifrar.
report-done = { $count ->
    [one] Informe con 1 incidente escrito en {$file}.
   *[other] Informe con {$count} incidentes escrito en {$file}.
}
passphrase-changed = La frase de acceso cambió. La anterior ya no abre esta bóveda, pero sí las copias hechas antes.
recovered = La nueva frase de acceso abre la bóveda. Las doce palabras siguen valiendo.
writer-retired = (retirada)
demo-fictional-done = {$count} registros inventados, todos con la etiqueta «ficticio». Nadie en ellos existe. Prueba «resguardo list application».
demo-done = {$count} registros reales de fuentes públicas. Prueba «resguardo list milestone» o «resguardo search Mecanismo».
cli-word-options = OPCIONES
cli-word-default = si no se dice
cli-word-arguments = Argumentos
cli-word-own-options = Opciones

cli-fields = Campos propios de la organización
cli-fields-list = Lista los campos propios y en cuántos registros están
cli-fields-add = Agrega un campo a un tipo de registro
cli-fields-rename = Le cambia el nombre a un campo; lo escrito en él queda
cli-fields-retire = Retira un campo: lo escrito en él se sigue leyendo, los formularios ya no lo ofrecen
cli-fields-restore = Vuelve a ofrecer un campo retirado
cli-terms = Términos propios de la organización
cli-terms-list = Lista los términos propios y en cuántos registros están
cli-terms-add = Agrega un término a una lista
cli-terms-rename = Le cambia el nombre a un término; los registros que lo llevan quedan
cli-terms-retire = Retira un término: los registros que lo llevan se siguen leyendo, ya no se ofrece
cli-terms-restore = Vuelve a ofrecer un término retirado
arg-own-field = Clave del campo (own_…), o tipo.clave
arg-own-term = Clave del término, o lista.clave
arg-holds = Qué guarda: text, long_text, choice, date, number, money, answer
arg-name-en = Nombre en inglés; sin él, el mismo
arg-explained = Una frase de ayuda
arg-explained-en = La ayuda en inglés
arg-harm = Reserva: public, restricted (si no se dice), identity, secret
arg-list = Clave de la lista de donde se elige; sin ella, el campo tiene la suya
arg-first-term = Un término de la lista propia; se repite
arg-also = Otra forma en que se escribe, en hojas de cálculo; se repite
arg-section = Sección del formulario: what, where_when, who, state_response, sources, internal (si no se dice)
arg-several = Guarda varios valores
arg-in-capture = La captura rápida lo pide
arg-in-list = Las listas lo muestran de entrada
arg-under = Clave del término bajo el que está
arg-terms-list = Clave de la lista
