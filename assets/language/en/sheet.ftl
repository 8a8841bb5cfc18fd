sheet-close = Close
sheet-shortcuts = Keyboard shortcuts
sheet-shortcuts-text = Single-key shortcuts are off while you type. To run any other command, open All commands and type part of its name.

palette-hint = Type a command
palette-field = Search all commands
palette-nothing = No matching commands.
palette-command = Command: { $name }

tools-light = Light theme
tools-dark = Dark theme
tools-settings = Settings
tools-shortcuts = Keyboard shortcuts
tools-palette = All commands

task-continue = Restoring session…
task-replay = Preparing replay…
task-debrief = Scoring session and preparing debrief…
task-pdf = Creating PDF…
task-cancel = Cancel

task-choose = Choose a file in the dialog
file-kind = Sessions and scenarios
file-unknown = Not a session or scenario
file-unknown-text = { $path }: a session file ends in .drill; a scenario is a folder that contains scenario.ron.
task-broken = The task stopped without a result
task-broken-text = This is a bug in the program. The session file on disk is unchanged.

notice-dismiss = Dismiss
masthead-library = Library
masthead-title = Golden Hour
