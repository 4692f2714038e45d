redacted-title = Copia tapada de {$name}
redacted-name = tapada
file-not-a-picture = Se llama como una imagen y no lo es. Ábrelo sólo si sabes de dónde viene.
file-may-run = Puede ejecutar instrucciones al abrirse. Ábrelo sólo si sabes de dónde viene.
dialog-files = Elige los archivos
dialog-file-save = Dónde guardar el archivo
file-quarantined = Este archivo hizo caer al programa que dibuja imágenes. Sigue guardado tal como llegó y no se intenta mostrar otra vez.
