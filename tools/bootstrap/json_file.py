"""Whether a file of the Pulumi CLI was written to its end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def is_json(file: Path) -> bool:
    """Tell whether a file is a whole JSON document.

    Raises:
        OSError: It cannot be read.
    """
    try:
        json.loads(file.read_bytes())
    except ValueError:
        return False
    return True
