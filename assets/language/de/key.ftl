key-ctrl = Strg
key-alt = Alt
key-shift = Umschalt
key-space = Leertaste
key-enter = Eingabe
key-escape = Esc
key-home = Pos1
key-end = Ende
