# Warum eine Entscheidung abgelehnt wird.
wording-ended = die Übung ist zu Ende
wording-unknown-action = keine Entscheidung namens `{ $id }`
wording-unknown-role = keine Rolle namens `{ $id }`
wording-past = es ist bereits { $now }
wording-future = es ist erst { $now }
wording-already-done = bereits erledigt
wording-running = in Arbeit bis { $until }
wording-not-called = { $role }: nicht einberufen
wording-arrives = { $role }: trifft { $at } ein
wording-busy = { $role }: ausgelastet bis { $until }
wording-wants-nothing = diese Entscheidung braucht weder Option noch Stellungnahme
wording-wants-choice = diese Entscheidung braucht die Wahl einer Option
wording-wants-statement = diese Entscheidung braucht eine Stellungnahme
wording-wants-reply = diese Entscheidung braucht die Antwort auf eine offene Anfrage
wording-statement-empty = die Erklärung hat noch keinen Text; der Plan allein sagt nichts aus
wording-statement-too-long = die Stellungnahme ist länger als { $limit } Zeichen
wording-update-past = das angekündigte Update liegt in der Vergangenheit
wording-update-too-late = das angekündigte Update liegt nach { $latest }
wording-unknown-topic = kein Thema namens `{ $id }`
wording-topic-twice = die Stellungnahme behandelt das Thema `{ $id }` zweimal
wording-topic-impossible = diese Aussage ist zum Thema `{ $id }` nicht möglich
wording-no-inquiry = keine offene Anfrage namens `{ $id }`

# Kenntnisstand zu einer Tatsache.
wording-unknown = Unbekannt
wording-suspected = Vermutet
wording-confirmed = Bestätigt

# Was das Team getan hat.
wording-begun = Begonnen: { $title } (bis { $until })
wording-redone = Fehler: { $title } ist teilweise zu wiederholen (bis { $until })
wording-slipped = Mit einem Fehler versendet: { $title }
wording-approved = Freigegeben, { $role }: { $title }
wording-finished = Abgeschlossen: { $title }
wording-at-work = Im Dienst: { $role }
wording-found-out = Bestätigt: { $fact }
wording-unanswered = Nicht fristgerecht beantwortet: { $question }

# Stand einer Stellungnahme.
wording-drafting = wird entworfen
wording-waiting = wartet auf: { $role }
wording-approving = zur Freigabe bei: { $role }

# Kanal einer Nachricht.
wording-email = E-Mail
wording-call = Anruf
wording-chat = Chat
wording-alert = Alarm
wording-letter = Brief
wording-post = Beitrag
wording-news = Bericht
wording-in-person = Persönlich

# Zielgruppe einer Stellungnahme.
wording-to-public = an die Öffentlichkeit
wording-to-customers = an betroffene Kundinnen und Kunden
wording-to-staff = an die Beschäftigten
wording-to-stakeholder = an eine einzelne Stelle

# Zustand des Shops.
wording-shop-online = Shop online
wording-shop-degraded = Shop eingeschränkt
wording-shop-down = Shop offline

# Stimmung von Beiträgen.
wording-angry = wütend
wording-afraid = besorgt
wording-asking = fragend
wording-calm = ruhig
wording-grateful = dankbar

# Was viele Beiträge sagen.
wording-cover-up = die verheimlichen etwas
wording-negligence = die haben nicht aufgepasst
wording-fraud = als Nächstes ist mein Geld weg
wording-no-answer = die antworten einfach nicht
wording-praise = die machen das gut

# Eine Aussage im Vergleich mit den Fakten und dem Kenntnisstand.
wording-true-and-known = wahr und bekannt
wording-true-but-unknown = wahr, aber nicht bekannt
wording-false = falsch
wording-named-unknown = als offen bezeichnet

# Bewertung der Kriterien.
wording-met = erfüllt
wording-late = verspätet
wording-partial = teilweise
wording-missed = nicht erfüllt
wording-not-applicable = nicht anwendbar

# Bedeutung der Noten P, S, M und U.
wording-rated-p = ohne Schwierigkeiten bewältigt
wording-rated-s = mit einigen Schwierigkeiten bewältigt
wording-rated-m = mit großen Schwierigkeiten bewältigt
wording-rated-u = nicht bewältigt

