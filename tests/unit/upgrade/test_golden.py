"""Each `tests/cases/upgrade/<name>.yaml` with its rehearsal for a release in `<name>.<release>.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from codercfg.cli.main import main
from unit.cli.golden import assert_golden

CASES = Path(__file__).parents[2] / "cases" / "upgrade"
RELEASES = {
    "smallest": ("2.33.1", "2.34.1"),
    "old_provider_options": ("2.33.1", "2.34.1", "2.38.0"),
    "listed_providers": ("2.34.1", "2.35.0", "2.38.0"),
    "built_in_providers": ("2.34.1",),
    "external_auth": ("2.34.1",),
    "empty_variables": ("2.34.1",),
    "newer": ("2.31.0",),
    "not_readable": ("2.34.1",),
}
PAIRS = [(name, release) for name, releases in RELEASES.items() for release in releases]


@pytest.mark.parametrize(("name", "release"), PAIRS, ids=[f"{name}-{release}" for name, release in PAIRS])
def test_a_rehearsal_is_as_recorded(name: str, release: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(CASES)
    code = main(["upgrade", f"{name}.yaml", "--to", release, "--color", "never"])

    assert_golden(CASES / f"{name}.{release}.txt", f"{capsys.readouterr().out}exit code {int(code)}\n")


def test_every_case_is_run() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(RELEASES)
