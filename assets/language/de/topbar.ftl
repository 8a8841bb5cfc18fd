topbar-end = Beenden…
topbar-end-name = Übung beenden…
topbar-run = Start
topbar-pause = Pause
topbar-step = Eine Minute weiter
topbar-next = Nächste Einspielung
topbar-next-hint = Nächste Einspielung: lässt Zeit vergehen, bis etwas eintrifft
topbar-speed = Tempo { $speed }
topbar-speed-hint = { $speed } simulierte Sekunden je Sekunde
topbar-pause-at-injects = Bei Einspielungen anhalten
topbar-stops = Die Zeit hält an, wenn etwas eintrifft
topbar-runs-on = Die Zeit läuft weiter, wenn etwas eintrifft
topbar-golden-hour = Goldene Stunde
topbar-golden-hour-begins = beginnt mit dem ersten Alarm
topbar-golden-hour-left = Goldene Stunde: { $minutes } min
topbar-spoke = Erstes Wort { $at }
topbar-spoke-after = { $length } nach dem ersten Alarm
topbar-silent = { $over } zu lange still
topbar-exposed = andere waren schneller, { $at }
topbar-unspoken = bis zum ersten eigenen Wort
topbar-calls =
    { $count ->
        [one] { $count } Anruf wartet
       *[other] { $count } Anrufe warten
    }
topbar-spent = { $money } ausgegeben
topbar-shop = { $shop }, { $money } je Minute
topbar-slower = Langsamer
topbar-faster = Schneller
