newsroom-empty = No news yet
newsroom-empty-text = No outlet has written about it. That is the time in which the first word is yours.
newsroom-hostile = hostile
newsroom-critical = critical
newsroom-neutral = neutral
newsroom-friendly = fair to friendly
