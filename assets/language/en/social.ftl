social-blind = Nobody is listening
social-blind-text = People may be talking already. Switch listening on among the decisions to see what they say.
social-quiet = It is quiet
social-quiet-text = Nobody has written about it yet.
social-answers = answers @{ $handle }
social-reach = seen by { $reach }
