sheet-close = Close
sheet-shortcuts = Keyboard
sheet-shortcuts-text = Keys without Ctrl rest while you type. Everything else you can do has a name: open all commands and type a few letters of it.

palette-hint = What do you want to do?
palette-field = Search all commands
palette-nothing = No command has these words in its name.
palette-command = Command: { $name }

tools-light = Light theme
tools-dark = Dark theme
tools-settings = Settings
tools-shortcuts = Keyboard
tools-palette = All commands

task-continue = The session is played again up to where it stood
task-replay = The session is played for looking at it again
task-debrief = The session is scored and its debrief is written
task-pdf = The debrief is typeset
task-cancel = Call it off

task-choose = Choose a file in the dialog
file-kind = Sessions and scenarios
file-unknown = This is no session and no scenario
file-unknown-text = { $path }: sessions end in .drill; a scenario is a folder with a scenario.ron in it.
task-broken = The work stopped without a result
task-broken-text = This is a mistake of the program. The session is on disk as it was.

notice-dismiss = Dismiss
masthead-library = Library
masthead-title = Golden Hour
