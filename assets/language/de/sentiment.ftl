sentiment-blind = Kein Social-Media-Monitoring
sentiment-blind-text = Vertrauen und Stimmung werden nur bei laufendem Monitoring gemessen. Es startet mit einer Entscheidung in der rechten Spalte.
sentiment-listening = Social-Media-Monitoring läuft
sentiment-listening-text = Die ersten Messwerte kommen mit der nächsten simulierten Minute.
sentiment-trust = Vertrauen, von 100
sentiment-negative = Negative Beiträge, %
sentiment-trust-line = Vertrauen
sentiment-negative-line = negative Beiträge
sentiment-legend =
    { $count ->
        [one] Durchgezogen: Vertrauen. Gestrichelt: negative Beiträge. Aus Stichproben geschätzt, 0 bis 100. Letzte Stichprobe: { $count } Beitrag.
       *[other] Durchgezogen: Vertrauen. Gestrichelt: negative Beiträge. Aus Stichproben geschätzt, 0 bis 100. Letzte Stichprobe: { $count } Beiträge.
    }
sentiment-narrative = Häufig in Beiträgen seit { $since }: „{ $words }“
