"""Building the package and installing it as a user would, but without fetching anything.

What it depends on comes from the environment of the tests, by a file of paths; the package itself
comes from the wheel, and nothing from the checkout.
"""

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "timeline"


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment with the package in it, and a folder to work in."""

    python: Path
    place: Path

    def run(self, *command: str, stdin: str | None = None) -> "subprocess.CompletedProcess[str]":
        """Run a command of the environment, outside of the checkout."""
        return subprocess.run(
            [str(self.python.parent / command[0]), *command[1:]],
            cwd=self.place,
            env=self.environment(),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )

    def environment(self) -> dict[str, str]:
        """Return the environment variables of the user: none that leads to the checkout."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "TIMELINE"))}
        return {**kept, "PATH": f"{self.python.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def build(into: Path) -> tuple[Path, Path]:
    """Build wheel and source distribution; return their paths."""
    program = (
        "import sys, hatchling.build as b; print(b.build_wheel(sys.argv[1]));"
        "print(b.build_sdist(sys.argv[1]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(into)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    wheel, source = done.stdout.split()
    return into / wheel, into / source


def rebuilt(source: Path, into: Path) -> Path:
    """Build a wheel from an unpacked source distribution; return its path."""
    program = "import sys, hatchling.build as b; print(b.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", program, str(into)],
        cwd=source,
        capture_output=True,
        text=True,
        check=True,
    )
    return into / done.stdout.strip()


def install(wheel: Path, place: Path) -> Installed:
    """Make an environment, and install a wheel into it."""
    venv.create(place / "env", with_pip=False, symlinks=True)
    python = place / "env" / "bin" / "python"
    paths = sysconfig.get_paths(vars={"base": str(place / "env"), "platbase": str(place / "env")})
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)),
            *("install", "--quiet", "--no-index", "--no-deps", "--no-compile", str(wheel)),
        ],
        check=True,
        cwd=place,
    )
    _link_dependencies(Path(paths["purelib"]), Path(sysconfig.get_path("purelib")))
    work = place / "work"
    work.mkdir()
    return Installed(python, work)


def _link_dependencies(into: Path, from_: Path) -> None:
    """Let an environment find every package of another one but the product itself.

    A line with the folder would do, were the product's own metadata and path not in it.
    """
    for found in from_.iterdir():
        own = PACKAGE in found.name and (found.suffix in {".dist-info", ".pth"})
        if not own and not (into / found.name).exists() and found.name != "__pycache__":
            (into / found.name).symlink_to(found)
