social-blind = Social listening is off
social-blind-text = People may already be talking about it. To see their posts, start social listening with a decision in the right column.
social-quiet = No posts yet
social-quiet-text = Social media is quiet so far.
social-answers = replying to @{ $handle }
social-reach = reach { $reach }
