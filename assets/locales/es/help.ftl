## Ayuda
help-pages = Páginas de ayuda
help-search = Buscar en la ayuda
help-nothing = Ninguna página lo menciona. Prueba con otra palabra.
help-all = Abrir toda la ayuda
help-text = Cómo funciona
help-keys = Teclas de esta pantalla
