library-title = The first hour decides how the rest is told.
library-text = Choose a drill. The world is simulated: customers, press and regulators react to what you do and say, and to what you leave undone.
library-search = Search scenarios and sessions
library-search-hint = Search scenarios and sessions
library-open-file = Open a file…
library-scenarios = Scenarios
library-sessions = Recent sessions
library-none = Nothing like that is here
library-none-text = Search for other words, open a file, or drop a scenario's folder on this window.
library-no-sessions = None yet. Every drill is recorded while it runs and can be continued from here.
library-length = { $length } of story
library-difficulty = { $level } of 5, { $level ->
    [0] first drill
    [1] first drill
    [2] easy
    [3] demanding
    [4] hard
   *[other] for practiced teams
}
library-never = Never debriefed
library-best = { $count ->
    [one] Debriefed once
   *[other] Debriefed { $count } times
}; best: playbook { $playbook }, outcome { $outcome }
library-open = Open briefing
library-open-name = Open { $title }
library-copy = Copy { $title } to edit it
library-copy-hint = Copies the scenario into your own folder, to edit it there
library-copied = Copied
library-not-copied = The scenario cannot be copied
library-broken = { $name } cannot be played
library-more = and { $count } more; the check on the command line shows all
library-unreadable = { $file } cannot be read
library-ended = ended
library-unfinished = open
library-facts = { $count ->
    [one] 1 decision
   *[other] { $count } decisions
}, up to { $until }, seed { $seed }
library-result = Playbook { $playbook }, outcome { $outcome }
library-debrief = Debrief
library-debrief-name = Debrief { $file }
library-continue = Continue
library-continue-name = Continue { $file }
library-result-unkept = The result cannot be kept for the library
library-replay = Look again
library-replay-name = Look again at { $file }
