decisions-decision = Decision: { $title }
decisions-done-before = done before, can be done again
decisions-recording = A recording
decisions-recording-text = You are looking at what was; nothing can be decided in it. Below: what could have been decided then.
