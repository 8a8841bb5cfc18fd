# Wendepunkte.
turning-look = Wendepunkte ermitteln
turning-begins = Der Durchlauf wird mit anderen Startwerten wiederholt …
turning-from-of = Wendepunkte aus { $seeds } von { $goal } Startwerten; Differenzen mit 95-%-Konfidenzintervallen
turning-from =
    { $seeds ->
        [one] Wendepunkte aus einem Startwert
       *[other] Wendepunkte aus { $seeds } Startwerten; Differenzen mit 95-%-Konfidenzintervallen
    }
turning-stopped =
    { $seeds ->
        [one] Angehalten; Wendepunkte aus einem Startwert
       *[other] Angehalten; Wendepunkte aus { $seeds } Startwerten
    }
turning-broken = Wegen eines internen Fehlers ohne Ergebnis abgebrochen
turning-stop = Anhalten
turning-again = Fortsetzen
turning-costs = Größte Verluste
turning-costs-text = Auswirkung auf Ergebnis und Leitfaden in Punkten von 100, verglichen mit der Alternative bei gleichem Startwert.
turning-gains = Wertvollste Entscheidungen
turning-gains-text = Ohne diese Entscheidungen wäre das Ergebnis schlechter ausgefallen.
turning-none = Keine vom Zufall unterscheidbare Wirkung.
turning-point = Wendepunkt: { $title }
turning-outcome = Ergebnis
turning-playbook = Leitfaden
turning-effect-name = { $of }: { $effect } ± { $half }
turning-effect-unclear = { $of }: { $effect } ± { $half }; nicht von null unterscheidbar
turning-effect-once = { $of }: { $effect } in einem einzelnen Durchlauf
turning-this-run = In diesem Durchlauf
turning-this-run-text = Mit dem Startwert dieses Durchlaufs: { $outcome } Punkte beim Ergebnis, { $playbook } beim Leitfaden.
turning-watch = Ab { $at } wiedergeben
turning-criteria = Betroffene Kriterien
turning-no-criteria = Keine
turning-trust = Vertrauen
turning-negative = Negative Beiträge
turning-news = Medieninteresse
turning-was = tatsächlich
turning-would-be = Alternative
turning-band =
    { $seeds ->
        [one] Schattiert: 95-%-Konfidenzintervall der Differenz über einen Startwert
       *[other] Schattiert: 95-%-Konfidenzintervall der Differenz über { $seeds } Startwerte
    }
turning-curve-name = { $of } im Zeitverlauf: tatsächlich und Alternative
turning-together = Wechselwirkungen
turning-together-text = Änderung durch beide Alternativen zusammen, die über die Summe der Einzelwirkungen hinausgeht.
turning-tried = Alle geprüften Alternativen ({ $count })
turning-tried-text = Alle Alternativen mit ihrer Wirkung auf Ergebnis und Leitfaden, die größten zuerst.

# Zufall.
turning-luck = Glück und Können
turning-luck-text =
    { $seeds ->
        [one] Dieselben Entscheidungen, wiederholt mit einem anderen Startwert. Was allen Ergebnissen gemeinsam ist, beruht auf Können.
       *[other] Dieselben Entscheidungen, wiederholt mit { $seeds } anderen Startwerten. Was allen Ergebnissen gemeinsam ist, beruht auf Können.
    }
turning-lucky = Glück gehabt: besser als { $share } % der Wiederholungen derselben Entscheidungen
turning-unlucky = Pech gehabt: schlechter als { $share } % der Wiederholungen derselben Entscheidungen
turning-neither = Typisch für diese Entscheidungen: besser als { $share } % der Wiederholungen
turning-middle-half = Mittlere Hälfte: { $lower } bis { $upper }; Median: { $median }.
turning-this = dieser Durchlauf { $value }
turning-dropped = Mit anderen Startwerten konnten { $share } % der Entscheidungen nicht getroffen werden.
turning-autopilots = Autopiloten mit denselben Startwerten
turning-autopilot = { $name }, Median { $median }
