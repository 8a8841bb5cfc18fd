sentiment-blind = Social listening is off
sentiment-blind-text = Trust and sentiment are measured only while social listening is on. Start it with a decision in the right column.
sentiment-listening = Social listening is on
sentiment-listening-text = The first measurements arrive with the next simulated minute.
sentiment-trust = Trust, of 100
sentiment-negative = Negative posts, %
sentiment-trust-line = trust
sentiment-negative-line = negative posts
sentiment-legend =
    { $count ->
        [one] Solid line: trust. Dashed line: negative posts. Both are sample estimates from 0 to 100; the latest sample has { $count } post.
       *[other] Solid line: trust. Dashed line: negative posts. Both are sample estimates from 0 to 100; the latest sample has { $count } posts.
    }
sentiment-narrative = Common in posts since { $since }: “{ $words }”
