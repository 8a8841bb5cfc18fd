hot_wash-title = Nachbesprechung
hot_wash-hold = Nachbesprechung starten
hot_wash-reopen = Nachbesprechung wieder öffnen
hot_wash-reopen-hint = Die Selbsteinschätzung des Teams zählt für den letzten Schritt des Leitfadens
hot_wash-keep = Speichern und auswerten
hot_wash-skip = Überspringen
hot_wash-end-note = Wertungen erscheinen erst in der Auswertung. Die Selbsteinschätzung wird gespeichert und dort mit dem Protokoll verglichen.
hot_wash-not-kept = Die Nachbesprechung lässt sich nicht speichern
hot_wash-not-opened = Die Nachbesprechung lässt sich nicht öffnen
hot_wash-changed = Die Datei des Durchlaufs wurde inzwischen geändert. Bitte aus der Bibliothek erneut öffnen.

hot_wash-page-questions = Fragen
hot_wash-page-review = Rückblick
hot_wash-page-roles = Rollen
hot_wash-page-lessons = Erkenntnisse

hot_wash-questions = Was ist passiert?
hot_wash-questions-note = Zwanzig Minuten einplanen. Alle kommen zu Wort, Schuldzuweisungen gibt es nicht. Wichtige Antworten festhalten.
hot_wash-answer = Antwort auf Frage { $number }
hot_wash-answer-hint = Antwort des Teams

hot_wash-subjects-note = Auswählen, was kommentiert werden soll. Mindestens drei Punkte je Rubrik, der wichtigste zuerst.
hot_wash-decisions = Entscheidungen des Teams
hot_wash-no-decisions = Es wurde nichts entschieden.
hot_wash-subject = Zu: { $title }
hot_wash-said =
    { $count ->
        [one] eine Anmerkung
       *[other] { $count } Anmerkungen
    }
hot_wash-add-strength = Stärke
hot_wash-add-failure = Fehler
hot_wash-add-improvement = Verbesserung
hot_wash-add-action = Maßnahme
hot_wash-strengths = Stärken
hot_wash-failures = Fehler
hot_wash-improvements = Verbesserungen
hot_wash-actions = Maßnahmen
hot_wash-none = Noch keine
hot_wash-no-actions = Noch keine. Ein Kriterium des Leitfadens auswählen, dann „Maßnahme“.
hot_wash-strength-field = Stärke: { $title }
hot_wash-failure-field = Fehler: { $title }
hot_wash-improvement-field = Verbesserung: { $title }
hot_wash-remark-hint = In eigenen Worten: Was wurde getan, und mit welchem Ergebnis?
hot_wash-remove = Entfernen: { $title }
hot_wash-action-field = Maßnahme: { $title }
hot_wash-action-hint = Was wird künftig anders gemacht? Bitte überprüfbar formulieren.
hot_wash-owner = Zuständig
hot_wash-due = Termin
hot_wash-due-field = Termin: { $title }
hot_wash-no-day = Bitte ein Datum eingeben, etwa 2027-01-15

hot_wash-roles = Wie haben die Rollen funktioniert?
hot_wash-roles-note = Bewertet werden Funktionen, nicht Personen. War die Rolle rechtzeitig besetzt? Hatte sie, was sie brauchte? Was haben ihre Entscheidungen bewirkt?
hot_wash-mark-4 = keine Schwierigkeiten
hot_wash-mark-3 = einige Schwierigkeiten
hot_wash-mark-2 = große Schwierigkeiten
hot_wash-mark-1 = nicht handlungsfähig
hot_wash-because = Begründung: { $title }
hot_wash-because-hint = Begründung der Bewertung

hot_wash-lessons = Anonyme Erkenntnisse
hot_wash-lessons-note = Für alles, was sich schwer laut sagen lässt. Jede Erkenntnis wird sofort und ohne Namen gespeichert.
hot_wash-lesson-field = Erkenntnis
hot_wash-lesson-hint = Was sollte das nächste Team wissen?
hot_wash-lesson-keep = Erkenntnis speichern

hot_wash-own-review = Selbsteinschätzung des Teams
hot_wash-own-review-note = Anmerkungen aus der Nachbesprechung im Vergleich mit dem Protokoll.
hot_wash-by-the-record = Protokoll: { $text }
hot_wash-kind-strength = Stärke
hot_wash-kind-failure = Fehler
hot_wash-kind-improvement = Verbesserung
hot_wash-kind-role = Rolle
hot_wash-kind-action = Maßnahme
