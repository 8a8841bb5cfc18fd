social-blind = Social listening is off
social-blind-text = People may already be talking about it. Start social listening under Decisions to see their posts.
social-quiet = No posts yet
social-quiet-text = Social media is quiet so far.
social-answers = replying to @{ $handle }
social-reach = seen by { $reach }
