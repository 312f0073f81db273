"""Where a store lies: a file path or a database URL, read into SQLAlchemy's form."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from timeline.errors import StoreNameError
from timeline.wording.names import plain

SQLITE = "sqlite"
_IN_MEMORY = (None, "", ":memory:")


def address_of(where: str | Path) -> URL:
    """Read a file path or an SQLAlchemy URL; raise StoreNameError where it can be none."""
    text = str(where)
    url = _url(text) if "://" in text else URL.create(SQLITE, database=text)
    if url.get_backend_name() == SQLITE:
        _check_file(url)
    return url


def split_address(where: str | Path) -> tuple[str, str | None]:
    """Part an address from the collection behind its last #.

    A file of the whole name wins, and what holds a dot or slash belongs to a file's name.
    """
    text = str(where)
    address, sign, name = text.rpartition("#")
    if not sign or not address or "." in name or "/" in name:
        return text, None
    if "://" not in text and _is_file(text):
        return text, None
    return address, name


def _is_file(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def shown(url: URL) -> str:
    """Name the store for a message: the file's path, or the URL without its password."""
    if url.get_backend_name() == SQLITE:
        return str(url.database)
    return url.render_as_string(hide_password=True)


def written(url: URL) -> str:
    """Write an address so that `address_of` reads the same again; the password stands in it."""
    if url.get_backend_name() == SQLITE:
        name = str(url.database)
        return name if name.startswith("file:") else str(Path(name).absolute())
    return url.render_as_string(hide_password=False)


def _url(text: str) -> URL:
    try:
        return make_url(text)
    except ArgumentError:
        raise StoreNameError(
            f"{text.partition('://')[0]}://…: not a database address; "
            "give a file or an address like postgresql://user@host/name"
        ) from None


def _check_file(url: URL) -> None:
    name = url.database
    if name is None or name in _IN_MEMORY:
        raise StoreNameError("a store in memory would be lost at once: give a file")
    if name.startswith("file:"):
        return
    path = Path(name)
    try:
        is_folder, has_folder = path.is_dir(), path.absolute().parent.is_dir()
    except OSError as error:
        raise StoreNameError(f"{plain(name)}: {error.strerror}; give another file") from error
    if is_folder:
        raise StoreNameError(f"{name}: is a folder; give a file for the store")
    if not has_folder:
        raise StoreNameError(f"{name}: there is no folder {path.absolute().parent}; make it first")
