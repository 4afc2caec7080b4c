"""Script behind `.venv/bin/pulumi`; a file of its own because `python -I` puts nothing of ours on sys.path."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from tools.bootstrap.shim import main

    sys.exit(main(sys.argv[1:]))
