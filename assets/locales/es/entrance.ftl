strength-empty = Seis palabras al azar son fáciles de recordar y difíciles de adivinar.
strength-weak = Se adivina pronto. Agrega palabras que no vayan juntas.
strength-middling = Todavía se puede adivinar. Agrega otra palabra al azar.
strength-short = Buena, pero corta: {$missing ->
    [one] falta un carácter
   *[other] faltan {$missing} caracteres
} para llegar a catorce.
strength-enough = Fuerte. Nadie la adivina con una computadora.

no-window-driven = Este programa no se deja manejar por otro programa. Se cierra sin abrir nada.
no-window-display = No hay pantalla (ni DISPLAY ni WAYLAND_DISPLAY). En una terminal usa el programa resguardo.
no-window-folder = El sistema no dice dónde guardar los registros. Di la carpeta con --vault CARPETA.
no-window-webview = No se pudo abrir la ventana. Falta WebKitGTK 4.1 (libwebkit2gtk-4.1-0) o no hay acceso a la pantalla.

dialog-keyfile = Elige el archivo llave
dialog-keyfile-new = Dónde guardar el archivo llave
keyfile-name = llave.bin
dialog-words-sheet = Dónde guardar la hoja
words-sheet-name = hoja.pdf

words-sheet-title = Doce palabras
words-sheet-made = Escritas el {$date}. El orden importa.
words-sheet-keeper = Quién guarda esta hoja
words-sheet-place = Dónde se guarda
words-sheet-advice = Guárdala en papel, lejos de la computadora. No la fotografíes ni la envíes. Quien la tenga junto con la computadora puede leer todo.

language-es = Español
language-en = English
program-version = Resguardo {$version}
failure-safe = A salvo
failure-next = Qué hacer
back = Volver
next = Seguir
show = Mostrar
hide = Ocultar

unlock-at = Abrir en «{$computer}»
unlock-title = Abrir
unlock-closed = Resguardo está cerrado.
unlock-closed-kept = Resguardo está cerrado. Lo que escribías quedó guardado; al abrir vuelves al mismo lugar.
passphrase = Frase de paso
passphrase-new = Frase de paso nueva
passphrase-again = Otra vez la frase
panic-key = Tecla de pánico: Ctrl + Mayús + L.
capitals-on = Las mayúsculas están activadas.
unlock = Abrir
use-keyfile = Usar también un archivo llave
forgotten = ¿Olvidaste la frase?
unlock-with-words = Abrir con las doce palabras de recuperación
nobody-else = Sin frase ni palabras nadie puede abrir este archivo, tampoco quien hizo el programa.
words-unlock-title = Abrir con las doce palabras
words-twelve = Las doce palabras, en orden
words-any-case = Con o sin acentos, en mayúsculas o minúsculas.

first-whose = Organización y laptop
first-whose-what = Nombre, apodo, quiénes escriben
first-whose-told = {$organisation}, «{$computer}»
first-passphrase = Frase de paso
first-passphrase-what = Elegir o sortear
first-words = Palabras de recuperación
first-words-what = Imprimir o copiar, y comprobar
first-begin = Empezar
first-begin-what = Vacío o demostración

whose-title = ¿De quién son estos registros?
whose-lead = Nada de esto sale de la laptop. Se puede cambiar después.
whose-organisation = Organización
whose-organisation-help = Se guarda cifrado. La pantalla de entrada no lo muestra.
whose-computer = Apodo de esta laptop
whose-computer-help = Se muestra antes de abrir: elige algo que no diga a qué se dedican.
whose-writer = Persona que escribe {$number}
whose-writer-help = Queda junto a cada cambio, para saber a quién preguntar.
whose-add = Agregar otra persona

choose-title = Una frase que sólo tú conozcas
choose-lead = Abre todo lo que se guarde aquí. Nadie puede recuperarla por ti; las doce palabras del paso siguiente son la otra entrada.
choose-draw = Sortear seis palabras
choose-drawn = Frase sorteada
choose-drawn-help = Apréndela o guárdala en papel, lejos de la laptop. Escríbela abajo otra vez.
choose-keyfile = Pedir también un archivo llave
choose-keyfile-help = Para quien quiera dos cosas: la frase y un archivo en una memoria USB. Si el archivo se pierde, quedan las doce palabras.
choose-next = Hacer la bóveda
choose-making = Haciendo la bóveda…
choose-waits-strength = Falta una frase más fuerte
choose-waits-again = Escribe la frase otra vez

keep-title = Estas doce palabras abren el archivo si se olvida la frase
keep-lead = Guárdalas en papel, lejos de la laptop. Quien las tenga junto con la laptop puede leer todo. No se vuelven a mostrar.
keep-copy = Copiar a mano o imprimir
keep-copy-what = La hoja lleva las palabras, la fecha y un lugar para escribir quién la guarda. No dice para qué sirve el programa.
keep-print = Guardar la hoja para imprimir
keep-printed = La hoja quedó en {$file}. Bórrala cuando esté en papel.
keep-asked = Después pediremos tres
keep-asked-what = Escribirás tres de las palabras, tomadas al azar, para comprobar que la copia está bien. Hasta entonces el archivo no queda creado.
keep-on-paper = Ya las tengo en papel
keep-next = Comprobar tres palabras
keep-waits = Comprobar: falta tenerlas en papel

ask-title = Tres de las palabras
ask-lead = Míralas en tu copia y escríbelas aquí, con o sin acentos.
ask-word = Palabra {$number}
ask-next = Comprobar
ask-waits = Escribe las tres

begin-title = ¿Con qué empezar?
begin-lead = La demostración tiene hechos públicos con su fuente. Se puede borrar y empezar de nuevo.
begin-empty = Vacío
begin-empty-what = Para registrar o importar lo de la organización.
begin-demonstration = Con la demostración
begin-demonstration-what = 180 registros públicos para mirar cómo funciona todo.
begin-next = Abrir
begin-making = Abriendo…

unlocking = Abriendo…
keyfile-used = Con el archivo llave {$file}
words-waits = Escribe las doce palabras
first-steps = Pasos
first-step = Paso {$now} de {$all}
first-words-told = En papel y comprobadas
