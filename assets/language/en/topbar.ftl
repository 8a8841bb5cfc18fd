topbar-end = End…
topbar-end-name = End exercise…
topbar-run = Run
topbar-pause = Pause
topbar-step = Step one minute
topbar-next = Next inject
topbar-next-hint = Next inject: runs time until a message arrives
topbar-speed = Speed { $speed }
topbar-speed-hint = { $speed } simulated seconds per second
topbar-pause-at-injects = Pause at injects
topbar-stops = Time stops when a message arrives
topbar-runs-on = Time keeps running when a message arrives
topbar-golden-hour = Golden hour
topbar-golden-hour-begins = starts with the first alert
topbar-golden-hour-left = Golden hour: { $minutes } min
topbar-spoke = Statement at { $at }
topbar-spoke-after = { $length } after the first alert
topbar-silent = { $over } past golden hour
topbar-exposed = story broke at { $at }
topbar-unspoken = no public statement yet
topbar-calls =
    { $count ->
        [one] { $count } call waiting
       *[other] { $count } calls waiting
    }
topbar-spent = { $money } spent
topbar-shop = { $shop }, { $money }/min revenue
topbar-slower = Slower
topbar-faster = Faster
