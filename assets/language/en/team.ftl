team-title = The team
team-works = Under way · { $count }
team-no-works = Nothing is being done.
team-left = { $left } left
team-not-called = not called
team-arrives = arrives { $at }
team-busy = busy, { $load } of { $capacity }
team-load = { $load } of { $capacity }
