strip-name = Exercise timeline
strip-messages = Messages
strip-decisions = Decisions
strip-statements = Statements
strip-stories = Stories
strip-trust = Trust { $trust }
strip-trust-unknown = Trust ?
