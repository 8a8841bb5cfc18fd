inbox-title = Posteingang · { $count } ungelesen
inbox-all-read = { $count ->
    [one] Posteingang · eine Nachricht
   *[other] Posteingang · { $count } Nachrichten
}
inbox-empty = Noch keine Nachrichten. Die Uhr starten.
inbox-message = Nachricht: { $title }
inbox-new = neu
inbox-close = Nachricht schließen
inbox-from-to = Von { $from } an { $to }
inbox-answer = Antworten
inbox-attachment = Anhang öffnen
inbox-answer-by = Antwort bis { $due }, noch { $left }
inbox-answered = beantwortet { $at }
inbox-expired = nicht fristgerecht beantwortet
