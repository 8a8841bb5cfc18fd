team-title = Das Team
team-works = In Arbeit · { $count }
team-no-works = Keine laufenden Arbeiten.
team-left = noch { $left }
team-not-called = nicht einberufen
team-arrives = trifft { $at } ein
team-busy = ausgelastet, { $load } von { $capacity }
team-load = { $load } von { $capacity }
