gallery-title = Galerie der Bedienelemente
gallery-sample = Heute Morgen haben wir in unserem Shop Schadcode gefunden und entfernt.
gallery-type = Typografie
gallery-colors = Farben
gallery-controls = Bedienelemente
gallery-field = Musterfeld
gallery-long-field = Dreizeiliges Musterfeld
gallery-marks = Kennzeichen
gallery-empty = Nichts anzuzeigen
gallery-markdown = ## Eine Überschrift
    
    Text in **fett**, *kursiv* und als `Code`.
    
    - eins
    - zwei
gallery-papers = Titelseiten
gallery-headline = Shop sagt, was er weiß und was er noch prüft
gallery-outlet = Das Muster
gallery-sender = Der Shop
