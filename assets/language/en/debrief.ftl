# Toolbar and tabs.
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

# Header.
debrief-seed = seed { $seed }
debrief-playbook = Playbook
debrief-playbook-text = how closely the playbook was followed; { $coverage }% of it could be assessed
debrief-outcome = Outcome
debrief-outcome-text = on a scale from doing nothing (0) to the best known play (100), both up to the same time
debrief-of-hundred = of 100
debrief-not-judged = could not be assessed

# Overview.
debrief-story = The story
debrief-trust = trust
debrief-negative = negative posts
debrief-news = news attention
debrief-credibility = credibility
debrief-messages = messages
debrief-decisions = decisions
debrief-markers-statements = statements
debrief-setbacks = setbacks
debrief-markers = Markers, top to bottom: { $rows }
debrief-story-hint = Point at the chart for details; click to replay from that time. Scale of 0 to 100; news attention is relative to its peak.
debrief-story-name = Chart of the story over time
debrief-beside = Reference curves for
debrief-beside-name = Reference curves: { $metric }
debrief-ghost-nothing = doing nothing
debrief-ghost-best = best known play
debrief-figures = Results
debrief-trust-final = trust at EndEx
debrief-trust-lowest = lowest trust
debrief-customers-lost = customers lost
debrief-revenue-lost = revenue lost
debrief-costs = costs and fines
debrief-records = records exposed
debrief-strengths = Strengths
debrief-areas = Areas for improvement
debrief-no-findings = No findings.
debrief-earned = { $points } points earned
debrief-lost = { $points } points lost

# Criteria.
debrief-step-score = { $score } of 100, weight { $weight }
debrief-points-of = { $score } of { $max }
debrief-overridden = { $score } of { $max }, override by { $by }: { $reason }
debrief-more-evidence = and { $count } more

# Statements.
debrief-nothing-said = No statements
debrief-nothing-said-text = The team did not publish a statement.
debrief-no-words = (no text, only claims)
debrief-next-update = promises an update by { $at }
debrief-reversed = proved false at { $at }

# Clocks, inquiries and team.
debrief-clocks = Clocks
debrief-questions = Inquiries
debrief-team = Response team
debrief-head-clock = Clock
debrief-head-recipient = Recipient
debrief-head-started = Started
debrief-head-due = Due
debrief-head-told = Notified
debrief-head-result = Result
debrief-head-source = Source
debrief-head-question = Inquiry
debrief-head-from = From
debrief-head-asked = Received
debrief-head-answer = Answer
debrief-head-seat = Role
debrief-head-holder = Name
debrief-head-since = On duty since
debrief-head-led = Led
debrief-head-length = Time spent
debrief-answered-after = after { $length }
debrief-unanswered = none in time

# Improvement.
debrief-plan = Improvement plan
debrief-plan-text = Owners and due dates are blank in the exports, for you to fill in.
debrief-cost = cost { $points } points
debrief-hot-wash = Hot wash questions

# Log.
debrief-everything = Full log
debrief-proof = State fingerprint: { $fingerprint }
debrief-watch = Replay
debrief-watch-hint = Shows the session as it was at any time
