decisions-decision = Entscheidung: { $title }
decisions-done-before = schon erledigt, wieder möglich
decisions-recording = Eine Aufzeichnung
decisions-recording-text = Zu sehen ist, was war; entschieden werden kann nichts. Darunter: was damals hätte entschieden werden können.
