what_if-title = What if
what_if-text = Drag a decision to another time, or select it to leave it out, move it or make a different choice. All changes count as one what-if.
what_if-no-decisions = No decisions were made, so there is nothing to change.
what_if-decision = Decision at { $at }: { $title }
what_if-decision-gone = Decision at { $at }, left out: { $title }
what_if-put-away = Close decision
what_if-leave-out = Leave out
what_if-hour-earlier = One hour earlier
what_if-quarter-earlier = 15 minutes earlier
what_if-quarter-later = 15 minutes later
what_if-hour-later = One hour later
what_if-choice = Choice
what_if-choose = Choose instead: { $title }
what_if-restore = Undo
what_if-restore-name = Undo change: { $title }
what_if-reset = Undo all changes
what_if-gone = { $was }, left out
what_if-moved = { $was } → { $to }
what_if-chosen = { $to }, { $title }
what_if-playing = Rerunning…
what_if-this-run = This session: { $outcome } outcome points, { $playbook } playbook points
what_if-more-seeds = With the same random draws. Results for other seeds follow.
what_if-over-seeds =
    { $seeds ->
        [one] With one other seed:
       *[other] Across { $seeds } other seeds, with 95% confidence intervals:
    }
