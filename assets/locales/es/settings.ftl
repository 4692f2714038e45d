## Ajustes
settings-looks = Apariencia
settings-persons = Personas que escriben
settings-fields = Campos y términos
settings-unlocking = Entrada
settings-copy = Archivo y copias
settings-about = Acerca de

looks-language = Idioma
looks-language-what = Palabras, fechas y números. Lo que escribieron las personas queda como está.
looks-theme = Tema
theme-system = Como el escritorio
theme-light = Claro
theme-dark = Oscuro
looks-size = Tamaño del texto
looks-size-what = Con 200 % todo sigue cabiendo en una pantalla pequeña.
looks-rows = Altura de los renglones
looks-rows-what = En las listas.
rows-compact = Compacta
rows-normal = Normal
rows-comfortable = Amplia
looks-singles = Teclas de una letra
looks-singles-what = J y K para ir y venir, / para filtrar. Sólo fuera de los campos donde se escribe.
looks-singles-on = Usar teclas de una letra

persons-here = Quiénes escriben en esta laptop
persons-what = El nombre queda junto a cada cambio, para saber a quién preguntar. No es una contraseña: quien abre el archivo puede escribir con cualquiera de estos nombres.
persons-nobody = Todavía no hay nadie en la lista. Los cambios se guardan sin nombre.
persons-writes-now = escribe ahora
persons-write-as = Escribir con este nombre
persons-write-as-name = Escribir con este nombre: {$name}
persons-retire = Retirar de la lista
persons-retire-name = Retirar de la lista: {$name}
persons-new = Nombre o apodo
persons-add = Agregar
persons-gone = Ya no escriben aquí
persons-gone-what = Lo que escribieron conserva su nombre.
persons-retire-title = ¿Retirar de la lista a {$name}?
persons-retire-what = Lo que escribió conserva su nombre. Ya no se podrá elegir para escribir; si vuelve, se agrega otra vez.
persons-keep = No retirar

idle-title = Cerrar por inactividad
idle-what = Si nadie toca la ventana, el archivo se cierra y lo que se escribía queda guardado con candado.
idle-minutes = Minutos sin tocar la ventana
idle-help = De 1 a 60 minutos.
idle-fault = Escribe un número entero de 1 a 60. Sigue valiendo el anterior.

passphrase-title = Frase de paso
passphrase-what = La frase nueva abre el mismo archivo. Las doce palabras siguen siendo las mismas. Una copia sellada hecha antes se abre con la frase de entonces.
passphrase-current = Frase de paso actual
passphrase-change = Cambiar la frase
passphrase-leave = No cambiarla
passphrase-keyfile-there = Pedir un archivo llave que ya existe
passphrase-keyfile-from-now = Pedir el mismo archivo llave desde ahora
passphrase-keyfile-now = Este archivo pide además un archivo llave
passphrase-waits-current = Escribe la frase actual
passphrase-is-changed = La frase cambió. Desde ahora sólo abre la nueva; las doce palabras siguen sirviendo.

words-title = Palabras de recuperación
words-what = Si el papel se perdió o alguien lo vio, se hacen doce palabras nuevas. Las anteriores dejan de abrir este archivo.
words-make = Hacer doce palabras nuevas
words-leave = Dejar las de antes
words-show = Mostrar las palabras
words-changed = Desde ahora sólo sirven las doce palabras nuevas. Destruye el papel de antes.

copy-title = Copia sellada
copy-what = Copia todo el archivo, cifrado, a una memoria o un disco que elijas; la vuelve a leer y la compara. Se abre con la misma frase o las mismas palabras. Nunca reemplaza lo que ya haya en ese lugar.
copy-make = Hacer una copia sellada
copy-under-way = Copiando y comparando
copy-made = Guárdala lejos de la laptop.
meanwhile = se puede seguir trabajando

verify-title = Verificar el archivo
verify-what = Lee todo lo que hay en el disco y comprueba que nadie lo cambió y que nada se dañó: cada entrada, su firma y cada archivo adjunto.
verify-begin = Verificar ahora
verify-under-way = Verificando el archivo
verify-next = Nada de lo que sí se lee cambió. Haz una copia sellada ahora y conserva las anteriores: lo dañado puede estar entero en una de ellas.

about-licence = Programa libre, con licencia AGPL 3.0 o posterior. Nadie cobra por él ni recibe datos de él.
about-what = Resguardo guarda en esta laptop los registros de quienes documentan agresiones, cifrados y sin conexión. Nunca usa la red.
about-vault = El archivo está en
about-vault-what = La carpeta se puede copiar entera a otro lugar; adentro todo está cifrado. Al lado, en claro, sólo quedan el idioma, el tamaño del texto y el apodo de la laptop.
about-credits = Está hecho con el trabajo de
about-name = Nombre
about-terms = Licencia
