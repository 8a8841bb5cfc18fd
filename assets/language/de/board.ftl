board-empty = Hier ist nichts
board-since = seit { $since }
board-history = Was das Team getan hat
