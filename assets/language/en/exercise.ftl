exercise-situation = Situation
exercise-newsroom = Newsroom
exercise-social = Social
exercise-sentiment = Sentiment
exercise-statement = Statement
exercise-documents = Documents
