"""The most that a browser may send: one table for the forms' fields and for the boundary.

Lengths are characters unless they say otherwise. What a field of a form is held to by `maxlength`
is what the boundary allows, so that no form sends what is refused.
"""

# What people type.
DATE = 200
TITLE = 1_000
NAMES = 10_000  # actors, places or tags, between semicolons
NOTE = 20_000
QUOTE = 20_000
TAG = 80
PERSON = 80  # as the history keeps it
SEARCH = 1_000
SEARCHED_WORDS = 100  # different ones; more of them find nothing else
PASSWORD = 1_000
COLLECTION = 60

# What the page's own scripts send.
NAME = 200  # ids of events, of forms and of runs, words for what to do
VALUE = 1_000  # a status, a tag, the name of a field
DOCUMENT = 4_096  # the name of an article is a path
FORM = DOCUMENT + NAME  # a form may be called by the article that it is about
SHOWN = 100_000  # what stood in a field when a form was filled
EVENTS = 20_000  # at once; how many may be decided on together is said by the editor
DOCUMENTS = 10_000
MENTIONS = 10_000  # of one event
OFFSET = 1_000_000_000  # characters of a text
COUNT = 2**53 - 1  # the largest whole number that JavaScript counts with
PIXELS = 100_000  # of a chart: a wall of screens, zoomed out, has 30,000

# Addresses.
STATE = 20_000  # one part of the state
ADDRESS = 100_000  # the whole query
PATH = 4_000
VALUES_OF_A_KEY = 5_000  # filters of one facet, events of a story
YEARS = 1_000_000_000  # before and after year 0, where a window may begin and end

# Requests, in bytes.
CALLBACK_BODY = 2_000_000
JSON_BODY = 5_000_000
UPLOAD_BODY = 200_000_000
FORM_BODY = 100_000
NO_BODY = 10_000

# JSON: values in all, and how deep they stand in each other.
JSON_VALUES = 100_000
JSON_DEPTH = 12
