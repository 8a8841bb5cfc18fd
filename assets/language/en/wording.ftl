# Why a decision cannot be carried out.
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
wording-statement-empty = the statement is empty
wording-statement-too-long = the statement is longer than { $limit } characters
wording-update-past = the statement promises an update in the past
wording-update-too-late = the statement promises an update after { $latest }
wording-unknown-topic = the statement addresses the unknown topic `{ $id }`
wording-topic-twice = the statement addresses `{ $id }` more than once
wording-topic-impossible = the statement makes a claim that does not exist for `{ $id }`
wording-no-inquiry = there is no open inquiry `{ $id }`

# How far a fact is known.
wording-unknown = Unknown
wording-suspected = Suspected
wording-confirmed = Confirmed

# What the team did.
wording-begun = Begun: { $title } (until { $until })
wording-redone = An error: { $title } has to be done again in part (until { $until })
wording-slipped = Went out with a slip: { $title }
wording-approved = Approved by the { $role }: { $title }
wording-finished = Finished: { $title }
wording-at-work = At work: { $role }
wording-found-out = Confirmed: { $fact }
wording-unanswered = Not answered in time: { $question }

# Where a statement stands.
wording-drafting = being drafted
wording-waiting = waits for the { $role }
wording-approving = with the { $role }

# How a message came.
wording-email = E-mail
wording-call = Call
wording-chat = Chat
wording-alert = Alert
wording-letter = Letter
wording-post = Post
wording-news = News
wording-in-person = In person

# To whom a statement went.
wording-to-public = to the public
wording-to-customers = to the customers affected
wording-to-staff = to the staff
wording-to-stakeholder = to one party

# How the shop is.
wording-shop-online = Shop online
wording-shop-degraded = Shop degraded
wording-shop-down = Shop closed

# Moods of posts.
wording-angry = angry
wording-afraid = afraid
wording-asking = asking
wording-calm = calm
wording-grateful = thankful

# What many posts say.
wording-cover-up = they are hiding something
wording-negligence = they did not take care
wording-fraud = my money is next
wording-no-answer = nobody answers
wording-praise = they handle it well

# How a claim stood to truth and knowledge.
wording-true-and-known = true and known
wording-true-but-unknown = true, but not known
wording-false = false
wording-named-unknown = named as not known

# Verdicts on criteria.
wording-met = met
wording-late = late
wording-partial = partial
wording-missed = missed
wording-not-applicable = not applicable

# What the marks P, S, M and U mean.
wording-rated-p = performed without challenges
wording-rated-s = performed with some challenges
wording-rated-m = performed with major challenges
wording-rated-u = unable to be performed

# How a clock came out.
wording-clock-not-triggered = not triggered
wording-clock-met = met
wording-clock-late = late
wording-clock-missed = missed
wording-clock-open = open at EndEx
wording-unwritten-no-name = this names no file
wording-unwritten-no-folder = there is no folder { $folder }; make it first
wording-unwritten-not-a-folder = { $folder } is not a folder
wording-unwritten-is-folder = there is a folder of this name; move it away
wording-unwritten-refused = nothing may be written in the folder { $folder }
wording-unwritten-protected = the file is write-protected
wording-unwritten-read-only-disk = the disk is read-only
wording-unwritten-full = the disk is full; make room and try again
wording-unwritten-name-too-long = the name is too long
wording-unwritten-in-use = the file is open in another program; close it there first
wording-unwritten-endless-link = the link leads to no file
wording-unwritten-source = it would replace the file that it is made from
wording-unwritten-another-kind = what is there already is another kind of file
wording-alternative-decision = decision
wording-alternative-lateness = came late
wording-alternative-choice = choice
wording-alternative-falsehood = false claim
wording-alternative-omission = never done
wording-alternative-asked = asked
