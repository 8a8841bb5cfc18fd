library-title = Die erste Stunde prägt, wie es weitergeht.
library-text = Eine Übung auswählen. Kundschaft, Presse und Behörden sind simuliert. Sie reagieren auf alles, was das Team tut, sagt und unterlässt.
library-search = Szenarien und Durchläufe durchsuchen
library-search-hint = Szenarien und Durchläufe durchsuchen
library-open-file = Datei öffnen …
library-scenarios = Szenarien
library-sessions = Letzte Durchläufe
library-none = Keine Treffer
library-none-text = Andere Suchbegriffe eingeben, eine Datei öffnen oder einen Szenario-Ordner auf dieses Fenster ziehen.
library-no-sessions = Noch keine Durchläufe. Jede Übung wird aufgezeichnet und lässt sich von hier aus fortsetzen.
library-length = { $length } simulierte Zeit
library-difficulty = { $level } von 5, { $level ->
    [0] zum Einstieg
    [1] zum Einstieg
    [2] leicht
    [3] anspruchsvoll
    [4] schwer
   *[other] für erfahrene Teams
}
library-never = Noch nicht ausgewertet
library-best = { $count ->
    [one] Einmal ausgewertet
   *[other] { $count }-mal ausgewertet
}; Bestwert: Leitfaden { $playbook }, Ergebnis { $outcome }
library-open = Briefing öffnen
library-open-name = { $title } öffnen
library-copy = { $title } kopieren und bearbeiten
library-copy-hint = Kopiert das Szenario zum Bearbeiten in den eigenen Szenario-Ordner
library-copied = Kopiert
library-not-copied = Das Szenario lässt sich nicht kopieren
library-broken = { $name } lässt sich nicht spielen
library-more = und { $count } weitere; alle zeigt `goldenhour check`
library-unreadable = { $file } ist nicht lesbar
library-ended = beendet
library-unfinished = offen
library-facts = { $count ->
    [one] 1 Entscheidung
   *[other] { $count } Entscheidungen
}, bis { $until }, Startwert { $seed }
library-result = Leitfaden { $playbook }, Ergebnis { $outcome }
library-debrief = Auswerten
library-debrief-name = { $file } auswerten
library-continue = Fortsetzen
library-continue-name = { $file } fortsetzen
library-result-unkept = Das Ergebnis lässt sich nicht in der Bibliothek speichern
library-replay = Wiedergabe
library-replay-name = { $file } wiedergeben
