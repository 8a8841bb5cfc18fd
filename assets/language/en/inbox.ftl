inbox-title = Inbox · { $count } unread
inbox-all-read = { $count ->
    [one] Inbox · one message
   *[other] Inbox · { $count } messages
}
inbox-empty = No messages yet. Run the clock.
inbox-message = Message: { $title }
inbox-new = new
inbox-close = Close message
inbox-from-to = From { $from } to { $to }
inbox-answer = Answer
inbox-attachment = Open attachment
inbox-answer-by = answer by { $due }, { $left } left
inbox-answered = answered { $at }
inbox-expired = not answered in time
