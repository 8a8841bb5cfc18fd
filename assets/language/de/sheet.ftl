sheet-close = Schließen
sheet-shortcuts = Tastatur
sheet-shortcuts-text = Tasten ohne Strg ruhen, während geschrieben wird. Alles andere hat einen Namen: alle Befehle öffnen und ein paar Buchstaben davon tippen.

palette-hint = Was soll geschehen?
palette-field = Alle Befehle durchsuchen
palette-nothing = Kein Befehl hat diese Wörter im Namen.
palette-command = Befehl: { $name }

tools-light = Helles Aussehen
tools-dark = Dunkles Aussehen
tools-settings = Einstellungen
tools-shortcuts = Tastatur
tools-palette = Alle Befehle

task-continue = Die Sitzung wird bis zum letzten Stand nachgespielt
task-replay = Die Sitzung wird zum Ansehen abgespielt
task-debrief = Die Sitzung wird bewertet und die Auswertung geschrieben
task-pdf = Die Auswertung wird gesetzt
task-cancel = Abbrechen

task-choose = Eine Datei im Dialog wählen
file-kind = Sitzungen und Szenarien
file-unknown = Das ist weder eine Sitzung noch ein Szenario
file-unknown-text = { $path }: Sitzungen enden auf .drill; ein Szenario ist ein Ordner mit einer scenario.ron darin.
task-broken = Die Arbeit brach ohne Ergebnis ab
task-broken-text = Das ist ein Fehler des Programms. Die Sitzung liegt unverändert auf der Platte.

notice-dismiss = Schließen
masthead-library = Bibliothek
masthead-title = Golden Hour
