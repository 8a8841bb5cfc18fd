hot_wash-title = Nachbesprechung
hot_wash-hold = Nachbesprechung halten
hot_wash-reopen = Nachbesprechung wieder öffnen
hot_wash-reopen-hint = Was das Team über sich selbst sagt, zählt im letzten Schritt des Playbooks
hot_wash-keep = Behalten und Auswertung öffnen
hot_wash-skip = Überspringen
hot_wash-end-note = Noch hat niemand eine Wertung gesehen. Was behalten wird, steht in der Sitzung; die Auswertung hält es neben die Aufzeichnung.
hot_wash-not-kept = Die Nachbesprechung lässt sich nicht speichern
hot_wash-not-opened = Die Nachbesprechung lässt sich nicht öffnen
hot_wash-changed = Die Sitzungsdatei hat sich seit dem Lesen geändert; bitte aus der Bibliothek neu öffnen

hot_wash-page-questions = Fragen
hot_wash-page-review = Rückblick
hot_wash-page-roles = Rollen
hot_wash-page-lessons = Lehren

hot_wash-questions = Was geschah, in eigenen Worten
hot_wash-questions-note = Zwanzig Minuten, alle kommen zu Wort, niemand wird beschuldigt. Was von den Antworten wichtig ist, lässt sich festhalten.
hot_wash-answer = Antwort auf Frage { $number }
hot_wash-answer-hint = Was gesagt wurde

hot_wash-subjects-note = Auswählen, wozu etwas zu sagen ist. Mindestens drei jeder Art, das Wichtigste zuerst.
hot_wash-decisions = Was entschieden wurde
hot_wash-no-decisions = Es wurde nichts entschieden.
hot_wash-subject = Zu: { $title }
hot_wash-said =
    { $count ->
        [one] eine Bemerkung
       *[other] { $count } Bemerkungen
    }
hot_wash-add-strength = Stärke
hot_wash-add-failure = Misserfolg
hot_wash-add-improvement = Verbesserung
hot_wash-add-action = Maßnahme
hot_wash-strengths = Stärken
hot_wash-failures = Misserfolge
hot_wash-improvements = Verbesserungen
hot_wash-actions = Maßnahmen
hot_wash-none = Noch nichts
hot_wash-no-actions = Noch nichts. Auswählen, was das Playbook verlangt, dann „Maßnahme“.
hot_wash-strength-field = Stärke: { $title }
hot_wash-failure-field = Misserfolg: { $title }
hot_wash-improvement-field = Verbesserung: { $title }
hot_wash-remark-hint = In eigenen Worten: was getan wurde und was daraus wurde
hot_wash-remove = Entfernen: { $title }
hot_wash-action-field = Maßnahme: { $title }
hot_wash-action-hint = Was anders gemacht wird, so dass es sich prüfen lässt
hot_wash-owner = Wer sich darum kümmert
hot_wash-due = Bis zu welchem Tag
hot_wash-due-field = Fälligkeitstag: { $title }
hot_wash-no-day = Den Tag als 2027-01-15 schreiben

hot_wash-roles = Wie es den Rollen gelang
hot_wash-roles-note = Beurteilt werden Funktionen, nicht Menschen: War sie rechtzeitig da, hatte sie, was sie brauchte, was wurde aus ihren Entscheidungen?
hot_wash-mark-4 = ohne Mühe
hot_wash-mark-3 = mit etwas Mühe
hot_wash-mark-2 = mit großer Mühe
hot_wash-mark-1 = konnte ihren Teil nicht leisten
hot_wash-because = Grund: { $title }
hot_wash-because-hint = Warum

hot_wash-lessons = Lehren, ohne Namen
hot_wash-lessons-note = Für das, was sich leichter schreibt als sagt. Jede wird sofort behalten, und niemandes Name steht dabei.
hot_wash-lesson-field = Lehre
hot_wash-lesson-hint = Was sollte wissen, wem dies bevorsteht?
hot_wash-lesson-keep = Diese Lehre behalten

hot_wash-own-review = Was das Team über sich selbst sagte
hot_wash-own-review-note = Aus der Nachbesprechung, jede Zeile neben der Aufzeichnung.
hot_wash-by-the-record = Nach der Aufzeichnung: { $text }
hot_wash-kind-strength = Stärke
hot_wash-kind-failure = Misserfolg
hot_wash-kind-improvement = Verbesserung
hot_wash-kind-role = Rolle
hot_wash-kind-action = Maßnahme
