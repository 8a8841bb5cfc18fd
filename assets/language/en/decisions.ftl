decisions-decision = Decision: { $title }
decisions-done-before = done before, can be done again
