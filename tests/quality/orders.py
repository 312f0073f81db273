"""The same files together, one by one, in any order and with three processes: the same exports.

    python -m tests.quality.orders FOLDER [MOST]

The files of a folder, MOST at most, are read through the command line into five stores: the folder
as a whole with one process and with three, its files one by one in their order and backwards, and
in two halves, shuffled, the later half first. Every text format is exported from each store, and
JSON from no store at all, and compared byte for byte. Printed is what differs; the exit code is 1
then.
"""

import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from timeline.cli.main import cli
from timeline.export import FORMATS
from timeline.reading import Source, sources

TEXT = tuple(name for name, kind in FORMATS.items() if not kind.binary)
METADATA = "metadata.csv"
Exports = dict[str, bytes]


def compared(folder: Path, most: int, work: Path) -> Iterator[str]:
    """Yield a line for each way of reading and format whose bytes differ from the first way's."""
    files = _laid_out(folder, most, work)
    together = work / "together"
    backwards = files[::-1]
    shuffled = random.Random(1).sample(files, len(files))
    half = len(files) // 2
    ways = {
        "together, 1 process": [([together], 1)],
        "together, 3 processes": [([together], 3)],
        "one by one": [([file], 1) for file in files],
        "one by one, backwards": [([file], 1) for file in backwards],
        "in two halves, shuffled": [(shuffled[half:], 1), (shuffled[:half], 1)],
    }
    first: Exports | None = None
    for way, runs in ways.items():
        made = _exports(work / f"{len(way)}-{way[:3]}.sqlite", runs)
        first = first or made
        yield from (f"{way}: {name} differs" for name in TEXT if made[name] != first[name])
    for jobs in (1, 3):
        direct = _run("extract", str(together), "--format", "json", "--jobs", str(jobs))
        if first is None or direct != first["json"]:
            yield f"without a store, {jobs} processes: json differs"


def _laid_out(folder: Path, most: int, work: Path) -> list[Path]:
    """Copy the files below one folder, and each into one of its own beside the metadata."""
    found = [s for s in sources([folder]) if isinstance(s, Source)]
    together = work / "together"
    together.mkdir()
    metadata = folder / METADATA
    if metadata.is_file():
        shutil.copyfile(metadata, together / METADATA)
    alone = []
    for number, source in enumerate(found[:most]):
        name = source.document.replace("/", "--")
        single = work / str(number)
        single.mkdir()
        for target in (together, single):
            shutil.copyfile(source.path, target / name)
        if metadata.is_file():
            shutil.copyfile(metadata, single / METADATA)
        alone.append(single)
    return alone


def _exports(store: Path, runs: Sequence[tuple[Sequence[Path], int]]) -> Exports:
    for paths, jobs in runs:
        _run("extract", *map(str, paths), "--store", str(store), "--jobs", str(jobs))
    return {name: _run("export", "--store", str(store), "--format", name) for name in TEXT}


def _run(*arguments: str) -> bytes:
    """Run a command, and return its output; what it could not read is printed, and no error."""
    result = CliRunner().invoke(cli, arguments)
    if result.exit_code not in (0, 1) or (result.exception and result.exit_code != 1):
        raise SystemExit(f"{' '.join(arguments)}: {result.output}")
    for line in result.stderr.splitlines():
        if line.startswith("not read"):  # on a busy machine a file may take too long once
            print(line)
    return result.stdout_bytes


def main(folder: Path, most: int) -> int:
    """Compare the ways of reading a folder; return the number of differences."""
    with TemporaryDirectory() as work:
        different = list(compared(folder, most, Path(work)))
    for line in different:
        print(line)
    print(f"{len(TEXT)} formats, {len(different)} differences")
    return len(different)


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60)))
