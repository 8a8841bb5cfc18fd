newsroom-empty = No news yet
newsroom-empty-text = No outlet has reported on it. You can still be the first to tell the story.
newsroom-hostile = hostile
newsroom-critical = critical
newsroom-neutral = neutral
newsroom-friendly = favorable
