"""How many bytes of requests may be on their way at once: from one address, and in all."""

from threading import Lock

MOST, MOST_PER_ADDRESS = 1_000_000_000, 400_000_000  # bytes, on the disk until they are read


class BodyBudget:
    """Counts the bodies that are received or read. Safe to share between threads."""

    def __init__(self, most: int = MOST, most_per_address: int = MOST_PER_ADDRESS) -> None:
        """Take the bytes that are allowed in all, and those of one address."""
        self._most = most
        self._most_per_address = most_per_address
        self._taken: dict[object, tuple[str, int]] = {}
        self._lock = Lock()

    def take(self, request: object, address: str, size: int) -> bool:
        """Take room for the body of a request; say whether there was enough."""
        with self._lock:
            taken = list(self._taken.values())
            in_all = sum(other for _, other in taken)
            of_address = sum(other for holder, other in taken if holder == address)
            fits = size <= self._most - in_all and size <= self._most_per_address - of_address
            if fits:
                self._taken[request] = address, size
            return fits

    def give_back(self, request: object) -> None:
        """Release what a request took, if it took any."""
        with self._lock:
            self._taken.pop(request, None)

    @property
    def taken(self) -> int:
        """The bytes that are taken now."""
        with self._lock:
            return sum(size for _, size in self._taken.values())
