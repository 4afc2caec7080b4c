from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tools.bootstrap import settle
from tools.bootstrap.around_update import around_update
from tools.bootstrap.failure import SetupError

if TYPE_CHECKING:
    from pathlib import Path

    from tools.bootstrap.paths import Paths


class Usage(NamedTuple):
    free: int


@pytest.fixture
def full(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A clone with a backend on a disk that is nearly full."""
    paths.backend.mkdir(parents=True)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(5_000_000))
    return paths


def test_an_update_that_the_disk_has_no_room_for_is_not_started(full: Paths) -> None:
    environ = {"PULUMI_BACKEND_URL": full.backend.as_uri()}
    with pytest.raises(SetupError) as refused, around_update(full.root / "pulumi", ["up", "--yes"], environ, full):
        pytest.fail("started")
    assert str(refused.value) == (
        f"The disk of {full.backend} is full: 4882 kB are free, an update may need 8 MB for its state.\n"
        "  what to do: free some space and run the same command again; nothing was changed"
    )


@pytest.mark.parametrize("command", [["stack", "ls"], ["config"], ["version"]])
def test_what_changes_nothing_needs_no_space(full: Paths, command: list[str]) -> None:
    with around_update(full.root / "pulumi", command, {"PULUMI_BACKEND_URL": full.backend.as_uri()}, full) as running:
        running.code = 3
    assert running.code == 3


def test_a_backend_of_theirs_is_left_alone(full: Paths) -> None:
    with around_update(full.root / "pulumi", ["up"], {"PULUMI_BACKEND_URL": "s3://theirs"}, full) as running:
        running.code = 0
    assert list(full.local.iterdir()) == [full.backend]


@pytest.mark.parametrize(("arguments", "settled"), [(["up", "--stack", "dev"], ["dev"]), (["up"], ["dev", "prod"])])
def test_the_stack_that_is_named_is_settled_and_no_other(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, arguments: list[str], settled: list[str]
) -> None:
    stacks = paths.backend / ".pulumi" / "stacks" / "coder"
    stacks.mkdir(parents=True)
    for name in ("dev", "prod"):
        (stacks / f"{name}.json").write_text("{}")
    asked: list[str] = []

    def settle_(_cli: Path, _environ: object, _paths: Paths, states: list[Path]) -> list[str]:
        asked.extend(state.stem for state in states)
        return []

    monkeypatch.setattr(settle, "settle", settle_)
    with around_update(paths.root / "pulumi", arguments, {"PULUMI_BACKEND_URL": paths.backend.as_uri()}, paths):
        pass
    assert asked == settled
