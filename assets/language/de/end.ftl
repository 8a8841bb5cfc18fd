end-reached = Übungsende
end-reached-text = Die Übung ist zu Ende. Alles ist aufgezeichnet.
end-open-debrief = Auswertung öffnen
end-question = Übung beenden?
end-question-text = Die Übung endet hier und lässt sich nicht wieder aufnehmen. Was noch läuft, zählt als nicht abgeschlossen.
end-confirm = Beenden und auswerten
end-cancel = Weiterspielen
