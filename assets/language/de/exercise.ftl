exercise-situation = Lage
exercise-newsroom = Presse
exercise-social = Netz
exercise-sentiment = Stimmung
exercise-statement = Stellungnahme
exercise-documents = Dokumente
