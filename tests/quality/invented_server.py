"""Serves the page over invented events until it is ended: `… COUNT PORT`."""

import sys

from waitress import create_server

from tests.web import sample
from timeline.web.server import make_page


def main() -> None:
    """Make the events, then serve them."""
    count, port = (int(text) for text in sys.argv[1:3])
    shelved = sample.Shelved(sample.many(count))
    app = make_page(shelved, shelved.publish, shelved.foresee)
    create_server(app.server, host="127.0.0.1", port=port, threads=8).run()


if __name__ == "__main__":
    main()
