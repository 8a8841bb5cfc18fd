topbar-end = End…
topbar-end-name = End exercise…
topbar-run = Run
topbar-pause = Pause
topbar-step = Step one minute
topbar-next = Next inject
topbar-next-hint = Next inject: lets time pass until something arrives
topbar-speed = Speed { $speed }
topbar-speed-hint = { $speed } simulated seconds a second
topbar-pause-at-injects = Pause at injects
topbar-stops = Time stops when something arrives
topbar-runs-on = Time runs on when something arrives
topbar-golden-hour = Golden hour
topbar-golden-hour-begins = begins with the first alert
topbar-golden-hour-left = { $minutes } min of golden hour
topbar-spoke = Spoke at { $at }
topbar-spoke-after = { $length } after the first alert
topbar-silent = Silent, { $over } over the hour
topbar-exposed = others told first, at { $at }
topbar-unspoken = until the first public word
topbar-calls =
    { $count ->
        [one] { $count } call waiting
       *[other] { $count } calls waiting
    }
topbar-spent = { $money } spent
topbar-shop = { $shop }, { $money } a minute
topbar-slower = Slower
topbar-faster = Faster
