sentiment-blind = Blindflug
sentiment-blind-text = Vertrauen und Stimmung werden nur gemessen, solange jemand zuhört. Das Zuhören wird bei den Entscheidungen eingeschaltet.
sentiment-listening = Es wird zugehört
sentiment-listening-text = Die ersten Zahlen kommen mit der nächsten Minute.
sentiment-trust = Vertrauen
sentiment-negative = Negative Beiträge
sentiment-trust-line = Vertrauen
sentiment-negative-line = negative Beiträge
sentiment-legend =
    { $count ->
        [one] Durchgezogen das Vertrauen, gestrichelt die negativen Beiträge; beides in Hundertsteln und aus Stichproben geschätzt, die letzte aus { $count } Beitrag.
       *[other] Durchgezogen das Vertrauen, gestrichelt die negativen Beiträge; beides in Hundertsteln und aus Stichproben geschätzt, die letzte aus { $count } Beiträgen.
    }
sentiment-narrative = Viele Beiträge sagen seit { $since }: { $words }
