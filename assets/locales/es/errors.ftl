# Errores: qué pasó, qué está a salvo (.safe), qué hacer (.next).

no-such-kind = No existe el tipo de registro «{$kind}».
    .safe = No se cambió nada.
    .next = «resguardo kinds» muestra los tipos que hay.

no-such-field = El tipo «{$kind}» no tiene el campo «{$field}».
    .safe = No se cambió nada.
    .next = «resguardo kinds» muestra los campos de cada tipo.

no-such-record = Ningún registro tiene ese identificador.
    .safe = No se cambió nada.
    .next = Búscalo con «resguardo search» o «resguardo list»; bastan los primeros ocho dígitos.

several-records = Varios registros comienzan con esos dígitos.
    .safe = No se cambió nada.
    .next = Escribe más dígitos del identificador.

too-few-digits = Esos dígitos son muy pocos para distinguir un registro.
    .safe = No se cambió nada.
    .next = Escribe al menos los primeros ocho dígitos del identificador.

several-acts = El incidente tiene varios actos; no se sabe cuál cambiar.
    .safe = No se cambió nada.
    .next = Cambia el campo {$field} completo: --set 'acts:=[…]'.

filter-unreadable = No se entiende el filtro «{$filter}».
    .safe = No se cambió nada.
    .next = Un filtro es campo=valor, campo>=valor, campo<=valor o campo~texto, con uno de estos campos: {$fields}.

no-such-writer = Nadie de la lista de quienes escriben se llama así.
    .safe = No se cambió nada.
    .next = «resguardo writers list» muestra la lista; «resguardo writers add NOMBRE» agrega a alguien.

not-mergeable = Esos dos registros no se pueden unir.
    .safe = No se cambió nada.
    .next = Se unen dos registros distintos del mismo tipo que no estén ya unidos.

not-merged = Ese registro no está unido a otro.
    .safe = No se cambió nada.
    .next = «resguardo show» dice con cuáles se lee un registro.

unreadable = No se puede leer el archivo {$file}: {$reason}.
    .safe = No se cambió nada.
    .next = Revisa el nombre del archivo y tus permisos.

unwritable = No se puede escribir el archivo {$file}: {$reason}.
    .safe = La bóveda no cambió.
    .next = Elige otro lugar o revisa permisos y espacio.

sheet-too-costly = Leer esa hoja pide más memoria o tiempo del que puede usar.
    .safe = No se cambió nada.
    .next = Suele ser un archivo dañado o hecho para dañar. Ábrelo en tu programa de hojas de cálculo, copia solo los datos a una hoja nueva y guárdala como .csv.

no-such-import = Ninguna importación tiene ese identificador, o ya se deshizo.
    .safe = No se cambió nada.
    .next = «resguardo list journal» muestra las importaciones.

no-such-attachment = Ningún adjunto tiene ese identificador.
    .safe = No se cambió nada.
    .next = «resguardo attachments list ID» muestra los adjuntos de un registro.

too-large = El archivo pasa de {$limit} MiB.
    .safe = No se cambió nada.
    .next = Divide el archivo en partes más pequeñas.

no-such-board = No existe el tablero «{$board}».
    .safe = No se cambió nada.
    .next = Hay estos: {$known}.

no-such-calendar = No existe el calendario «{$law}».
    .safe = No se cambió nada.
    .next = Hay estos: {$known}.

no-such-indicator = No existe el indicador «{$id}».
    .safe = No se cambió nada.
    .next = Van de I01 a I50; sin decir cuál, se muestran todos.

not-taken-apart = Los indicadores no se separan por «{$by}».
    .safe = No se cambió nada.
    .next = Prueba con state, sex, procedure, perpetrator_type o year, o con un campo propio.

no-such-form = No existe la forma «{$form}».
    .safe = No se cambió nada.
    .next = Hay estas: {$forms}.

figures-say-nothing = Con puras cifras este documento no diría nada: habla de registros, uno por uno.
    .safe = No se escribió nada.
    .next = Elige «sin identidades» (claves y fechas) o «completa» (con nombres).

