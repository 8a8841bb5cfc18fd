hot_wash-title = Hot wash
hot_wash-hold = Hold the hot wash
hot_wash-reopen = Open the hot wash again
hot_wash-reopen-hint = What the team says of itself counts in the last step of the playbook
hot_wash-keep = Keep and open the debrief
hot_wash-skip = Skip
hot_wash-end-note = Nobody has seen a score yet. What is kept stands in the session; the debrief holds it beside the record.
hot_wash-not-kept = The hot wash cannot be kept
hot_wash-not-opened = The hot wash cannot be opened
hot_wash-changed = The session file has changed since it was read; open it from the library again

hot_wash-page-questions = Questions
hot_wash-page-review = Review
hot_wash-page-roles = Roles
hot_wash-page-lessons = Lessons

hot_wash-questions = What happened, in your own words
hot_wash-questions-note = Twenty minutes, everybody speaks, nobody is blamed. What matters of the answers can be written down.
hot_wash-answer = Answer to question { $number }
hot_wash-answer-hint = What was said

hot_wash-subjects-note = Pick what you want to say something about. At least three of each kind, the most important first.
hot_wash-decisions = What you decided
hot_wash-no-decisions = No decision was taken.
hot_wash-subject = About: { $title }
hot_wash-said =
    { $count ->
        [one] one remark
       *[other] { $count } remarks
    }
hot_wash-add-strength = Strength
hot_wash-add-failure = Failure
hot_wash-add-improvement = Improvement
hot_wash-add-action = Corrective action
hot_wash-strengths = Strengths
hot_wash-failures = Failures
hot_wash-improvements = Improvements
hot_wash-actions = Corrective actions
hot_wash-none = Nothing yet
hot_wash-no-actions = Nothing yet. Pick what the playbook asks for, then “Corrective action”.
hot_wash-strength-field = Strength: { $title }
hot_wash-failure-field = Failure: { $title }
hot_wash-improvement-field = Improvement: { $title }
hot_wash-remark-hint = In your own words: what was done, and what came of it
hot_wash-remove = Remove: { $title }
hot_wash-action-field = Corrective action: { $title }
hot_wash-action-hint = What will be done differently, so that somebody can check it
hot_wash-owner = Who sees to it
hot_wash-due = By which day
hot_wash-due-field = Due day: { $title }
hot_wash-no-day = Write the day as 2027-01-15

hot_wash-roles = How each role did
hot_wash-roles-note = Functions are judged, not people: was it there in time, did it have what it needed, what came of its decisions?
hot_wash-mark-4 = without trouble
hot_wash-mark-3 = with some trouble
hot_wash-mark-2 = with great trouble
hot_wash-mark-1 = could not do its part
hot_wash-because = Reason: { $title }
hot_wash-because-hint = Why

hot_wash-lessons = Lessons, without names
hot_wash-lessons-note = For what is easier to write than to say. Each one is kept at once, and nobody’s name goes with it.
hot_wash-lesson-field = Lesson
hot_wash-lesson-hint = What should somebody know who has this before them?
hot_wash-lesson-keep = Keep this lesson

hot_wash-own-review = What the team said of itself
hot_wash-own-review-note = From the hot wash, each line beside the record.
hot_wash-by-the-record = By the record: { $text }
hot_wash-kind-strength = strength
hot_wash-kind-failure = failure
hot_wash-kind-improvement = improvement
hot_wash-kind-role = role
hot_wash-kind-action = corrective action
