"""Versions of the tools that no Python package index carries. A test holds them against pyproject.toml, Pulumi.yaml and go.mod."""

from __future__ import annotations

import re

PULUMI = "3.259.0"  # equal to the locked pulumi package: the engine and the SDK are tested as a pair
PULUMI_BELOW = "4"  # first version that need not work
KUBERNETES = "1.36.1"
ETCD_PACKAGE = "etcd-server"  # Debian's and Ubuntu's name; any etcd 3.4+ serves the tests


def version_tuple(text: str) -> tuple[int, ...]:
    """Return the numbers of "v3.259.0", "go1.26.8" or "3.259.0-dev.1"; what follows them (a pre-release) is dropped."""
    numbers = re.match(r"(?:v|go)?(\d+(?:\.\d+)*)", text.strip())
    return tuple(int(part) for part in numbers.group(1).split(".")) if numbers else ()