document-not-set = No se pudo componer el documento.
    .safe = La bóveda no cambió y no quedó ningún archivo a medias.
    .next = Es un error de este programa; exporta la lista con «resguardo export» mientras tanto.

not-a-date = «{$date}» no es una fecha.
    .safe = No se cambió nada.
    .next = Escribe 2014, 2014-05 o 2014-05-03.

not-a-record = Ese JSON no describe un registro: {$reason}.
    .safe = No se cambió nada.
    .next = Se espera un objeto con los campos como nombres: {"{"}"date": "2014-05"{"}"}.

not-empty = La bóveda ya tiene registros: la demostración solo entra en una vacía.
    .safe = No se cambió nada.
    .next = Crea otra bóveda con «resguardo --vault OTRA init».

value-no-such-field = No existe el campo {$field}.
    .safe = No se cambió nada.
    .next = «resguardo kinds» muestra los campos y sus tipos.

value-computed = El campo {$field} se calcula de otros; no se escribe.
    .safe = No se cambió nada.
    .next = Cambia los campos de los que sale.

value-one-only = El campo {$field} lleva un solo valor.
    .safe = No se cambió nada.
    .next = Da un solo valor.

value-wrong-type = Ese valor no puede estar en el campo {$field}.
    .safe = No se cambió nada.
    .next = Las fechas se escriben 2014, 2014-05 o 2014-05-03; el dinero «1200 MXN»; «resguardo kinds» muestra los campos y sus tipos.

value-no-such-term = Ese valor no está en la lista «{$catalogue}» del campo {$field}.
    .safe = No se cambió nada.
    .next = Si la palabra aún no tiene lugar en la lista, guárdala como está: --set 'campo:={"{"}"as_written":"…"{"}"}'.

value-no-such-role = El campo {$field} no tiene ese papel.
    .safe = No se cambió nada.
    .next = «resguardo kinds» muestra los campos y sus tipos.

value-no-such-record = El campo {$field} apunta a un registro que no existe.
    .safe = No se cambió nada.
    .next = Crea primero ese registro.

value-wrong-kind = El campo {$field} no apunta a registros de ese tipo.
    .safe = No se cambió nada.
    .next = «resguardo kinds» muestra los campos y sus tipos.

value-too-long = El texto del campo {$field} pasa de 256 KiB.
    .safe = No se cambió nada.
    .next = Guárdalo como adjunto.

no-vault = En esa carpeta no hay una bóveda.
    .safe = No se cambió nada.
    .next = Crea una con «resguardo init» o nombra otra carpeta con --vault.

folder-not-empty = La carpeta ya tiene algo; ahí no se crea una bóveda.
    .safe = Lo que hay en la carpeta sigue como estaba.
    .next = Nombra una carpeta nueva o vacía.

synced-folder = Esa carpeta la copia {$service} a otros equipos; ahí una bóveda puede dañarse o partirse en dos.
    .safe = No se cambió nada.
    .next = Elige una carpeta que ningún programa sincronice.

vault-in-use = Otro programa tiene abierta esta bóveda.
    .safe = No se cambió nada.
    .next = Ciérrala allá y vuelve a intentar.

passphrase-form = Una frase de acceso tiene de 1 a 1024 bytes y ningún carácter nulo.
    .safe = No se cambió nada.
    .next = Escribe otra.

weak-passphrase = Esa frase de acceso se adivina pronto ({$characters} caracteres, fuerza {$score} de 4).
    .safe = No se cambió nada.
    .next = Usa catorce caracteres o más; seis palabras al azar son mejores que una palabra con números.

recovery-word-count = Las palabras de recuperación son doce; llegaron {$found}.
    .safe = No se cambió nada.
    .next = Escríbelas todas, separadas por espacios.

recovery-word-unknown = La palabra {$position} no está en la lista.
    .safe = No se cambió nada.
    .next = Revisa esa palabra en tu hoja; los acentos no importan.

