strip-name = Zeitachse der Übung
strip-messages = Nachrichten
strip-decisions = Entscheidungen
strip-statements = Stellungnahmen
strip-stories = Berichte
strip-trust = Vertrauen { $trust }
strip-trust-unknown = Vertrauen ?
