gallery-title = Galerie
gallery-sample = Heute Morgen haben wir in unserem Shop fremden Code gefunden und entfernt.
gallery-type = Schrift
gallery-colors = Farben
gallery-controls = Bedienung
gallery-field = Musterfeld
gallery-long-field = Musterfeld mit drei Zeilen
gallery-marks = Zeichen
gallery-empty = Hier ist nichts
gallery-markdown = ## Eine Überschrift
    
    Text mit **Gewicht**, *Neigung* und `Code`.
    
    - eins
    - zwei
gallery-papers = Papiere
gallery-headline = Shop sagt, was er weiß und was nicht
gallery-outlet = Das Muster
gallery-sender = Der Shop
