"""What an entry of the timeline allows, with a parser and without one: nothing is loaded here."""

LONGEST_TITLE = 110  # characters, what a line of a list shows
CUES_ONLY = 0.4  # confidence of an entry in a language without a parser
