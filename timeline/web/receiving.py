"""How waitress takes a request: what it cannot keep while it comes is answered with a sentence."""

from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.utilities import Error


class NoRoomError(Error):  # type: ignore[misc] # waitress has no types
    """The answer where the temporary folder does not take the body of a request."""

    code = 507
    reason = "Insufficient Storage"


class Parser(HTTPRequestParser):  # type: ignore[misc] # as above
    """Reads a request; large bodies lie in the temporary folder."""

    def received(self, data: bytes) -> int:
        """Take some bytes; return how many of them belong to this request."""
        try:
            return int(super().received(data))
        except OSError as error:
            words = f"The temporary folder of the server cannot be used ({error.strerror})."
            self.error = NoRoomError(f"{words} Nothing was changed.")
            self.completed = True
            return len(data)


class Channel(HTTPChannel):  # type: ignore[misc] # as above
    """A connection whose requests are read by our parser."""

    parser_class: Any = Parser
