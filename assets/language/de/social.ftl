social-blind = Kein Social-Media-Monitoring
social-blind-text = Möglicherweise wird längst darüber gesprochen. Beiträge erscheinen hier, sobald das Monitoring mit einer Entscheidung in der rechten Spalte gestartet ist.
social-quiet = Noch keine Beiträge
social-quiet-text = Bisher ist es ruhig.
social-answers = Antwort an @{ $handle }
social-reach = Reichweite { $reach }
