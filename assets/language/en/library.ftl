library-title = The first hour shapes the rest of the story.
library-text = Choose an exercise. Customers, the press and regulators are simulated. They react to what you do and say, and to what you leave undone.
library-search = Search scenarios and sessions
library-search-hint = Search scenarios and sessions
library-open-file = Open file…
library-scenarios = Scenarios
library-sessions = Recent sessions
library-none = No matches
library-none-text = Try other search terms, open a file, or drop a scenario folder on this window.
library-no-sessions = No sessions yet. Every exercise is recorded and can be continued from here.
library-length = { $length } of simulated time
library-difficulty = { $level } of 5, { $level ->
    [0] introductory
    [1] introductory
    [2] easy
    [3] demanding
    [4] hard
   *[other] for experienced teams
}
library-never = Not debriefed yet
library-best = { $count ->
    [one] Debriefed once
   *[other] Debriefed { $count } times
}; best: playbook { $playbook }, outcome { $outcome }
library-open = Open briefing
library-open-name = Open { $title }
library-copy = Copy and edit { $title }
library-copy-hint = Copies the scenario to your scenario folder for editing
library-copied = Copied
library-not-copied = Cannot copy the scenario
library-broken = Cannot play { $name }
library-more = and { $count } more; run `goldenhour check` to list all
library-unreadable = Cannot read { $file }
library-ended = ended
library-unfinished = in progress
library-facts = { $count ->
    [one] 1 decision
   *[other] { $count } decisions
}, up to { $until }, seed { $seed }
library-result = Playbook { $playbook }, outcome { $outcome }
library-debrief = Debrief
library-debrief-name = Debrief { $file }
library-continue = Continue
library-continue-name = Continue { $file }
library-result-unkept = Cannot save the result in the library
library-replay = Replay
library-replay-name = Replay { $file }
