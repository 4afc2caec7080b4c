"""Entry point of `make`: checks the Python version, then hands over to `tools.bootstrap`.

This file alone is read by whatever `python3` is on the machine, so it keeps to syntax that every Python 3 understands.
"""

import os
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def newer_python(path: str) -> "str | None":
    """Return the first new enough interpreter in a PATH string, or None."""
    for name in NEWER:
        for directory in path.split(os.pathsep):
            candidate = Path(directory) / name
            if directory and os.access(str(candidate), os.X_OK) and runs(str(candidate)):
                return str(candidate)
    return None


def runs(python: str) -> bool:
    """Tell whether an interpreter does what its name says; pyenv has commands for versions that are not active."""
    code = "import sys; sys.exit(sys.version_info < {!r})".format(OLDEST)  # noqa: UP032
    return subprocess.call([python, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def main(argv: "list[str]", version: "tuple[int, int] | None" = None) -> int:
    """Run a command of the bootstrap, on a newer Python of this machine where this one is too old."""
    found = tuple(version or sys.version_info[:2])
    if found >= OLDEST:
        from tools.bootstrap.main import main as bootstrap

        return bootstrap(argv)
    newer = newer_python(os.environ.get("PATH", ""))
    if newer:
        os.execv(newer, [newer, "-m", "tools", *argv])  # noqa: S606
    sys.stderr.write(
        "error: Python {}.{} is too old, codercfg needs 3.11 or newer.\n"
        "  what to do: install Python 3.11+ and run `make PYTHON=/path/to/python3.11 ...`\n".format(*found)
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