recovery-words-checksum = Las doce palabras están en la lista, pero alguna es otra o dos cambiaron de lugar.
    .safe = No se cambió nada.
    .next = Revísalas en orden con tu hoja.

kdf-memory-bounds = La memoria para derivar la llave va de 64 a 2048 MiB.
    .safe = No se cambió nada.
    .next = Da un número entre esos o ninguno.

not-enough-memory = No hay {$mib} MiB de memoria libre para abrir la bóveda.
    .safe = No se cambió nada.
    .next = Cierra otros programas y vuelve a intentar. No hay un modo más débil.

wrong-passphrase = No se pudo abrir. La frase, el archivo llave o ambos no corresponden.
    .safe = No se cambió nada; puedes intentar de nuevo las veces que haga falta.
    .next = Revisa frase, archivo llave y teclado. Con las doce palabras de recuperación también se abre.

header-unreadable = El encabezado de la bóveda está dañado en sus dos copias.
    .safe = Los registros siguen cifrados en la carpeta; no se escribió nada.
    .next = Copia la carpeta entera a otro disco antes que nada y restaura un respaldo.

header-parameters = El encabezado pide parámetros fuera de lo permitido: alguien pudo alterarlo.
    .safe = No se derivó ninguna llave ni se escribió nada.
    .next = Copia la carpeta a otro disco y restaura un respaldo.

older-header = El encabezado es más antiguo que el resto de la bóveda: alguien pudo poner uno anterior.
    .safe = No se escribió nada.
    .next = Restaura un respaldo reciente; si no cambiaste nada a mano, trata el equipo como intervenido.

newer-format = Una versión más nueva de Resguardo escribió esta bóveda.
    .safe = No se cambió nada.
    .next = Actualiza el programa para abrirla.

keyring-damaged = El llavero de la bóveda está dañado en sus dos copias.
    .safe = Los registros siguen en la carpeta, cifrados; no se escribió nada.
    .next = Copia la carpeta a otro disco y restaura un respaldo.

ledger-damaged = El libro de la bóveda está dañado (segmento {$segment}, byte {$offset}).
    .safe = Lo demás se puede leer; no se escribe sobre lo dañado.
    .next = Ejecuta «resguardo verify», copia la carpeta y restaura un respaldo.

read-only-write-failed = El disco no confirmó una escritura; la bóveda quedó de solo lectura.
    .safe = Todo lo confirmado antes está guardado.
    .next = Revisa el disco, cierra y vuelve a abrir la bóveda.

read-only-damage = La bóveda tiene daños y está de solo lectura.
    .safe = Lo que se puede leer se muestra; no se escribe sobre lo dañado.
    .next = Ejecuta «resguardo verify», copia la carpeta y restaura un respaldo.

read-only-header = El encabezado fue alterado; la bóveda está de solo lectura.
    .safe = Los registros se pueden leer.
    .next = Copia la carpeta y restaura un respaldo; trata el equipo como intervenido.

entry-too-large = Una anotación de {$bytes} bytes es demasiado grande.
    .safe = No se cambió nada.
    .next = Guarda los textos largos como adjuntos.

entry-damaged = Una anotación no se puede abrir.
    .safe = Lo demás se puede leer; no se escribió nada.
    .next = Ejecuta «resguardo verify» para ver qué falta.

attachment-missing = Falta el archivo de ese adjunto.
    .safe = El registro sigue completo.
    .next = Restaura un respaldo; «resguardo verify» lista todos los que faltan.

attachment-damaged = El archivo de ese adjunto está dañado; no se escribió nada de él.
    .safe = El registro sigue completo.
    .next = Restaura un respaldo.

disk-full = El disco está lleno.
    .safe = Todo lo confirmado antes está guardado.
    .next = Libera espacio y vuelve a intentar.

no-randomness = El sistema no da números al azar; sin ellos no se cifra.
    .safe = No se cambió nada.
    .next = Reinicia el equipo.

