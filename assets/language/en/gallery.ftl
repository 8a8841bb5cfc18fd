gallery-title = Gallery
gallery-sample = We found foreign code in our shop this morning and have taken it out.
gallery-type = Type
gallery-colors = Colors
gallery-controls = Controls
gallery-field = Sample field
gallery-long-field = Sample field of three lines
gallery-marks = Marks
gallery-empty = Nothing here
gallery-markdown = ## A heading
    
    Text with **weight**, *slant* and `code`.
    
    - one
    - two
gallery-papers = Papers
gallery-headline = Shop says what it knows, and what it does not
gallery-outlet = The Sample
gallery-sender = The shop
