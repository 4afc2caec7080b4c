"""Every rule: its code, its module below `codercfg.rules`, and what must be set for it to have something to say.

Listed by hand, so that checking a small configuration imports a few modules and not all of them; a test holds list and modules equal.
Codes of the indexed families start at 101: lower numbers belong to the reading of their variables.
"""

from __future__ import annotations

Row = tuple[str, str, tuple[str, ...]]

ROWS: tuple[Row, ...] = (
    # AI providers
    ("AIP101", "ai_providers.type_missing", ("@providers",)),
)
