from __future__ import annotations

import json
from typing import TYPE_CHECKING

from codercfg.cli.main import main
from codercfg.reference.stack_schema import stack_schema_document

if TYPE_CHECKING:
    import pytest


def test_the_schema_is_printed_as_it_lies_in_the_repository(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0

    assert json.loads(capsys.readouterr().out) == stack_schema_document()


def test_wrong_use_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "now"]) == 2
    assert capsys.readouterr().err == "codercfg: one argument too many: `now` (see `codercfg schema --help`)\n"
