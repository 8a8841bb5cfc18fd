# Leiste und Reiter.
debrief-title = Auswertung
debrief-overview = Überblick
debrief-turning = Wendepunkte
debrief-criteria = Kriterien
debrief-statements = Stellungnahmen
debrief-duties = Fristen und Team
debrief-report = Bericht
debrief-improvement = Maßnahmen
debrief-log = Protokoll
debrief-json = JSON
debrief-csv = CSV
debrief-markdown = Markdown
debrief-html = HTML
debrief-pdf = PDF
debrief-format = { $format } …
debrief-export = Als { $format } exportieren …

# Kopf.
debrief-seed = Startwert { $seed }
debrief-playbook = Leitfaden
debrief-playbook-text = wie genau der Leitfaden befolgt wurde; bewertbar: { $coverage } % der gewichteten Kriterien
debrief-outcome = Ergebnis
debrief-outcome-text = 0: Nichtstun; 100: bestes bekanntes Vorgehen, jeweils zum selben Zeitpunkt
debrief-of-hundred = von 100
debrief-not-judged = nicht bewertbar

# Überblick.
debrief-story = Der Verlauf
debrief-trust = Vertrauen
debrief-negative = negative Beiträge
debrief-news = Medieninteresse
debrief-credibility = Glaubwürdigkeit
debrief-messages = Nachrichten
debrief-decisions = Entscheidungen
debrief-markers-statements = Stellungnahmen
debrief-setbacks = Rückschläge
debrief-markers = Markierungen von oben nach unten: { $rows }
debrief-story-hint = Auf das Diagramm zeigen für Einzelheiten; klicken für die Wiedergabe ab diesem Zeitpunkt. Skala von 0 bis 100; Medieninteresse im Verhältnis zum Höchstwert.
debrief-story-name = Diagramm des Verlaufs
debrief-beside = Vergleichskurven für
debrief-beside-name = Vergleichskurven: { $metric }
debrief-ghost-nothing = Nichtstun
debrief-ghost-best = bestes bekanntes Vorgehen
debrief-figures = Ergebnisse
debrief-trust-final = Vertrauen bei Übungsende
debrief-trust-lowest = niedrigstes Vertrauen
debrief-customers-lost = Kundenverlust
debrief-revenue-lost = entgangener Umsatz
debrief-costs = Kosten und Bußgelder
debrief-records = abgeflossene Datensätze
debrief-strengths = Stärken
debrief-areas = Verbesserungsbedarf
debrief-no-findings = Keine Befunde.
debrief-earned = { $points } Punkte erreicht
debrief-lost = { $points } Punkte verloren

# Kriterien.
debrief-step-score = { $score } von 100, Gewicht { $weight }
debrief-points-of = { $score } von { $max }
debrief-overridden = { $score } von { $max }, angepasst von { $by }: { $reason }
debrief-more-evidence = und { $count } weitere

# Stellungnahmen.
debrief-nothing-said = Keine Stellungnahmen
debrief-nothing-said-text = Das Team hat keine Stellungnahme veröffentlicht.
debrief-no-words = (kein Text, nur Aussagen)
debrief-next-update = kündigt ein Update an bis { $at }
debrief-reversed = um { $at } als falsch erwiesen

# Fristen, Anfragen und Team.
debrief-clocks = Fristen
debrief-questions = Anfragen
debrief-team = Das Team
debrief-head-clock = Frist
debrief-head-recipient = Empfänger
debrief-head-started = Beginn
debrief-head-due = Fällig
debrief-head-told = Gemeldet
debrief-head-result = Ergebnis
debrief-head-source = Quelle
debrief-head-question = Anfrage
debrief-head-from = Von
debrief-head-asked = Eingang
debrief-head-answer = Antwort
debrief-head-seat = Rolle
debrief-head-holder = Name
debrief-head-since = Im Dienst seit
debrief-head-led = Geleitet
debrief-head-length = Aufwand
debrief-answered-after = nach { $length }
debrief-unanswered = keine fristgerechte

# Verbesserung.
debrief-plan = Maßnahmenplan
debrief-plan-text = Zuständigkeit und Termin bleiben in den Exporten frei und sind dort einzutragen.
debrief-cost = kostete { $points } Punkte
debrief-hot-wash = Fragen für die Nachbesprechung

# Protokoll.
debrief-everything = Vollständiges Protokoll
debrief-proof = Prüfwert des Zustands: { $fingerprint }
debrief-watch = Wiedergabe
debrief-watch-hint = Zeigt den Durchlauf zu jedem beliebigen Zeitpunkt
