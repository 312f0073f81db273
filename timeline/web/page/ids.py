"""Names of the components that callbacks speak to; each Output has one owner.

The scripts in `assets/scripts/` use the same names. What is only known and not seen are values:
properties of one component (`parts.Values`).
"""

VALUES = "values"

# Values: the state, whole as the address holds it, and the parts of it that panels listen to.
BOOT = "boot"
STATE = "state"
VIEW = "view"  # filters, words and window
LATER = "later"  # the same, on opening the page not before the chart stands
STANDS = "stands"  # set once, when the chart stands
LANES = "lanes"
SELECTED = "selected"
TELLINGS = "tellings"  # of which event more are shown, and how many
ARTICLE = "article"
LISTING = "listing"  # order and length of the table
STORY = "story"
COMPARISON = "comparison"
TAB = "tab"  # which of the lists is open
DIGEST = "digest"  # how many of the days that matter
NAMED = "named"  # the name whose page is open
THEME = "theme"
WHO = "who"  # the name that decisions are kept under
WIDTH = "width"  # of the chart, in pixels

# Values: what the server tells the scripts.
VERSION = "version"
ORDER = "order"  # ids of the events in view, by date
DRAWN = "drawn"  # the window that is drawn
SPOKEN = "spoken"

RUNS_SEEN = "runs_seen"
RUNS_ASKED = "runs_asked"
TICK = "tick"  # set from time to time, so that callbacks look again

# What is seen.
RUNS = "runs"
COUNTS = "counts"
EXPORT_MENU = "export-menu"
SEARCH = "search"
SEARCH_HELP = "search-help"
CHIPS = "chips"
FACETS = "facets"
TIMELINE = "timeline"
TIMELINE_NOTE = "timeline-note"
TIMELINE_EMPTY = "timeline-empty"
OVERVIEW = "overview"
FOLD_OFFER = "fold-offer"
AROUND = "around"
LEGEND = "legend"
DAYS = "days"
DAYS_COUNT = "days-count"
TABLE = "table"
TABLE_COUNT = "table-count"
UNDATED = "undated"
UNDATED_COUNT = "undated-count"
ARTICLES = "articles"
ARTICLES_COUNT = "articles-count"
VERTICAL = "vertical"
VIEW_MENU = "view-menu"
STORY_LIST = "story-list"
STORY_COUNT = "story-count"
STORY_CARDS = "story-cards"
SOURCES = "sources"
SOURCES_COUNT = "sources-count"
MAP = "map"
MAP_COUNT = "map-count"
REVIEW = "review"
REVIEW_COUNT = "review-count"
HISTORY = "history"
HISTORY_COUNT = "history-count"
EVIDENCE = "evidence"
LIKELY = "likely"
ARTICLE_BODY = "article-body"
NAME_BODY = "name-body"
NAME_OFFERS = "name-offers"
