board-empty = Keine
board-since = seit { $since }
board-history = Was das Team getan hat
