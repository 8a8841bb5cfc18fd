newsroom-empty = Noch keine Berichte
newsroom-empty-text = Noch kein Medium hat berichtet. Das Team kann die Nachricht noch selbst setzen.
newsroom-hostile = feindselig
newsroom-critical = kritisch
newsroom-neutral = neutral
newsroom-friendly = wohlwollend
