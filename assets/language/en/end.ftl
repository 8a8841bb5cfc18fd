end-reached = EndEx
end-reached-text = The exercise has reached its end. Everything is recorded.
end-open-debrief = Open the debrief
end-question = End the exercise?
end-question-text = Play stops here and cannot be taken up again. What is under way is scored as unfinished.
end-confirm = End and debrief
end-cancel = Keep playing
