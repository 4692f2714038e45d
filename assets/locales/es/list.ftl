# Varias cosas en una frase. $sound es "i" cuando la última empieza con el sonido de la i.
list-and =
    { $sound ->
        [i] { $before } e { $last }
       *[other] { $before } y { $last }
    }
