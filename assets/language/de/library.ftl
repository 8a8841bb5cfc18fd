library-title = Die erste Stunde entscheidet, wie der Rest erzählt wird.
library-text = Eine Übung wählen. Die Welt ist simuliert: Kundschaft, Presse und Behörden reagieren auf das, was getan und gesagt wird, und auf das, was unterbleibt.
library-search = Szenarien und Sitzungen durchsuchen
library-search-hint = Szenarien und Sitzungen durchsuchen
library-open-file = Datei öffnen …
library-scenarios = Szenarien
library-sessions = Letzte Sitzungen
library-none = Nichts dergleichen ist hier
library-none-text = Nach anderen Wörtern suchen, eine Datei öffnen oder den Ordner eines Szenarios auf dieses Fenster ziehen.
library-no-sessions = Noch keine. Jede Übung wird aufgezeichnet, während sie läuft, und kann von hier fortgesetzt werden.
library-length = { $length } Handlung
library-difficulty = { $level } von 5, { $level ->
    [0] erste Übung
    [1] erste Übung
    [2] leicht
    [3] anspruchsvoll
    [4] schwer
   *[other] für geübte Teams
}
library-never = Noch nie ausgewertet
library-best = { $count ->
    [one] Einmal ausgewertet
   *[other] { $count }-mal ausgewertet
}; am besten: Leitfaden { $playbook }, Ergebnis { $outcome }
library-open = Einweisung öffnen
library-open-name = { $title } öffnen
library-copy = { $title } zum Bearbeiten kopieren
library-copy-hint = Kopiert das Szenario in den eigenen Ordner, um es dort zu bearbeiten
library-copied = Kopiert
library-not-copied = Das Szenario kann nicht kopiert werden
library-broken = { $name } kann nicht gespielt werden
library-more = und { $count } weitere; die Prüfung auf der Kommandozeile zeigt alle
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
library-result-unkept = Das Ergebnis kann für die Bibliothek nicht gespeichert werden
library-replay = Ansehen
library-replay-name = Noch einmal ansehen: { $file }
