settings-unreadable = Die Einstellungen sind nicht lesbar; es gelten die Vorgaben
settings-refused = Diese Einstellung kann nicht wirken
settings-not-kept = Die Einstellungen können nicht gespeichert werden
