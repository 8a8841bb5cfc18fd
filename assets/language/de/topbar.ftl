topbar-end = Beenden …
topbar-end-name = Übung beenden …
topbar-run = Start
topbar-pause = Pause
topbar-step = Eine Minute weiter
topbar-next = Nächste Einspielung
topbar-next-hint = Nächste Einspielung: lässt die Zeit laufen, bis eine Nachricht eintrifft
topbar-speed = Tempo { $speed }
topbar-speed-hint = { $speed } simulierte Sekunden je Sekunde
topbar-pause-at-injects = Pause bei Einspielungen
topbar-stops = Die Zeit hält an, wenn eine Nachricht eintrifft
topbar-runs-on = Die Zeit läuft weiter, wenn eine Nachricht eintrifft
topbar-golden-hour = Goldene Stunde
topbar-golden-hour-begins = beginnt mit dem ersten Alarm
topbar-golden-hour-left = Goldene Stunde: { $minutes } min
topbar-spoke = Öffentlich seit { $at }
topbar-spoke-after = { $length } nach Alarm
topbar-silent = { $over } überfällig
topbar-exposed = öffentlich bekannt seit { $at }
topbar-unspoken = noch nichts veröffentlicht
topbar-calls =
    { $count ->
        [one] { $count } Anruf wartet
       *[other] { $count } Anrufe warten
    }
topbar-spent = { $money } ausgegeben
topbar-shop = { $shop }, { $money }/min Umsatz
topbar-slower = Langsamer
topbar-faster = Schneller
