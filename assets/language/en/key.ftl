key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-space = Space
key-enter = Enter
key-escape = Esc
key-home = Home
key-end = End
