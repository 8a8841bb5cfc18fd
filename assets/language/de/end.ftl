end-reached = Übungsende
end-reached-text = Die Übung ist zu Ende. Der Durchlauf wurde aufgezeichnet.
end-open-debrief = Auswertung öffnen
end-question = Übung beenden?
end-question-text = Die Übung lässt sich danach nicht fortsetzen. Laufende Arbeiten werden als unvollständig gewertet.
end-confirm = Beenden und auswerten
end-hot-wash = Beenden und nachbesprechen
end-cancel = Übung fortsetzen
