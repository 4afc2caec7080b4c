"""Cases of the shared conformance data: configurations, and what the real server did with them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import levels

DATA = levels.REFERENCE / "conformance"
ABSENT = levels.absent("conformance")
FAMILIES = ("f1", "f2", "f3", "f4", "f5", "f6", "f7")
WHOLE_SERVER = "server"


@dataclass(frozen=True)
class Case:
    """One line; see the README beside the data."""

    id: str
    release: str
    family: str
    whole_server: bool
    environ: dict[str, str]
    yaml: str | None
    args: tuple[str, ...]
    files: dict[str, str]
    accepted: bool
    stage: str | None
    about: tuple[str, ...]
    effective: dict[str, Any] | None
    providers: list[dict[str, Any]] | None
    external_auth: list[dict[str, Any]] | None


def releases() -> tuple[str, ...]:
    """The releases that the data has, empty when it is absent."""
    return tuple(sorted(path.name for path in DATA.iterdir() if path.is_dir())) if DATA.is_dir() else ()


@lru_cache(maxsize=64)
def cases(release: str, family: str) -> tuple[Case, ...]:
    """All cases of a release and family, those left out whose verdict the network decides."""
    path = DATA / release / f"{family}.jsonl"
    if not path.is_file():
        return ()
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return tuple(_case(row) for row in rows if row.get("issuer_answer") is None)


def _case(row: dict[str, Any]) -> Case:
    return Case(
        id=row["id"],
        release=row["release"],
        family=row["family"],
        whole_server=row["oracle"] == WHOLE_SERVER,
        environ=row["env"],
        yaml=row["yaml"],
        args=tuple(row["args"]),
        files=row.get("files") or {},
        accepted=row["verdict"] == "accept",
        stage=row["stage"],
        about=tuple(row["about"]),
        effective=row["effective"],
        providers=row["providers"],
        external_auth=row["external_auth"],
    )
