sentiment-blind = Flying blind
sentiment-blind-text = Trust and mood are measured only while somebody listens. Switch listening on among the decisions.
sentiment-listening = Listening
sentiment-listening-text = The first numbers arrive with the next minute.
sentiment-trust = Trust
sentiment-negative = Negative posts
sentiment-trust-line = trust
sentiment-negative-line = negative posts
sentiment-legend =
    { $count ->
        [one] Trust is the solid line, negative posts the dashed one; both in hundredths and estimated from samples, the last of { $count } post.
       *[other] Trust is the solid line, negative posts the dashed one; both in hundredths and estimated from samples, the last of { $count } posts.
    }
sentiment-narrative = Many posts say since { $since }: { $words }
