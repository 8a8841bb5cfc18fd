gallery-title = Widget gallery
gallery-sample = This morning we found malicious code in our shop and removed it.
gallery-type = Typography
gallery-colors = Colors
gallery-controls = Controls
gallery-field = Sample field
gallery-long-field = Three-line sample field
gallery-marks = Badges
gallery-empty = Nothing to show
gallery-markdown = ## A heading
    
    Text with **bold**, *italics* and `code`.
    
    - one
    - two
gallery-papers = Front pages
gallery-headline = Shop says what it knows and what it is still checking
gallery-outlet = The Sample
gallery-sender = The shop
