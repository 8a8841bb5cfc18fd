team-title = Response team
team-works = In progress · { $count }
team-no-works = No work in progress.
team-left = { $left } left
team-not-called = not called
team-arrives = arrives { $at }
team-busy = busy, { $load } of { $capacity }
team-load = { $load } of { $capacity }
