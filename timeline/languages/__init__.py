"""The words and rules of each language, as data, and what reads them."""

from timeline.languages.lexicon import (
    Lexicon,
    RuleRecord,
    has_words,
    load,
    own_languages,
    shared_rules,
)

__all__ = ["Lexicon", "RuleRecord", "has_words", "load", "own_languages", "shared_rules"]
