"""What an entry of the timeline allows, with a parser and without one: nothing is loaded here."""

LONGEST_TITLE = 110  # characters: what the longest lines of lists and labels can show
CUES_ONLY = 0.4  # confidence of an entry in a language without a parser
