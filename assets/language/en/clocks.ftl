clocks-unseen = Clocks may be running: nobody can tell without a lawyer at work
clocks-none = No statutory or contractual clock runs yet
clocks-met-count =
    { $count ->
        [one] { $count } clock met
       *[other] { $count } clocks met
    }
clocks-due = due { $due }
clocks-left = { $left } left
clocks-held = held until { $until }
clocks-met = met { $at }
clocks-overdue = overdue since { $due }
clocks-late = late, { $at }
