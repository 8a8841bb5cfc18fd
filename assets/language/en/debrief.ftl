# The bar.
debrief-title = Debrief
debrief-overview = Overview
debrief-turning = Turning points
debrief-criteria = Criteria
debrief-statements = Statements
debrief-duties = Clocks and team
debrief-report = Report
debrief-improvement = Improvement
debrief-log = Log
debrief-json = JSON
debrief-csv = CSV
debrief-markdown = Markdown
debrief-html = HTML
debrief-pdf = PDF
debrief-format = { $format }…
debrief-export = Export { $format }…

# The header.
debrief-seed = seed { $seed }
debrief-playbook = Playbook
debrief-playbook-text = how far the plan was followed; { $coverage } of 100 of it could be judged
debrief-outcome = Outcome
debrief-outcome-text = what came of it, from doing nothing (0) to the best known play (100), up to the same moment
debrief-of-hundred = of 100
debrief-not-judged = could not be judged

# The overview.
debrief-story = The story
debrief-trust = trust
debrief-negative = negative posts
debrief-news = news attention
debrief-credibility = credibility
debrief-messages = messages
debrief-decisions = decisions
debrief-markers-statements = statements
debrief-setbacks = setbacks
debrief-markers = Markers from above: { $rows }
debrief-story-hint = Point at the chart to read what happened; click to look at that moment again. Lines in hundredths; attention as a share of its peak.
debrief-story-name = The story as a chart over time
debrief-beside = Beside it, of
debrief-beside-name = Doing nothing and best known play: { $metric }
debrief-ghost-nothing = doing nothing
debrief-ghost-best = best known play
debrief-figures = What it came to
debrief-trust-final = trust at the end
debrief-trust-lowest = lowest trust
debrief-customers-lost = customers lost
debrief-revenue-lost = revenue lost
debrief-costs = costs and fines
debrief-records = records exposed
debrief-strengths = Strengths
debrief-areas = Areas for improvement
debrief-no-findings = None stands out.
debrief-earned = { $points } points earned
debrief-lost = { $points } points lost

# The criteria.
debrief-step-score = { $score } of 100, weight { $weight }
debrief-points-of = { $score } of { $max }
debrief-overridden = { $score } of { $max } by { $by }: { $reason }
debrief-more-evidence = and { $count } more

# The statements.
debrief-nothing-said = Nothing was said
debrief-nothing-said-text = The team published no statement.
debrief-no-words = (no words, only claims)
debrief-next-update = promises an update by { $at }
debrief-reversed = turned out false at { $at }

# Clocks, questions, team.
debrief-clocks = Clocks
debrief-questions = Questions
debrief-team = The team
debrief-head-clock = Clock
debrief-head-recipient = Who must be told
debrief-head-started = Started
debrief-head-due = Due
debrief-head-told = Told
debrief-head-result = Result
debrief-head-source = Source
debrief-head-question = Question
debrief-head-from = From
debrief-head-asked = Asked
debrief-head-answer = Answer
debrief-head-seat = Seat
debrief-head-holder = Who
debrief-head-since = At work since
debrief-head-led = Led
debrief-head-length = For
debrief-answered-after = after { $length }
debrief-unanswered = none in time

# Improvement.
debrief-plan = Improvement plan
debrief-plan-text = Owner and date are for people to fill in; the exports leave room for them.
debrief-cost = cost { $points } points
debrief-hot-wash = Questions for the hot wash

# The log.
debrief-everything = Everything that happened
debrief-proof = Proof of the world: { $fingerprint }
debrief-watch = Look at it again
debrief-watch-hint = Goes to any moment of the session as it was
