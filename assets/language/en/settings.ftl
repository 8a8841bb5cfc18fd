settings-unreadable = The settings cannot be read; defaults are used
settings-refused = This setting cannot take effect
settings-not-kept = The settings cannot be kept
