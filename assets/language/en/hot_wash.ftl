hot_wash-title = Hot wash
hot_wash-hold = Start hot wash
hot_wash-reopen = Reopen hot wash
hot_wash-reopen-hint = The team’s review counts toward the last step of the playbook
hot_wash-keep = Save and open debrief
hot_wash-skip = Skip
hot_wash-end-note = Scores are hidden until the debrief. Your review is saved in the session and compared with the record.
hot_wash-not-kept = Cannot save the hot wash
hot_wash-not-opened = Cannot open the hot wash
hot_wash-changed = The session file has changed since it was read. Open it from the library again.

hot_wash-page-questions = Questions
hot_wash-page-review = Review
hot_wash-page-roles = Roles
hot_wash-page-lessons = Lessons

hot_wash-questions = What happened?
hot_wash-questions-note = Take twenty minutes. Hear from the whole team and assign no blame. Write down the answers that matter.
hot_wash-answer = Answer to question { $number }
hot_wash-answer-hint = What the team said

hot_wash-subjects-note = Select what you want to comment on. Give at least three of each kind, the most important first.
hot_wash-decisions = Your decisions
hot_wash-no-decisions = No decisions were made.
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
hot_wash-none = None yet
hot_wash-no-actions = None yet. Select a playbook criterion, then “Corrective action”.
hot_wash-strength-field = Strength: { $title }
hot_wash-failure-field = Failure: { $title }
hot_wash-improvement-field = Improvement: { $title }
hot_wash-remark-hint = In your own words: what was done, and with what result?
hot_wash-remove = Remove: { $title }
hot_wash-action-field = Corrective action: { $title }
hot_wash-action-hint = What will be done differently? Make it verifiable.
hot_wash-owner = Owner
hot_wash-due = Due date
hot_wash-due-field = Due date: { $title }
hot_wash-no-day = Enter a date such as 2027-01-15

hot_wash-roles = How did each role perform?
hot_wash-roles-note = Rate functions, not people. Was the role available in time? Did it have what it needed? What did its decisions achieve?
hot_wash-mark-4 = no challenges
hot_wash-mark-3 = some challenges
hot_wash-mark-2 = major challenges
hot_wash-mark-1 = unable to perform
hot_wash-because = Reason: { $title }
hot_wash-because-hint = Reason for the rating

hot_wash-lessons = Anonymous lessons
hot_wash-lessons-note = Write what is hard to say out loud. Each lesson is saved immediately and without a name.
hot_wash-lesson-field = Lesson
hot_wash-lesson-hint = What would you tell the next team?
hot_wash-lesson-keep = Save lesson

hot_wash-own-review = The team’s own review
hot_wash-own-review-note = Remarks from the hot wash, compared with the record.
hot_wash-by-the-record = Record: { $text }
hot_wash-kind-strength = strength
hot_wash-kind-failure = failure
hot_wash-kind-improvement = improvement
hot_wash-kind-role = role
hot_wash-kind-action = corrective action
