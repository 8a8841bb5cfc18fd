facilitator-open = Facilitator
facilitator-open-hint = Opens the facilitator window. Do not show it to players.
facilitator-close = Close facilitator window
facilitator-window = Facilitator · { $title }
facilitator-fork = Fork
facilitator-fork-hint = Copies the session so far and continues in the copy. The original stays in the library and can be continued.
facilitator-forked = Continuing in a copy. “{ $file }” is unchanged and can be continued from the library.
facilitator-fork-note = Forked from “{ $file }”
facilitator-not-forked = Cannot fork the session
facilitator-not-recorded = Cannot record this change
facilitator-mode-solo = Solo
facilitator-mode-paced = Paced
facilitator-mode-discussion = Discussion
facilitator-mode-headless = Command line
facilitator-mode-review = Review
facilitator-run = Run
facilitator-pause = Pause
facilitator-step = Step one minute
facilitator-next = Next inject

facilitator-page-truth = Ground truth
facilitator-page-deck = Deck
facilitator-page-scores = Scores
facilitator-page-log = Notes

facilitator-msel = MSEL
facilitator-filter-due = Upcoming · { $count }
facilitator-filter-released = Released · { $count }
facilitator-filter-held = Held · { $count }
facilitator-filter-skipped = Skipped · { $count }
facilitator-filter-all = All · { $count }
facilitator-none-here = No injects
facilitator-inject = Inject: { $title }
facilitator-contingency = contingency
facilitator-from-to = From { $from } to { $to }
facilitator-release = Release
facilitator-release-named = Release: { $title }
facilitator-hold = Hold
facilitator-resume = Resume automatic release
facilitator-later = +{ $minutes } min
facilitator-postpone = Postpone by { $minutes } minutes
facilitator-if-not-by = unless done by { $time }
facilitator-when = when its condition is met
facilitator-after = { $length } after its condition is met
facilitator-by-chance = by chance, until { $time }
facilitator-by-hand = manual only
facilitator-is-released = released
facilitator-is-held = held
facilitator-is-postponed = not before { $time }
facilitator-is-skipped = skipped
facilitator-is-due = due soon
facilitator-is-ahead = scheduled
facilitator-is-waiting = waiting
facilitator-expected-met = done
facilitator-expected-open = open, { $left } left
facilitator-expected-overdue = not done, expected by { $time }
facilitator-released = To be released in the next minute: { $title }
facilitator-held = Held: { $title }
facilitator-postponed = Postponed: { $title }
facilitator-resumed = Automatic release resumed: { $title }

facilitator-is-so = Ground truth
facilitator-players-know = What the players know
facilitator-clocks = Clocks
facilitator-clocks-unseen = hidden from players: no legal counsel on duty
facilitator-no-clock = No statutory or contractual clocks running
facilitator-clock-running = { $left } left, due { $time }
facilitator-clock-held = on hold until { $time }
facilitator-clock-met = met { $time }
facilitator-clock-overdue = overdue since { $time }
facilitator-clock-late = late, { $time }

facilitator-deck-text =
    { $count ->
        [0] No inject in the deck fits now.
        [one] One inject fits now: condition met, expected action still open, not scheduled for later.
       *[other] { $count } injects fit now: condition met, expected action still open, not scheduled for later.
    }
facilitator-deck-empty = The deck is empty
facilitator-deck-empty-text = Every inject for manual release, or an alternative to it, has been released.
facilitator-surprise = Surprise inject
facilitator-surprise-hint = Releases a random inject that fits now
facilitator-none-fits = No inject fits now
facilitator-fits = fits now
facilitator-fits-not = does not fit now

facilitator-points = of 100, playbook score at { $time }
facilitator-score = Update scores
facilitator-points-note = Updated once per simulated hour. Criteria that can still be met count as missed. The outcome is calculated in the debrief.
facilitator-world = Current metrics
facilitator-figure-trust = trust
facilitator-figure-awareness = awareness, %
facilitator-figure-negative = negative posts, %
facilitator-figure-lost = customers lost
facilitator-figure-records = records exposed
facilitator-figure-revenue = revenue lost
facilitator-objectives = Objectives
facilitator-objectives-note = Rate the selected objective with the keys 1 to 4. Press O to select the next one.
facilitator-objective = Objective: { $title }
facilitator-unrated = not rated yet
facilitator-rate = Rate { $letter }: { $meaning }
facilitator-rate-key = Rate the selected objective { $letter } (key { $rank }): { $meaning }
facilitator-rating-p = performed without challenges
facilitator-rating-s = performed with some challenges
facilitator-rating-m = performed with major challenges
facilitator-rating-u = unable to be performed
facilitator-other = Select next objective (key O)
facilitator-other-key = O  Next objective

facilitator-note = M  Note
facilitator-note-name = Add note (key M)
facilitator-note-field = Note text
facilitator-note-hint = What did you observe? Enter saves, Escape discards.
facilitator-reason-field = Reason for rating
facilitator-reason-hint = Reason for “{ $title }”. Enter saves, Escape discards.
facilitator-keep = Save
facilitator-drop = Discard
facilitator-needs-words = Enter a note, or a reason for the rating
facilitator-noted = Note saved
facilitator-rated = Rating saved
facilitator-log-empty = No notes yet
facilitator-log-empty-text = Notes, ratings and changes to injects appear here with their times. Press M to add a note.
facilitator-log-note = Note, { $name }
facilitator-log-override = Criterion { $criterion }: { $share }% credit
facilitator-log-release = Released manually
facilitator-log-hold = Held
facilitator-log-postpone = Postponed until { $time }
facilitator-log-resume = Automatic release resumed
facilitator-log-end = EndEx
facilitator-nobody = anonymous

facilitator-page-statements = Statements
facilitator-no-statements = No statements yet
facilitator-no-statements-text = What the program understands of each statement appears here. You can correct it and judge what could not be checked.
facilitator-statements-note = A ruling changes what counts as said from now on, in the score and in the debrief. What the public has already heard stays heard.
facilitator-nothing-read = Nothing in this text was recognized.
facilitator-verdict-true = True
facilitator-verdict-false = False
facilitator-verdict-harmless = Harmless
facilitator-rule = Rule that this is { $verdict ->
    [True] true
    [False] false
   *[other] harmless
}
facilitator-not-said = Not said
facilitator-not-said-hint = Rule that the text does not say this
facilitator-ruled = Ruling recorded
facilitator-log-true = Ruled true
facilitator-log-false = Ruled false
facilitator-log-harmless = Ruled harmless
facilitator-log-not-said = Ruled not said
facilitator-log-said = Ruled said
