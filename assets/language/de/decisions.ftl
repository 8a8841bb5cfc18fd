decisions-decision = Entscheidung: { $title }
decisions-done-before = bereits erledigt, wiederholbar
decisions-recording = Wiedergabe (nur lesen)
decisions-recording-text = In der Wiedergabe lässt sich nichts entscheiden. Die Liste zeigt, was zu diesem Zeitpunkt möglich war.
