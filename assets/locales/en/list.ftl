# Several things in one phrase. $sound matters in Spanish only: "i" when the last one begins with the sound of an i.
list-and =
    { $sound ->
        [i] { $before } and { $last }
       *[other] { $before } and { $last }
    }
