inbox-title = Inbox · { $count } unread
