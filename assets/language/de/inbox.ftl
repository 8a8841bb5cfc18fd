inbox-title = Posteingang · { $count } ungelesen
