clocks-unseen = Fristen laufen vielleicht: Ohne juristischen Rat weiß das niemand
clocks-none = Noch läuft keine gesetzliche oder vertragliche Frist
clocks-met-count =
    { $count ->
        [one] { $count } Frist eingehalten
       *[other] { $count } Fristen eingehalten
    }
clocks-due = fällig { $due }
clocks-left = noch { $left }
clocks-held = ausgesetzt bis { $until }
clocks-met = eingehalten { $at }
clocks-overdue = überfällig seit { $due }
clocks-late = verspätet, { $at }
