# In the library.
compare-pick = Pick { $file }
compare-show = Compare { $count } sessions
compare-picked-one = One session picked. Pick another to compare them.
compare-most = No more than { $count } can be compared at once
compare-none = Pick none

# The work and what became of it.
compare-task = { $count } sessions are played again and scored
compare-left-out = { $count ->
    [one] One session was left out
   *[other] { $count } sessions were left out
}
compare-too-few = There are not two sessions to compare

# The head.
compare-title = Compare
compare-heading = { $title }: { $count } sessions side by side
compare-heading-several = { $count } sessions of several scenarios side by side
compare-choose = Choose other sessions…
compare-export = Export the comparison as Markdown…
compare-export-short = Markdown…
compare-several = The sessions are of different scenarios. Only the two numbers, the steps and the criteria of a shared playbook are comparable; what it came to is not shown.
compare-editions = The files of the scenario have changed between the sessions; some differences may come from that.
compare-playbooks = The sessions are judged by different playbooks; criteria are not shown.
compare-lengths = The sessions did not go equally far; each figure stands for where its session stopped.
compare-overridden = Evaluators overrode some results; their word stands here.
compare-unknown-order = Nobody can tell from the files in which order the sessions were held.
compare-seed-value = seed { $seed }
compare-until-value = up to { $until }
compare-debrief = Debrief
compare-debrief-name = Debrief of { $letter }, { $file }

# How sessions were played.
compare-solo = alone
compare-paced = as a team
compare-discussion = as a discussion
compare-headless = without a window
compare-review = looked at afterward

# Results.
compare-playbook = Playbook
compare-outcome = Outcome
compare-steps = Steps
compare-not-judged = not judged
compare-figures = What it came to
compare-trust-final = Trust at the end
compare-trust-lowest = Lowest trust
compare-customers-lost = Customers lost
compare-revenue-lost = Revenue lost
compare-costs = Costs and fines
compare-first-word = From first alert to first public word
compare-no-word = never
compare-best = best
compare-credit = { $percent } %

# Over time.
compare-trust = Trust over time
compare-trust-hint = Point at the chart to read the values of a moment. In hundredths, on a scale that need not begin at zero, by time since StartEx.
compare-mastery = Mastery by step, from session to session
compare-mastery-text = In the order of the dates of the files. The lines are the points from which the marks P, S and M are given.

# Criteria.
compare-criteria = Criteria
compare-only-different = Only differences
compare-all-alike = The sessions do not differ here.

# Next drill.
compare-next = Next drill
compare-next-text = Missed in most of these sessions
compare-missed-in = missed in { $count } of { $all }
compare-proposed = Proposed: { $title }
compare-proposed-text = It exercises what is marked, with these objectives:
compare-exercised = exercised there
compare-no-scenario = No scenario on the shelf exercises any of it.
compare-open = Open the briefing of { $title }
