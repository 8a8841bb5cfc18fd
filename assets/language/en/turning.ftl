# Turning points.
turning-look = Find turning points
turning-begins = Replaying the session with other random draws…
turning-from-of = Turning points from { $seeds } of { $goal } seeds; differences with 95% confidence intervals
turning-from =
    { $seeds ->
        [one] Turning points from one seed
       *[other] Turning points from { $seeds } seeds; differences with 95% confidence intervals
    }
turning-stopped =
    { $seeds ->
        [one] Stopped; turning points from one seed
       *[other] Stopped; turning points from { $seeds } seeds
    }
turning-broken = Stopped without a result because of an internal error
turning-stop = Stop
turning-again = Continue
turning-costs = Costliest decisions and omissions
turning-costs-text = Effect of each on outcome and playbook, in points out of 100, compared with the alternative under the same random draws.
turning-gains = Most valuable decisions
turning-gains-text = Without these decisions, the result would have been worse.
turning-none = No effect distinguishable from chance.
turning-point = Turning point: { $title }
turning-outcome = outcome
turning-playbook = playbook
turning-effect-name = { $of }: { $effect } ± { $half }
turning-effect-unclear = { $of }: { $effect } ± { $half }; not distinguishable from zero
turning-effect-once = { $of }: { $effect } in a single run
turning-this-run = In this session
turning-this-run-text = With the random draws of this session: { $outcome } outcome points, { $playbook } playbook points.
turning-watch = Replay from { $at }
turning-criteria = Criteria affected
turning-no-criteria = None
turning-trust = Trust
turning-negative = Negative posts
turning-news = News attention
turning-was = actual
turning-would-be = alternative
turning-band =
    { $seeds ->
        [one] Shaded: 95% confidence interval of the difference over one seed
       *[other] Shaded: 95% confidence interval of the difference over { $seeds } seeds
    }
turning-curve-name = { $of } over time: actual and alternative
turning-together = Interactions
turning-together-text = Change from both alternatives combined, beyond the sum of their separate effects.
turning-tried = All alternatives tested ({ $count })
turning-tried-text = All alternatives with their effects on outcome and playbook, largest first.

# Luck.
turning-luck = Luck and skill
turning-luck-text =
    { $seeds ->
        [one] The same decisions replayed with one other seed. The part that does not change is skill; the spread is luck.
       *[other] The same decisions replayed with { $seeds } other seeds. The part that does not change is skill; the spread is luck.
    }
turning-lucky = Lucky: better than { $share }% of replays of the same decisions
turning-unlucky = Unlucky: worse than { $share }% of replays of the same decisions
turning-neither = Typical of these decisions: better than { $share }% of replays
turning-middle-half = Middle half: { $lower } to { $upper }; median: { $median }.
turning-this = this session { $value }
turning-dropped = With other random draws, { $share }% of the decisions could not be taken.
turning-autopilots = Autopilots with the same random draws
turning-autopilot = { $name }, median { $median }
