# Warum eine Entscheidung nicht ausgeführt werden kann.
wording-ended = die Übung ist zu Ende
wording-unknown-action = es gibt keine Maßnahme `{ $id }`
wording-unknown-role = es gibt keine Rolle `{ $id }`
wording-past = es ist schon { $now }
wording-future = es ist erst { $now }
wording-already-done = das ist bereits erledigt
wording-running = das läuft bereits, bis { $until }
wording-not-called = { $role }: noch nicht einberufen
wording-arrives = { $role }: trifft { $at } ein
wording-busy = { $role }: beschäftigt bis { $until }
wording-wants-nothing = hier ist nichts weiter anzugeben
wording-wants-choice = hier ist eine der Möglichkeiten zu wählen
wording-wants-statement = hier fehlt eine Stellungnahme
wording-wants-reply = hier fehlt die Antwort auf eine offene Anfrage
wording-statement-empty = die Stellungnahme sagt nichts
wording-statement-too-long = die Stellungnahme ist länger als { $limit } Zeichen
wording-update-past = die Stellungnahme kündigt etwas für einen Zeitpunkt an, der vorbei ist
wording-update-too-late = die Stellungnahme kündigt etwas für die Zeit nach { $latest } an
wording-unknown-topic = die Stellungnahme spricht über `{ $id }`, das Thema gibt es nicht
wording-topic-twice = die Stellungnahme spricht zweimal über `{ $id }`
wording-topic-impossible = das kann die Stellungnahme über `{ $id }` nicht sagen
wording-no-inquiry = auf eine Antwort zu `{ $id }` wartet niemand

# Wie weit eine Tatsache bekannt ist.
wording-unknown = Unbekannt
wording-suspected = Vermutet
wording-confirmed = Bestätigt

# Was das Team getan hat.
wording-begun = Begonnen: { $title } (bis { $until })
wording-redone = Ein Fehler, zum Teil neu zu machen: { $title } (bis { $until })
wording-slipped = Mit einem Versehen hinausgegangen: { $title }
wording-approved = Freigegeben, { $role }: { $title }
wording-finished = Abgeschlossen: { $title }
wording-at-work = Bei der Arbeit: { $role }
wording-found-out = Bestätigt: { $fact }
wording-unanswered = Nicht rechtzeitig beantwortet: { $question }

# Wo eine Stellungnahme steht.
wording-drafting = wird entworfen
wording-waiting = wartet auf: { $role }
wording-approving = zur Freigabe bei: { $role }

# Wie eine Nachricht kam.
wording-email = E-Mail
wording-call = Anruf
wording-chat = Chat
wording-alert = Alarm
wording-letter = Brief
wording-post = Beitrag
wording-news = Medien
wording-in-person = Persönlich

# An wen eine Stellungnahme ging.
wording-to-public = an die Öffentlichkeit
wording-to-customers = an die betroffene Kundschaft
wording-to-staff = an die Belegschaft
wording-to-stakeholder = an eine einzelne Stelle

# Wie es um den Shop steht.
wording-shop-online = Shop online
wording-shop-degraded = Shop eingeschränkt
wording-shop-down = Shop geschlossen

# Stimmungen von Beiträgen.
wording-angry = wütend
wording-afraid = besorgt
wording-asking = fragend
wording-calm = ruhig
wording-grateful = dankbar

# Was viele Beiträge sagen.
wording-cover-up = die verheimlichen etwas
wording-negligence = die haben nicht aufgepasst
wording-fraud = als Nächstes ist mein Geld weg
wording-no-answer = da antwortet niemand
wording-praise = die machen das gut

# Wie eine Aussage zu Wahrheit und Wissen stand.
wording-true-and-known = wahr und bekannt
wording-true-but-unknown = wahr, aber nicht bekannt
wording-false = falsch
wording-named-unknown = als unbekannt benannt

# Urteile über Kriterien.
wording-met = erfüllt
wording-late = verspätet
wording-partial = teilweise
wording-missed = verfehlt
wording-not-applicable = nicht anwendbar

# Was die Noten P, S, M und U bedeuten.
wording-rated-p = ohne Schwierigkeiten bewältigt
wording-rated-s = mit einigen Schwierigkeiten bewältigt
wording-rated-m = mit großen Schwierigkeiten bewältigt
wording-rated-u = nicht bewältigt

# Wie eine Frist ausging.
wording-clock-not-triggered = nicht ausgelöst
wording-clock-met = eingehalten
wording-clock-late = verspätet
wording-clock-missed = versäumt
wording-clock-open = bei Übungsende offen
wording-unwritten-no-name = das ist kein Dateiname
wording-unwritten-no-folder = der Ordner { $folder } fehlt; er muss erst angelegt werden
wording-unwritten-not-a-folder = { $folder } ist kein Ordner
wording-unwritten-is-folder = ein Ordner trägt schon diesen Namen; er muss erst weg
wording-unwritten-refused = im Ordner { $folder } darf nichts geschrieben werden
wording-unwritten-protected = die Datei ist schreibgeschützt
wording-unwritten-read-only-disk = der Datenträger ist schreibgeschützt
wording-unwritten-full = der Datenträger ist voll; bitte Platz schaffen und noch einmal versuchen
wording-unwritten-name-too-long = der Name ist zu lang
wording-unwritten-in-use = die Datei ist in einem anderen Programm offen und muss dort erst geschlossen werden
wording-unwritten-endless-link = die Verknüpfung führt zu keiner Datei
wording-unwritten-source = die Datei, aus der sie entsteht, würde ersetzt
wording-unwritten-another-kind = dort liegt schon eine Datei anderer Art
wording-alternative-decision = Entscheidung
wording-alternative-lateness = kam spät
wording-alternative-choice = Wahl
wording-alternative-falsehood = falsche Aussage
wording-alternative-omission = nie getan
wording-alternative-asked = gefragt
