# Why a decision is refused.
wording-ended = the exercise has ended
wording-unknown-action = unknown action `{ $id }`
wording-unknown-role = unknown role `{ $id }`
wording-past = it is already { $now }
wording-future = it is only { $now }
wording-already-done = this has already been done
wording-running = this is in progress until { $until }
wording-not-called = the { $role } has not been called in
wording-arrives = the { $role } arrives at { $at }
wording-busy = the { $role } is busy until { $until }
wording-wants-nothing = this requires no further input
wording-wants-choice = this requires one of the choices
wording-wants-statement = this requires a statement
wording-wants-reply = this requires an answer to an open inquiry
wording-statement-empty = the statement has no text yet; the outline alone says nothing
wording-statement-too-long = the statement is longer than { $limit } characters
wording-update-past = the statement promises an update in the past
wording-update-too-late = the statement promises an update after { $latest }
wording-unknown-topic = the statement addresses the unknown topic `{ $id }`
wording-topic-twice = the statement addresses `{ $id }` more than once
wording-topic-impossible = the statement makes a claim that does not exist for `{ $id }`
wording-no-inquiry = there is no open inquiry `{ $id }`

# Knowledge of a fact.
wording-unknown = Unknown
wording-suspected = Suspected
wording-confirmed = Confirmed

# What the team did.
wording-begun = Started: { $title } (until { $until })
wording-redone = Error: { $title } must be partly redone (until { $until })
wording-slipped = Sent with an error: { $title }
wording-approved = Approved by the { $role }: { $title }
wording-finished = Finished: { $title }
wording-at-work = On duty: { $role }
wording-found-out = Confirmed: { $fact }
wording-unanswered = Not answered in time: { $question }

# Stage of a statement.
wording-drafting = being drafted
wording-waiting = waiting for the { $role }
wording-approving = under review by the { $role }

# Channel of a message.
wording-email = E-mail
wording-call = Call
wording-chat = Chat
wording-alert = Alert
wording-letter = Letter
wording-post = Post
wording-news = News
wording-in-person = In person

# Audience of a statement.
wording-to-public = to the public
wording-to-customers = to affected customers
wording-to-staff = to staff
wording-to-stakeholder = to one stakeholder

# State of the shop.
wording-shop-online = Shop online
wording-shop-degraded = Shop degraded
wording-shop-down = Shop offline

# Moods of posts.
wording-angry = angry
wording-afraid = afraid
wording-asking = asking
wording-calm = calm
wording-grateful = grateful

# What many posts say.
wording-cover-up = they are hiding something
wording-negligence = they did not take care
wording-fraud = my money is next
wording-no-answer = they are not answering
wording-praise = they handle it well

# A claim compared with the facts and with what the team knew.
wording-true-and-known = true and known
wording-true-but-unknown = true, but not known
wording-false = false
wording-named-unknown = stated as not known yet

# Verdicts on criteria.
wording-met = met
wording-late = late
wording-partial = partial
wording-missed = missed
wording-not-applicable = not applicable

# Meaning of the ratings P, S, M and U.
wording-rated-p = performed without challenges
wording-rated-s = performed with some challenges
wording-rated-m = performed with major challenges
wording-rated-u = unable to be performed

# Result of a clock.
wording-clock-not-triggered = not triggered
wording-clock-met = met
wording-clock-late = late
wording-clock-missed = missed
wording-clock-open = open at EndEx

# Why a file cannot be written.
wording-unwritten-no-name = the path has no file name
wording-unwritten-no-folder = there is no folder { $folder }; create it first
wording-unwritten-not-a-folder = { $folder } is not a folder
wording-unwritten-is-folder = a folder with this name already exists
wording-unwritten-refused = no permission to write in the folder { $folder }
wording-unwritten-protected = the file is write-protected
wording-unwritten-read-only-disk = the disk is read-only
wording-unwritten-full = the disk is full; free some space and try again
wording-unwritten-name-too-long = the name is too long
wording-unwritten-in-use = the file is open in another program; close it there first
wording-unwritten-endless-link = the symbolic link is broken
wording-unwritten-source = the output would overwrite an input file
wording-unwritten-another-kind = a file of another kind already exists there

# Kinds of turning points.
wording-alternative-decision = decision
wording-alternative-lateness = late
wording-alternative-choice = choice
wording-alternative-falsehood = false claim
wording-alternative-omission = omission
wording-alternative-asked = what-if

# What a statement says beyond the claims of the scenario.
wording-data-taken = Taken: { $data }
wording-data-spared = Not taken: { $data }
wording-data-names = Names
wording-data-addresses = Postal addresses
wording-data-emails = E-mail addresses
wording-data-phones = Phone numbers
wording-data-birth-dates = Dates of birth
wording-data-passwords = Passwords
wording-data-cards = Card details
wording-data-saved-cards = Saved cards
wording-data-security-codes = Card security codes
wording-data-bank-details = Bank details
wording-data-identity-documents = Identity documents
wording-data-health = Health data
wording-data-orders = Orders
wording-data-gift-cards = Gift card codes
wording-data-photos = Photographs
wording-data-social-security = Tax and social security numbers
wording-deed-police-told = The police have been informed
wording-deed-police-told-not = The police have not been informed
wording-deed-regulator-told = The data protection authority has been notified
wording-deed-regulator-told-not = The data protection authority has not been notified
wording-deed-customers-told = Those affected have been contacted
wording-deed-customers-told-not = Those affected have not been contacted
wording-deed-staff-told = Staff have been informed
wording-deed-staff-told-not = Staff have not been informed
wording-deed-shop-closed = The shop is closed
wording-deed-shop-closed-not = The shop is open
wording-cause = Cause: { $cause }
wording-cause-insider = a member of staff
wording-cause-supplier = a supplier
wording-cause-phishing = a deceptive message
wording-cause-stolen-login = a stolen or forgotten log-in
wording-cause-reused-passwords = passwords from another breach
wording-cause-software-flaw = a flaw in software
wording-cause-misconfiguration = a wrong setting
wording-cause-malware = malicious software
wording-cause-lost-device = a lost device
wording-cause-burglary = a burglary
wording-wrong-day = A day that does not match the timeline
wording-ruled-true = True, as the facilitator ruled
wording-ruled-false = False, as the facilitator ruled
