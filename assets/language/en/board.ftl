board-empty = None
board-since = since { $since }
board-history = What the team did
