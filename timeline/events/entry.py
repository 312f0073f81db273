"""What an entry of the timeline allows, with a parser and without one: nothing is loaded here."""

LONGEST_TITLE = 90  # characters, about what a label or a list line can show
CUES_ONLY = 0.4  # confidence of an entry in a language without a parser
