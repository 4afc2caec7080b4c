"""Versions of the tools that no Python package index carries. A test holds them against pyproject.toml, Pulumi.yaml and go.mod."""

from __future__ import annotations

PULUMI = "3.259.0"  # equal to the locked pulumi package: the engine and the SDK are tested as a pair
PULUMI_BELOW = "4"  # first version that need not work
KUBERNETES = "1.36.1"
ETCD_PACKAGE = "etcd-server"  # Debian's and Ubuntu's name; any etcd 3.4+ serves the tests


def version_tuple(text: str) -> tuple[int, ...]:
    """Return the numbers of "v3.259.0", "go1.26.8" or "3.259.0-dev.1"; pre-release parts are dropped."""
    numbers = text.strip().lstrip("vgo").split("-")[0].split("+")[0]
    parts: list[int] = []
    for part in numbers.split("."):
        digits = "".join(character for character in part if character.isdigit())
        if not digits:
            break
        parts.append(int(digits))
        if digits != part:  # "27rc1" is before 27.0, and close enough to 27
            break
    return tuple(parts)