disk-failed = El disco no respondió como debía: {$reason}.
    .safe = Todo lo confirmado antes está guardado.
    .next = Revisa el disco y los permisos de la carpeta.

outside-failed = No se pudo leer o escribir fuera de la bóveda: {$reason}.
    .safe = La bóveda no cambió.
    .next = Revisa el archivo y el espacio.

bug = Un error de este programa: {$what}.
    .safe = Todo lo confirmado antes está guardado.
    .next = Cuéntalo a quienes lo hacen; no hace falta enviar datos.

sheet-file-too-large = El archivo pasa de {$limit} MiB.
    .safe = No se cambió nada.
    .next = Divídelo en varios.

sheet-empty = El archivo no tiene celdas.
    .safe = No se cambió nada.
    .next = Revisa que sea el archivo correcto.

sheet-cell-too-long = La fila {$row} tiene una celda de más de 1 MiB.
    .safe = No se cambió nada.
    .next = Abre la hoja en tu programa, copia los datos a una nueva y guárdala como .csv o .xlsx.

sheet-too-many-rows = La hoja tiene más de {$limit} filas.
    .safe = No se cambió nada.
    .next = Divídela en varias.

sheet-too-many-columns = La fila {$row} tiene demasiadas columnas.
    .safe = No se cambió nada.
    .next = Revisa el separador del archivo.

sheet-too-many-cells = El archivo tiene más de {$limit} celdas.
    .safe = No se cambió nada.
    .next = Divídelo en varios.

sheet-too-many-sheets = El archivo tiene más de {$limit} hojas.
    .safe = No se cambió nada.
    .next = Deja solo las que quieres importar.

sheet-unclosed-quote = En la fila {$row} se abre una comilla que no se cierra.
    .safe = No se cambió nada.
    .next = Corrige esa celda y vuelve a intentar.

sheet-old-excel = Es un libro de Excel 97–2003 (.xls).
    .safe = No se cambió nada.
    .next = Ábrelo y guárdalo como .xlsx o .csv.

sheet-protected = El libro tiene contraseña.
    .safe = No se cambió nada.
    .next = Guarda una copia sin contraseña.

sheet-not-a-table = Ese archivo no es una tabla.
    .safe = No se cambió nada.
    .next = Se leen .csv, .xlsx y .ods.

sheet-damaged = El libro está dañado.
    .safe = No se cambió nada.
    .next = Abre la hoja en tu programa, copia los datos a una nueva y guárdala como .csv o .xlsx.

sheet-bomb = El libro contiene mucho más de lo que su tamaño permite: está dañado o hecho para dañar.
    .safe = No se cambió nada.
    .next = No lo abras sin revisar de dónde viene. Abre la hoja en tu programa, copia los datos a una nueva y guárdala como .csv o .xlsx.

sheet-document-type = El libro declara un tipo de documento que ninguna hoja necesita: puede estar hecho para dañar.
    .safe = No se cambió nada.
    .next = No lo abras sin revisar de dónde viene. Abre la hoja en tu programa, copia los datos a una nueva y guárdala como .csv o .xlsx.

sheet-no-such-sheet = El libro no tiene una hoja con ese nombre.
    .safe = No se cambió nada.
    .next = Corrige «sheet» en el archivo de correspondencias.

sheet-no-headings = La fila {$row} no tiene encabezados.
    .safe = No se cambió nada.
    .next = Corrige «heading_row» en el archivo de correspondencias.

sheet-no-such-kind = No se importa a ese tipo de registro.
    .safe = No se cambió nada.
    .next = «resguardo kinds» muestra los tipos que hay.

mapping-unreadable = No se entiende el archivo de correspondencias: {$reason}.
    .safe = No se cambió nada.
    .next = «--mapping-out F.toml» escribe uno que se puede corregir.

mapping-no-such-field = Las correspondencias nombran «{$path}», que no es un campo que una celda pueda llenar.
    .safe = No se cambió nada.
    .next = «resguardo kinds» muestra los campos.

mapping-no-such-term = Las correspondencias nombran «{$term}», que no está en la lista de {$path}.
    .safe = No se cambió nada.
    .next = Corrige ese término.

