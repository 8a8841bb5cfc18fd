# In the library.
compare-pick = Select { $file }
compare-show = Compare { $count } sessions
compare-picked-one = One session selected. Select another to compare.
compare-most = You can compare up to { $count } sessions
compare-none = Clear selection

# Loading the sessions.
compare-task = Replaying and scoring { $count } sessions…
compare-left-out = { $count ->
    [one] One session was left out
   *[other] { $count } sessions were left out
}
compare-too-few = Cannot compare: fewer than two sessions could be replayed

# Header.
compare-title = Compare
compare-heading = { $title }: comparison of { $count } sessions
compare-heading-several = Comparison of { $count } sessions from different scenarios
compare-choose = Choose other sessions…
compare-export = Export comparison as Markdown…
compare-export-short = Markdown…
compare-several = These sessions come from different scenarios. Only the two scores, the steps and the criteria of a shared playbook are comparable. Results are hidden.
compare-editions = The scenario files changed between the sessions. This may explain some of the differences.
compare-playbooks = The sessions were scored against different playbooks. Criteria are hidden.
compare-lengths = The sessions have different lengths. Each value is from the end of its session.
compare-overridden = Evaluators overrode some scores. The overridden scores are shown.
compare-unknown-order = The files do not show the order in which the sessions took place.
compare-seed-value = seed { $seed }
compare-until-value = up to { $until }
compare-debrief = Debrief
compare-debrief-name = Debrief of { $letter }, { $file }

# Modes.
compare-solo = solo
compare-paced = paced
compare-discussion = discussion
compare-headless = command line
compare-review = review

# Results.
compare-playbook = Playbook
compare-outcome = Outcome
compare-steps = Steps
compare-not-judged = not assessed
compare-figures = Results
compare-trust-final = Trust at EndEx
compare-trust-lowest = Lowest trust
compare-customers-lost = Customers lost
compare-revenue-lost = Revenue lost
compare-costs = Costs and fines
compare-first-word = First alert to first public statement
compare-no-word = never
compare-best = best
compare-credit = { $percent }%

# Trust and mastery over time.
compare-trust = Trust over time
compare-trust-hint = Point at the chart to read the values. Trust is on a scale of 0 to 100; the axis may not start at zero. Times are counted from StartEx.
compare-mastery = Mastery by step over time
compare-mastery-text = Sessions are in order of file date. The lines mark the thresholds for the ratings P, S and M.

# Criteria.
compare-criteria = Criteria
compare-only-different = Only differences
compare-all-alike = No differences between these sessions.

# Next exercise.
compare-next = Next exercise
compare-next-text = Missed in most of these sessions
compare-missed-in = missed in { $count } of { $all }
compare-proposed = Suggested: { $title }
compare-proposed-text = It covers the marked criteria and has these objectives:
compare-exercised = in suggestion
compare-no-scenario = No scenario in the library covers these criteria.
compare-open = Open briefing: { $title }
