social-blind = Kein Social-Media-Monitoring
social-blind-text = Möglicherweise wird längst darüber gesprochen. Beiträge erscheinen hier, sobald das Monitoring unter Entscheidungen gestartet ist.
social-quiet = Noch keine Beiträge
social-quiet-text = Bisher ist es ruhig.
social-answers = antwortet @{ $handle }
social-reach = gesehen von { $reach }
