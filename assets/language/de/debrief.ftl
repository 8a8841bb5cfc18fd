# Die Leiste.
debrief-title = Auswertung
debrief-overview = Überblick
debrief-turning = Wendepunkte
debrief-criteria = Kriterien
debrief-statements = Stellungnahmen
debrief-duties = Fristen und Team
debrief-report = Bericht
debrief-improvement = Verbesserung
debrief-log = Protokoll
debrief-json = JSON
debrief-csv = CSV
debrief-markdown = Markdown
debrief-html = HTML
debrief-pdf = PDF
debrief-format = { $format }…
debrief-export = Export als { $format }…

# Der Kopf.
debrief-seed = Startwert { $seed }
debrief-playbook = Leitfaden
debrief-playbook-text = wie weit der Plan befolgt wurde; { $coverage } von 100 davon waren zu beurteilen
debrief-outcome = Ergebnis
debrief-outcome-text = was daraus wurde, vom Nichtstun (0) bis zum besten bekannten Spiel (100), bis zum selben Zeitpunkt
debrief-of-hundred = von 100
debrief-not-judged = nicht zu beurteilen

# Der Überblick.
debrief-story = Der Verlauf
debrief-trust = Vertrauen
debrief-negative = negative Beiträge
debrief-news = Aufmerksamkeit der Medien
debrief-credibility = Glaubwürdigkeit
debrief-messages = Nachrichten
debrief-decisions = Entscheidungen
debrief-markers-statements = Stellungnahmen
debrief-setbacks = Rückschläge
debrief-markers = Markierungen von oben: { $rows }
debrief-story-hint = Auf das Diagramm zeigen, um zu lesen, was geschah; klicken, um den Augenblick noch einmal anzusehen. Linien in Hundertsteln; Aufmerksamkeit als Anteil ihrer Spitze.
debrief-story-name = Die Geschichte als Diagramm über die Zeit
debrief-beside = Daneben, für
debrief-beside-name = Nichts tun und bestes bekanntes Spiel: { $metric }
debrief-ghost-nothing = nichts tun
debrief-ghost-best = bestes bekanntes Spiel
debrief-figures = Was am Ende steht
debrief-trust-final = Vertrauen am Ende
debrief-trust-lowest = niedrigstes Vertrauen
debrief-customers-lost = verlorene Kundschaft
debrief-revenue-lost = entgangener Umsatz
debrief-costs = Kosten und Bußgelder
debrief-records = offengelegte Datensätze
debrief-strengths = Stärken
debrief-areas = Verbesserungsbedarf
debrief-no-findings = Nichts sticht heraus.
debrief-earned = { $points } Punkte verdient
debrief-lost = { $points } Punkte verloren

# Die Kriterien.
debrief-step-score = { $score } von 100, Gewicht { $weight }
debrief-points-of = { $score } von { $max }
debrief-overridden = { $score } von { $max } laut { $by }: { $reason }
debrief-more-evidence = und { $count } weitere

# Die Stellungnahmen.
debrief-nothing-said = Nichts wurde gesagt
debrief-nothing-said-text = Das Team hat keine Stellungnahme veröffentlicht.
debrief-no-words = (kein Wortlaut, nur Aussagen)
debrief-next-update = kündigt Neues an bis { $at }
debrief-reversed = als falsch erwiesen { $at }

# Fristen, Anfragen, Team.
debrief-clocks = Fristen
debrief-questions = Anfragen
debrief-team = Das Team
debrief-head-clock = Frist
debrief-head-recipient = Wer zu informieren ist
debrief-head-started = Beginn
debrief-head-due = Fällig
debrief-head-told = Informiert
debrief-head-result = Ergebnis
debrief-head-source = Quelle
debrief-head-question = Anfrage
debrief-head-from = Von
debrief-head-asked = Gestellt
debrief-head-answer = Antwort
debrief-head-seat = Platz
debrief-head-holder = Wer
debrief-head-since = Dabei seit
debrief-head-led = Geleitet
debrief-head-length = Dauer
debrief-answered-after = nach { $length }
debrief-unanswered = keine rechtzeitig

# Verbesserung.
debrief-plan = Verbesserungsplan
debrief-plan-text = Zuständigkeit und Termin tragen Menschen ein; die Exporte lassen Platz dafür.
debrief-cost = kostete { $points } Punkte
debrief-hot-wash = Fragen für die Nachbesprechung

# Das Protokoll.
debrief-everything = Alles, was geschah
debrief-proof = Prüfwert der Welt: { $fingerprint }
debrief-watch = Noch einmal ansehen
debrief-watch-hint = Geht zu jedem Augenblick der Sitzung, wie er war
