board-empty = Nothing here
board-since = since { $since }
board-history = What the team did
