social-blind = Niemand hört zu
social-blind-text = Vielleicht wird längst darüber geredet. Was gesagt wird, zeigt sich, sobald das Zuhören bei den Entscheidungen eingeschaltet ist.
social-quiet = Es ist ruhig
social-quiet-text = Noch hat niemand darüber geschrieben.
social-answers = antwortet @{ $handle }
social-reach = gesehen von { $reach }