export-not-written = No se pudo escribir la exportación: {$reason}.
    .safe = La bóveda no cambió.
    .next = Prueba otro formato.

passphrases-differ = Las dos frases no son iguales.
    .safe = No se cambió nada.
    .next = Vuelve a intentar.

usage-unknown-argument = No existe la opción «{$word}».
    .safe = No se cambió nada.
    .next = «resguardo --help» muestra los comandos y sus opciones.

usage-unknown-command = No existe el comando «{$word}».
    .safe = No se cambió nada.
    .next = «resguardo --help» muestra los comandos y sus opciones.

usage-missing-argument = Falta: {$word}.
    .safe = No se cambió nada.
    .next = «resguardo --help» muestra los comandos y sus opciones.

usage-bad-value = Ese valor no vale para {$word}.
    .safe = No se cambió nada.
    .next = «resguardo --help» muestra los comandos y sus opciones.

usage-no-command = Falta decir qué hacer.
    .safe = No se cambió nada.
    .next = «resguardo --help» muestra los comandos y sus opciones.

usage-wrong = No se entiende la línea: {$word}.
    .safe = No se cambió nada.
    .next = «resguardo --help» muestra los comandos y sus opciones.

usage-set = «{$word}» no es campo=valor.
    .safe = No se cambió nada.
    .next = «resguardo --help» muestra los comandos y sus opciones.

usage-which-vault = No se dijo cuál bóveda, y hay {$count} en la carpeta de costumbre.
    .safe = No se cambió nada.
    .next = Nómbrala con --vault CARPETA o RESGUARDO_VAULT.

usage-no-passphrase = Falta la frase de acceso y aquí no se puede preguntar.
    .safe = No se cambió nada.
    .next = Dala con --passphrase-file ARCHIVO («-» es la entrada estándar).

no-index = No se pudo buscar: falta memoria para el índice.
    .safe = Los registros están a salvo.
    .next = Cierra otros programas y vuelve a intentar; «resguardo list» funciona igual.

vault-locked = La bóveda está cerrada.
    .safe = No se cambió nada.
    .next = Ábrela y vuelve a intentarlo.

words-differ = Al menos una de las tres palabras no corresponde.
    .safe = La bóveda todavía no queda hecha; las doce palabras siguen siendo las mismas.
    .next = Compara tu copia con las doce palabras y vuelve a escribir las tres.

no-reason = Falta decir por qué.
    .safe = El nombre sigue cubierto.
    .next = Elige un motivo o escríbelo; queda anotado junto con quién lo pidió.

no-name = Falta el nombre.
    .safe = No se guardó nada.
    .next = Escribe cómo se llama y vuelve a guardar.

nothing-to-undo = Eso ya no se puede deshacer desde aquí.
    .safe = No se cambió nada.
    .next = En la historia del registro están los valores anteriores.

no-such-version = Esa versión ya no está entre las que se deciden.
    .safe = No se cambió nada.
    .next = Abre otra vez las versiones: alguien pudo decidir antes.

not-shown = Este archivo no se puede mostrar aquí.
    .safe = El archivo sigue guardado tal como llegó.
    .next = Guárdalo en un lugar que tú digas para abrirlo con otro programa.

nothing-covered = No hay nada cubierto.
    .safe = El original sigue igual; no se hizo ninguna copia.
    .next = Dibuja al menos un recuadro sobre lo que no debe verse.

no-import = No hay ningún archivo a medias con eso.
    .safe = No se escribió nada.
    .next = Elige otra vez el archivo.

copy-differs = La copia no quedó igual a la bóveda, así que no cuenta.
    .safe = La bóveda no cambió. De la copia no quedó nada.
    .next = Prueba otro disco o memoria: éste devolvió otra cosa que lo escrito.

stopped = Se detuvo.
    .safe = No se cambió nada.
    .next = Empieza otra vez cuando quieras.

