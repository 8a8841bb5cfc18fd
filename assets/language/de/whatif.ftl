what_if-title = Was wäre, wenn …?
what_if-text = Eine Entscheidung auf einen anderen Zeitpunkt ziehen oder auswählen, um sie wegzulassen, zu verschieben oder anders zu treffen. Alle Änderungen werden gemeinsam berechnet.
what_if-no-decisions = Es wurde nichts entschieden, also gibt es nichts zu ändern.
what_if-decision = Entscheidung um { $at }: { $title }
what_if-decision-gone = Entscheidung um { $at }, weggelassen: { $title }
what_if-put-away = Entscheidung schließen
what_if-leave-out = Weglassen
what_if-hour-earlier = Eine Stunde früher
what_if-quarter-earlier = 15 Minuten früher
what_if-quarter-later = 15 Minuten später
what_if-hour-later = Eine Stunde später
what_if-choice = Option
what_if-choose = Stattdessen: { $title }
what_if-restore = Rückgängig
what_if-restore-name = Änderung rückgängig machen: { $title }
what_if-reset = Alle Änderungen verwerfen
what_if-gone = { $was }, weggelassen
what_if-moved = { $was } → { $to }
what_if-chosen = { $to }, { $title }
what_if-playing = Wird neu berechnet …
what_if-this-run = Dieser Durchlauf: { $outcome } Punkte beim Ergebnis, { $playbook } beim Leitfaden
what_if-more-seeds = Mit demselben Startwert. Ergebnisse für andere Startwerte folgen.
what_if-over-seeds =
    { $seeds ->
        [one] Mit einem anderen Startwert:
       *[other] Über { $seeds } andere Startwerte, mit 95-%-Konfidenzintervallen:
    }
