decisions-decision = Entscheidung: { $title }
decisions-done-before = schon erledigt, wieder möglich
