facilitator-open = Übungsleitung
facilitator-open-hint = Öffnet das Fenster der Übungsleitung. Nicht für das Team bestimmt.
facilitator-close = Fenster der Übungsleitung schließen
facilitator-window = Übungsleitung · { $title }
facilitator-fork = Als Kopie fortsetzen
facilitator-fork-hint = Kopiert den bisherigen Durchlauf und macht in der Kopie weiter. Das Original bleibt in der Bibliothek und lässt sich fortsetzen.
facilitator-forked = Weiter in einer Kopie. „{ $file }“ ist unverändert und lässt sich aus der Bibliothek fortsetzen.
facilitator-fork-note = Kopie von „{ $file }“
facilitator-not-forked = Der Durchlauf lässt sich nicht als Kopie fortsetzen
facilitator-not-recorded = Die Änderung lässt sich nicht aufzeichnen
facilitator-mode-solo = Solo
facilitator-mode-paced = Fortlaufend
facilitator-mode-discussion = Diskussion
facilitator-mode-headless = Kommandozeile
facilitator-mode-review = Wiedergabe
facilitator-run = Start
facilitator-pause = Pause
facilitator-step = Eine Minute weiter
facilitator-next = Nächste Einspielung

facilitator-page-truth = Tatsächliche Lage
facilitator-page-deck = Reserve
facilitator-page-scores = Wertung
facilitator-page-log = Notizen

facilitator-msel = Drehbuch (MSEL)
facilitator-filter-due = Ausstehend · { $count }
facilitator-filter-released = Eingespielt · { $count }
facilitator-filter-held = Gehalten · { $count }
facilitator-filter-skipped = Entfallen · { $count }
facilitator-filter-all = Alle · { $count }
facilitator-none-here = Keine Einspielungen
facilitator-inject = Einspielung: { $title }
facilitator-contingency = Reserve
facilitator-from-to = Von { $from } an { $to }
facilitator-release = Einspielen
facilitator-release-named = Einspielen: { $title }
facilitator-hold = Zurückhalten
facilitator-resume = Automatisch einspielen
facilitator-later = +{ $minutes } min
facilitator-postpone = Um { $minutes } Minuten verschieben
facilitator-if-not-by = falls nicht bis { $time } erledigt
facilitator-when = sobald die Bedingung erfüllt ist
facilitator-after = { $length } nach Eintritt der Bedingung
facilitator-by-chance = zufällig, bis { $time }
facilitator-by-hand = nur manuell
facilitator-is-released = eingespielt
facilitator-is-held = zurückgehalten
facilitator-is-postponed = nicht vor { $time }
facilitator-is-skipped = entfällt
facilitator-is-due = bald fällig
facilitator-is-ahead = geplant
facilitator-is-waiting = wartet
facilitator-expected-met = erledigt
facilitator-expected-open = offen, noch { $left }
facilitator-expected-overdue = nicht erledigt, erwartet bis { $time }
facilitator-released = Wird in der nächsten Minute eingespielt: { $title }
facilitator-held = Zurückgehalten: { $title }
facilitator-postponed = Verschoben: { $title }
facilitator-resumed = Wird wieder automatisch eingespielt: { $title }

facilitator-is-so = Tatsächliche Lage
facilitator-players-know = Kenntnisstand des Teams
facilitator-clocks = Fristen
facilitator-clocks-unseen = für das Team nicht sichtbar: Rechtsabteilung nicht im Dienst
facilitator-no-clock = Keine laufenden gesetzlichen oder vertraglichen Fristen
facilitator-clock-running = noch { $left }, fällig { $time }
facilitator-clock-held = ausgesetzt bis { $time }
facilitator-clock-met = eingehalten { $time }
facilitator-clock-overdue = überfällig seit { $time }
facilitator-clock-late = verspätet, { $time }

facilitator-deck-text =
    { $count ->
        [0] Zurzeit passt keine Einspielung aus der Reserve.
        [one] Eine Einspielung passt jetzt: Bedingung erfüllt, erwartete Maßnahme noch offen, nicht für später geplant.
       *[other] { $count } Einspielungen passen jetzt: Bedingung erfüllt, erwartete Maßnahme noch offen, nicht für später geplant.
    }
