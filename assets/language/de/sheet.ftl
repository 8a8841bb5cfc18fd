sheet-close = Schließen
sheet-shortcuts = Tastenkürzel
sheet-shortcuts-text = Einzeltasten wirken nicht, solange ein Textfeld aktiv ist. Jeder andere Befehl findet sich unter „Alle Befehle“ mit einem Teil seines Namens.

palette-hint = Befehl eingeben
palette-field = Alle Befehle durchsuchen
palette-nothing = Kein passender Befehl.
palette-command = Befehl: { $name }

tools-light = Helles Design
tools-dark = Dunkles Design
tools-settings = Einstellungen
tools-shortcuts = Tastenkürzel
tools-palette = Alle Befehle

task-continue = Durchlauf wird wiederhergestellt …
task-replay = Wiedergabe wird vorbereitet …
task-debrief = Durchlauf wird ausgewertet …
task-pdf = PDF wird erstellt …
task-cancel = Abbrechen

task-choose = Im Dialog eine Datei wählen
file-kind = Durchläufe und Szenarien
file-unknown = Weder Durchlauf noch Szenario
file-unknown-text = { $path }: Ein Durchlauf ist eine Datei mit der Endung .drill; ein Szenario ist ein Ordner, der scenario.ron enthält.
task-broken = Der Vorgang wurde ohne Ergebnis abgebrochen
task-broken-text = Das ist ein Programmfehler. Die Datei des Durchlaufs ist unverändert.

notice-dismiss = Schließen
masthead-library = Bibliothek
masthead-title = Golden Hour
