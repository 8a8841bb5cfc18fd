end-reached = EndEx
end-reached-text = The exercise is over. The session has been recorded.
end-open-debrief = Open debrief
end-question = End the exercise?
end-question-text = You cannot resume the exercise afterward. Work in progress is scored as unfinished.
end-confirm = End and debrief
end-hot-wash = End and start hot wash
end-cancel = Continue exercise
