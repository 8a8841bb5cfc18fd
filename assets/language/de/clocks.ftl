clocks-unseen = Fristen sind erst sichtbar, wenn die Rechtsabteilung im Dienst ist
clocks-none = Keine laufenden gesetzlichen oder vertraglichen Fristen
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
