# In der Bibliothek.
compare-pick = { $file } auswählen
compare-show = { $count } Sitzungen vergleichen
compare-picked-one = Eine Sitzung ist ausgewählt. Für einen Vergleich fehlt eine zweite.
compare-most = Mehr als { $count } sind nicht zugleich zu vergleichen
compare-none = Auswahl aufheben

# Die Arbeit und was daraus wurde.
compare-task = { $count } Sitzungen werden nachgespielt und bewertet
compare-left-out = { $count ->
    [one] Eine Sitzung fehlt im Vergleich
   *[other] { $count } Sitzungen fehlen im Vergleich
}
compare-too-few = Für einen Vergleich fehlen zwei lesbare Sitzungen

# Der Kopf.
compare-title = Vergleich
compare-heading = { $title }: { $count } Sitzungen nebeneinander
compare-heading-several = { $count } Sitzungen verschiedener Szenarien nebeneinander
compare-choose = Andere Sitzungen wählen …
compare-export = Vergleich als Markdown exportieren …
compare-export-short = Markdown …
compare-several = Die Sitzungen gehören zu verschiedenen Szenarien. Vergleichbar sind nur die beiden Zahlen, die Schritte und die Kriterien eines gemeinsamen Leitfadens; was am Ende steht, wird nicht gezeigt.
compare-editions = Die Dateien des Szenarios haben sich zwischen den Sitzungen geändert; manche Unterschiede können daher rühren.
compare-playbooks = Die Sitzungen sind nach verschiedenen Leitfäden bewertet; Kriterien werden nicht gezeigt.
compare-lengths = Die Sitzungen reichen verschieden weit; jeder Wert gilt für den Zeitpunkt, an dem seine Sitzung endete.
compare-overridden = Beobachtende haben einzelne Bewertungen geändert; hier gilt ihr Wort.
compare-unknown-order = Aus den Dateien geht nicht hervor, in welcher Reihenfolge die Sitzungen stattfanden.
compare-seed-value = Startwert { $seed }
compare-until-value = bis { $until }
compare-debrief = Auswertung
compare-debrief-name = Auswertung von { $letter }, { $file }

# Wie Sitzungen gespielt wurden.
compare-solo = allein
compare-paced = als Team
compare-discussion = als Gespräch
compare-headless = ohne Fenster
compare-review = im Nachhinein angesehen

# Ergebnisse.
compare-playbook = Leitfaden
compare-outcome = Ergebnis
compare-steps = Schritte
compare-not-judged = nicht beurteilt
compare-figures = Was am Ende steht
compare-trust-final = Vertrauen am Ende
compare-trust-lowest = Niedrigstes Vertrauen
compare-customers-lost = Verlorene Kundschaft
compare-revenue-lost = Entgangener Umsatz
compare-costs = Kosten und Bußgelder
compare-first-word = Vom ersten Alarm bis zum ersten öffentlichen Wort
compare-no-word = nie
compare-best = am besten
compare-credit = { $percent } %

# Im Verlauf.
compare-trust = Vertrauen im Verlauf
compare-trust-hint = Der Zeiger über dem Diagramm zeigt die Werte eines Augenblicks. In Hundertsteln, auf einer Skala, die nicht bei null beginnen muss, nach Zeit seit StartEx.
compare-mastery = Beherrschung der Schritte von Sitzung zu Sitzung
compare-mastery-text = In der Reihenfolge der Daten der Dateien. Die Linien sind die Punkte, von denen an die Noten P, S und M gegeben werden.

# Kriterien.
compare-criteria = Kriterien
compare-only-different = Nur Unterschiede
compare-all-alike = Hier unterscheiden sich die Sitzungen nicht.

# Nächste Übung.
compare-next = Nächste Übung
compare-next-text = In den meisten dieser Sitzungen verfehlt
compare-missed-in = verfehlt in { $count } von { $all }
compare-proposed = Vorschlag: { $title }
compare-proposed-text = Dort wird geübt, was markiert ist, mit diesen Zielen:
compare-exercised = wird dort geübt
compare-no-scenario = Kein Szenario der Bibliothek übt davon etwas.
compare-open = Einweisung öffnen: { $title }
