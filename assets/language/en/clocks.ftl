clocks-unseen = Clocks may be running; only legal counsel on duty can tell
clocks-none = No statutory or contractual clocks running
clocks-met-count =
    { $count ->
        [one] { $count } clock met
       *[other] { $count } clocks met
    }
clocks-due = due { $due }
clocks-left = { $left } left
clocks-held = on hold until { $until }
clocks-met = met { $at }
clocks-overdue = overdue since { $due }
clocks-late = late, { $at }
