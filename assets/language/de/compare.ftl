# In der Bibliothek.
compare-pick = { $file } auswählen
compare-show = { $count } Durchläufe vergleichen
compare-picked-one = Ein Durchlauf ausgewählt. Für den Vergleich einen weiteren auswählen.
compare-most = Es lassen sich höchstens { $count } Durchläufe vergleichen
compare-none = Auswahl aufheben

# Laden der Durchläufe.
compare-task = { $count } Durchläufe werden ausgewertet …
compare-left-out = { $count ->
    [one] Ein Durchlauf fehlt im Vergleich
   *[other] { $count } Durchläufe fehlen im Vergleich
}
compare-too-few = Kein Vergleich möglich: weniger als zwei Durchläufe waren lesbar

# Kopf.
compare-title = Vergleich
compare-heading = { $title }: { $count } Durchläufe im Vergleich
compare-heading-several = { $count } Durchläufe aus verschiedenen Szenarien im Vergleich
compare-choose = Andere Durchläufe wählen …
compare-export = Vergleich als Markdown exportieren …
compare-export-short = Markdown …
compare-several = Die Durchläufe stammen aus verschiedenen Szenarien. Vergleichbar sind nur die beiden Wertungen, die Schritte und die Kriterien eines gemeinsamen Leitfadens. Ergebnisse werden nicht angezeigt.
compare-editions = Die Dateien des Szenarios wurden zwischen den Durchläufen geändert. Das kann einen Teil der Unterschiede erklären.
compare-playbooks = Die Durchläufe wurden nach verschiedenen Leitfäden bewertet. Kriterien werden nicht angezeigt.
compare-lengths = Die Durchläufe sind unterschiedlich lang. Jeder Wert gilt für das Ende seines Durchlaufs.
compare-overridden = Einzelne Wertungen wurden nachträglich angepasst. Angezeigt werden die angepassten Werte.
compare-unknown-order = Die Reihenfolge der Durchläufe geht aus den Dateien nicht hervor.
compare-seed-value = Startwert { $seed }
compare-until-value = bis { $until }
compare-debrief = Auswertung
compare-debrief-name = Auswertung von { $letter }, { $file }

# Modi.
compare-solo = Solo
compare-paced = fortlaufend
compare-discussion = Diskussion
compare-headless = Kommandozeile
compare-review = Wiedergabe

# Ergebnisse.
compare-playbook = Leitfaden
compare-outcome = Ergebnis
compare-steps = Schritte
compare-not-judged = nicht bewertet
compare-figures = Ergebnisse
compare-trust-final = Vertrauen bei Übungsende
compare-trust-lowest = Niedrigstes Vertrauen
compare-customers-lost = Kundenverlust
compare-revenue-lost = Entgangener Umsatz
compare-costs = Kosten und Bußgelder
compare-first-word = Vom ersten Alarm bis zur ersten Stellungnahme
compare-no-word = nie
compare-best = Bestwert
compare-credit = { $percent } %

# Vertrauen und Lernfortschritt im Verlauf.
compare-trust = Vertrauen im Zeitverlauf
compare-trust-hint = Auf das Diagramm zeigen, um Werte abzulesen. Vertrauen auf einer Skala von 0 bis 100; die Achse beginnt nicht unbedingt bei null. Zeiten ab Übungsbeginn.
compare-mastery = Lernfortschritt nach Schritten
compare-mastery-text = Durchläufe in der Reihenfolge des Dateidatums. Die Linien markieren die Schwellen für die Noten P, S und M.

# Kriterien.
compare-criteria = Kriterien
compare-only-different = Nur Unterschiede
compare-all-alike = Keine Unterschiede zwischen diesen Durchläufen.

# Nächste Übung.
compare-next = Nächste Übung
compare-next-text = In den meisten dieser Durchläufe nicht erfüllt
compare-missed-in = nicht erfüllt in { $count } von { $all }
compare-proposed = Vorschlag: { $title }
compare-proposed-text = Das Szenario deckt die markierten Kriterien ab und hat diese Ziele:
compare-exercised = im Vorschlag
compare-no-scenario = Kein Szenario der Bibliothek deckt diese Kriterien ab.
compare-open = Briefing öffnen: { $title }