facilitator-deck-empty = Die Reserve ist leer
facilitator-deck-empty-text = Alle manuellen Einspielungen oder ihre Alternativen sind eingespielt.
facilitator-surprise = Zufällige Einspielung
facilitator-surprise-hint = Spielt zufällig eine der Einspielungen ein, die jetzt passen
facilitator-none-fits = Zurzeit passt keine Einspielung
facilitator-fits = passt jetzt
facilitator-fits-not = passt jetzt nicht

facilitator-points = von 100 nach Leitfaden, Stand { $time }
facilitator-score = Wertung aktualisieren
facilitator-points-note = Wird einmal je simulierter Stunde aktualisiert. Was noch aussteht, zählt vorerst als nicht erfüllt. Das Ergebnis wird in der Auswertung berechnet.
facilitator-world = Aktuelle Kennzahlen
facilitator-figure-trust = Vertrauen
facilitator-figure-awareness = Bekanntheit, %
facilitator-figure-negative = negative Beiträge, %
facilitator-figure-lost = Kundenverlust
facilitator-figure-records = abgeflossene Datensätze
facilitator-figure-revenue = entgangener Umsatz
facilitator-objectives = Übungsziele
facilitator-objectives-note = Das ausgewählte Ziel mit den Tasten 1 bis 4 bewerten. O wählt das nächste aus.
facilitator-objective = Ziel: { $title }
facilitator-unrated = noch nicht bewertet
facilitator-rate = Mit { $letter } bewerten: { $meaning }
facilitator-rate-key = Ausgewähltes Ziel mit { $letter } bewerten (Taste { $rank }): { $meaning }
facilitator-rating-p = ohne Schwierigkeiten bewältigt
facilitator-rating-s = mit einigen Schwierigkeiten bewältigt
facilitator-rating-m = mit großen Schwierigkeiten bewältigt
facilitator-rating-u = nicht bewältigt
facilitator-other = Nächstes Ziel auswählen (Taste O)
facilitator-other-key = O  Nächstes Ziel

facilitator-note = M  Notiz
facilitator-note-name = Notiz hinzufügen (Taste M)
facilitator-note-field = Text der Notiz
facilitator-note-hint = Was ist zu beobachten? Eingabetaste speichert, Esc verwirft.
facilitator-reason-field = Begründung der Bewertung
facilitator-reason-hint = Begründung zu „{ $title }“. Eingabetaste speichert, Esc verwirft.
facilitator-keep = Speichern
facilitator-drop = Verwerfen
facilitator-needs-words = Bitte eine Notiz oder eine Begründung eingeben
facilitator-noted = Notiz gespeichert
facilitator-rated = Bewertung gespeichert
facilitator-log-empty = Noch keine Notizen
facilitator-log-empty-text = Notizen, Bewertungen und Eingriffe in die Einspielungen erscheinen hier mit Zeitangabe. M legt eine Notiz an.
facilitator-log-note = Notiz, { $name }
facilitator-log-override = Kriterium { $criterion }: { $share } % der Punkte
facilitator-log-release = Manuell eingespielt
facilitator-log-hold = Zurückgehalten
facilitator-log-postpone = Verschoben bis { $time }
facilitator-log-resume = Automatische Einspielung fortgesetzt
facilitator-log-end = Übungsende
facilitator-nobody = anonym

facilitator-page-statements = Stellungnahmen
facilitator-no-statements = Noch keine Stellungnahmen
facilitator-no-statements-text = Hier steht, wie das Programm jede Stellungnahme versteht. Sie können das berichtigen und beurteilen, was sich nicht prüfen ließ.
facilitator-statements-note = Ein Urteil ändert, was von jetzt an als gesagt gilt, in der Wertung und in der Auswertung. Was die Öffentlichkeit schon gehört hat, bleibt gehört.
facilitator-nothing-read = In diesem Text wurde nichts erkannt.
facilitator-verdict-true = Wahr
facilitator-verdict-false = Falsch
facilitator-verdict-harmless = Unerheblich
facilitator-rule = Als { $verdict ->
    [Wahr] wahr
    [Falsch] falsch
   *[other] unerheblich
} beurteilen
facilitator-not-said = Nicht gesagt
facilitator-not-said-hint = Feststellen, dass der Text das nicht sagt
facilitator-ruled = Urteil festgehalten
facilitator-log-true = Als wahr beurteilt
facilitator-log-false = Als falsch beurteilt
facilitator-log-harmless = Als unerheblich beurteilt
facilitator-log-not-said = Als nicht gesagt beurteilt
facilitator-log-said = Als gesagt beurteilt
