redacted-title = Copia tapada de {$name}
redacted-name = tapada
file-not-a-picture = Se llama como una imagen y no lo es. Ábrelo sólo si sabes de dónde viene.
file-may-run = Puede ejecutar instrucciones al abrirse. Ábrelo sólo si sabes de dónde viene.
dialog-files = Elige los archivos
dialog-file-save = Dónde guardar el archivo
