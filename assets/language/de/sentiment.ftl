sentiment-blind = Kein Social-Media-Monitoring
sentiment-blind-text = Vertrauen und Stimmung werden nur bei laufendem Monitoring gemessen. Es lässt sich unter Entscheidungen starten.
sentiment-listening = Social-Media-Monitoring läuft
sentiment-listening-text = Die ersten Messwerte kommen mit der nächsten simulierten Minute.
sentiment-trust = Vertrauen
sentiment-negative = Negative Beiträge
sentiment-trust-line = Vertrauen
sentiment-negative-line = negative Beiträge
sentiment-legend =
    { $count ->
        [one] Durchgezogen: Vertrauen. Gestrichelt: negative Beiträge. Beides aus Stichproben geschätzt, von 0 bis 100; die letzte umfasst { $count } Beitrag.
       *[other] Durchgezogen: Vertrauen. Gestrichelt: negative Beiträge. Beides aus Stichproben geschätzt, von 0 bis 100; die letzte umfasst { $count } Beiträge.
    }
sentiment-narrative = Häufig in Beiträgen seit { $since }: { $words }
