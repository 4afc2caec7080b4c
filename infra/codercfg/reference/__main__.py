"""`python -m codercfg.reference write|check|print [PATH]`: the generated files of the repository."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from codercfg.reference.artefacts import artefacts

_REPAIR = "make generate"


def main(arguments: list[str] | None = None) -> int:
    """Write, check or print; 1 when a check found a file that is not current."""
    parser = argparse.ArgumentParser(prog="python -m codercfg.reference", description=__doc__)
    parser.add_argument("mode", choices=("write", "check", "print"))
    parser.add_argument("--catalogues", type=Path, default=os.environ.get("CATALOGUES") or None, help="folder of option catalogues")
    parser.add_argument("path", nargs="?", help="only files whose path ends like this")
    options = parser.parse_args(arguments)
    catalogues = None if options.catalogues is None else Path(options.catalogues)
    chosen = [item for item in artefacts(catalogues) if options.path is None or str(item.path).endswith(options.path)]
    stale = False
    for item in chosen:
        if options.mode == "print":
            sys.stdout.write(item.make())
        elif options.mode == "write":
            sys.stdout.write(f"wrote {item.path}\n" if item.write() else "")
        elif difference := item.difference():
            stale = True
            sys.stdout.write(f"{item.path} is not current; `{_REPAIR}` repairs it\n{difference}\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
