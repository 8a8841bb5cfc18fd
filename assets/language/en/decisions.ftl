decisions-decision = Decision: { $title }
decisions-done-before = already done, can be repeated
decisions-recording = Read-only replay
decisions-recording-text = Decisions cannot be made in a replay. The list shows what was available at this time.