# Ergebnis einer Frist.
wording-clock-not-triggered = nicht ausgelöst
wording-clock-met = eingehalten
wording-clock-late = verspätet
wording-clock-missed = versäumt
wording-clock-open = bei Übungsende offen

# Warum sich eine Datei nicht schreiben lässt.
wording-unwritten-no-name = der Pfad enthält keinen Dateinamen
wording-unwritten-no-folder = der Ordner { $folder } existiert nicht; bitte zuerst anlegen
wording-unwritten-not-a-folder = { $folder } ist kein Ordner
wording-unwritten-is-folder = ein Ordner dieses Namens existiert bereits
wording-unwritten-refused = keine Schreibrechte im Ordner { $folder }
wording-unwritten-protected = die Datei ist schreibgeschützt
wording-unwritten-read-only-disk = der Datenträger ist schreibgeschützt
wording-unwritten-full = der Datenträger ist voll; bitte Platz schaffen und erneut versuchen
wording-unwritten-name-too-long = der Dateiname ist zu lang
wording-unwritten-in-use = die Datei ist in einem anderen Programm geöffnet; bitte dort zuerst schließen
wording-unwritten-endless-link = die symbolische Verknüpfung ist defekt
wording-unwritten-source = die Ausgabe würde eine Eingabedatei überschreiben
wording-unwritten-another-kind = dort existiert bereits eine Datei anderer Art

# Arten von Wendepunkten.
wording-alternative-decision = Entscheidung
wording-alternative-lateness = zu spät
wording-alternative-choice = Option
wording-alternative-falsehood = falsche Aussage
wording-alternative-omission = Unterlassung
wording-alternative-asked = Was-wäre-wenn

# Was eine Erklärung über die Aussagen des Szenarios hinaus sagt.
wording-data-taken = Entwendet: { $data }
wording-data-spared = Nicht entwendet: { $data }
wording-data-names = Namen
wording-data-addresses = Anschriften
wording-data-emails = E-Mail-Adressen
wording-data-phones = Telefonnummern
wording-data-birth-dates = Geburtsdaten
wording-data-passwords = Passwörter
wording-data-cards = Kartendaten
wording-data-saved-cards = Gespeicherte Karten
wording-data-security-codes = Kartenprüfnummern
wording-data-bank-details = Bankverbindungen
wording-data-identity-documents = Ausweisdokumente
wording-data-health = Gesundheitsdaten
wording-data-orders = Bestellungen
wording-data-gift-cards = Gutscheincodes
wording-data-photos = Fotos
wording-data-social-security = Steuer- und Sozialversicherungsnummern
wording-deed-police-told = Die Polizei ist informiert
wording-deed-police-told-not = Die Polizei ist nicht informiert
wording-deed-regulator-told = Die Datenschutzaufsicht ist informiert
wording-deed-regulator-told-not = Die Datenschutzaufsicht ist nicht informiert
wording-deed-customers-told = Die Betroffenen sind benachrichtigt
wording-deed-customers-told-not = Die Betroffenen sind nicht benachrichtigt
wording-deed-staff-told = Das Personal ist informiert
wording-deed-staff-told-not = Das Personal ist nicht informiert
wording-deed-shop-closed = Der Shop ist geschlossen
wording-deed-shop-closed-not = Der Shop ist geöffnet
wording-cause = Ursache: { $cause }
wording-cause-insider = eigenes Personal
wording-cause-supplier = ein Dienstleister
wording-cause-phishing = eine betrügerische Nachricht
wording-cause-stolen-login = ein gestohlener oder vergessener Zugang
wording-cause-reused-passwords = Passwörter aus einem anderen Datenleck
wording-cause-software-flaw = eine Softwarelücke
wording-cause-misconfiguration = eine falsche Einstellung
wording-cause-malware = Schadsoftware
wording-cause-lost-device = ein verlorenes Gerät
wording-cause-burglary = ein Einbruch
wording-wrong-day = Ein Tag, der nicht zum Ablauf passt
wording-ruled-true = Wahr nach Urteil der Übungsleitung
wording-ruled-false = Falsch nach Urteil der Übungsleitung