place-taken = En ese lugar ya hay algo con ese nombre.
    .safe = No se tocó lo que hay ahí; la bóveda no cambió.
    .next = Elige otro lugar.

place-in-vault = Ese lugar está dentro de la bóveda.
    .safe = No se cambió nada.
    .next = Elige otro disco o una memoria USB: una copia junto a la bóveda se pierde con ella.

no-new-words = No hay doce palabras nuevas por comprobar.
    .safe = Las palabras de antes siguen sirviendo.
    .next = Pide doce palabras nuevas otra vez.

new-words-differ = Alguna de las tres palabras no es la que va.
    .safe = No se cambió nada: las palabras de antes siguen sirviendo.
    .next = Compara tu copia con las doce palabras y vuelve a escribir las tres.

own-field-no-kind = No hay un tipo de registro con esa clave al que se le puedan agregar campos.
    .safe = No se cambió nada.
    .next = «resguardo kinds» muestra los tipos y sus campos.
own-field-id = Otro campo ya tiene esa clave, o no es una clave que pueda llevar un campo propio.
    .safe = Lo escrito en los registros sigue ahí.
    .next = Agrega el campo con otro nombre.
own-field-label = El nombre, la ayuda o uno de los encabezados está vacío, es demasiado largo o trae signos que no se ven.
    .safe = No se cambió nada.
    .next = Escribe una línea de hasta 80 letras; la ayuda, hasta 300.
own-field-label-taken = Ese tipo de registro ya tiene un campo con ese nombre.
    .safe = No se cambió nada.
    .next = Usa el que ya existe, o ponle al tuyo otro nombre.
own-field-type = Un campo propio no puede ser así: el tipo, la reserva o la sección no se conoce.
    .safe = No se cambió nada.
    .next = Tipos: text, long_text, choice, date, number, money, answer. Reserva: public, restricted, identity, secret.
own-field-no-list = No hay una lista con esa clave, o el campo no guarda opciones de una lista.
    .safe = No se cambió nada.
    .next = Deja la lista sin decir y el campo tendrá la suya, o usa la clave de una que exista.
own-field-too-many = Ese tipo de registro ya tiene todos los campos propios que puede tener: 60.
    .safe = No se cambió nada.
    .next = Un campo retirado también cuenta, porque lo escrito en él sigue ahí.
own-term-no-list = No hay una lista de términos con esa clave.
    .safe = No se cambió nada.
    .next = «resguardo terms list» muestra tus términos; «resguardo kinds», qué lista usa cada campo.
own-term-id = Otro término ya tiene esa clave, o no es una clave que pueda llevar un término propio.
    .safe = Lo escrito en los registros sigue ahí.
    .next = Agrega el término con otro nombre.
own-term-no-group = En esa lista no está el término bajo el que iría.
    .safe = No se cambió nada.
    .next = Di la clave de un término de la lista, o ninguna.
own-term-label = El nombre o una de las otras formas está vacío, es demasiado largo o trae signos que no se ven.
    .safe = No se cambió nada.
    .next = Escribe una línea de hasta 80 letras.
own-term-label-taken = La lista ya tiene un término con ese nombre.
    .safe = No se cambió nada.
    .next = Usa el que ya existe, o ponle al tuyo otro nombre.
own-term-too-many = La lista ya tiene todos los términos propios que puede tener.
    .safe = No se cambió nada.
    .next = Un término retirado también cuenta, porque los registros que lo llevan siguen ahí.
no-such-own = La organización no tiene un campo ni un término propio con esa clave.
    .safe = No se cambió nada.
    .next = «resguardo fields list» y «resguardo terms list» muestran los que hay.

no-keyfile = El archivo llave que se pediría ya no está a la mano.
    .safe = La frase y el archivo llave de antes siguen abriendo el archivo.
    .next = Elígelo otra vez y repite el cambio.

own-term-closed = A esa lista no se le agregan términos: de ella dependen plazos, cifras o la protección de alguien.
    .safe = No se cambió nada.
    .next = Escribe el matiz en un campo propio.
