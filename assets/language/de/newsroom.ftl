newsroom-empty = Noch keine Meldungen
newsroom-empty-text = Noch hat kein Medium darüber berichtet. So lange gehört das erste Wort dem Team.
newsroom-hostile = feindselig
newsroom-critical = kritisch
newsroom-neutral = neutral
newsroom-friendly = fair bis freundlich
