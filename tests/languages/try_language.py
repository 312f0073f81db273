"""The tests of languages for one of them alone, in the copy of `test_new_language`."""

import sys
import tempfile
from pathlib import Path

from tests.languages import test_articles
from tests.tagging import test_languages


def main(code: str) -> int:
    """Try every case that the tests of languages have found of a language; return how many."""
    cases = 0
    for language, example in test_languages.EXAMPLES:
        if language == code:
            test_languages.test_an_example_is_read_as_a_careful_reader_would(language, example)
            cases += 1
    for kind, test in (
        ("nothing", test_languages.test_nothing_is_found_where_no_time_is_told),
        ("undated", test_languages.test_nothing_is_dated_where_no_date_is_told),
    ):
        for case in test_languages.negative(kind):
            if case[0] == code:
                test(*case)
                cases += 1
    for language, told in test_articles.ARTICLES:
        if language == code:
            with tempfile.TemporaryDirectory() as folder:
                test_articles.test_the_events_of_an_article_are_dated_and_named(
                    language, told, Path(folder)
                )
            cases += 1
    return cases


if __name__ == "__main__":
    print(main(sys.argv[1]), "passed")
