from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codercfg.passphrase.error import OpenSecretsError
from codercfg.passphrase.given import passphrase_given
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from pathlib import Path


def test_the_variable_wins_over_the_file_even_when_it_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_text("from the file")
    environ = {"PULUMI_CONFIG_PASSPHRASE_FILE": str(file)}
    assert passphrase_given(environ) == SecretText("from the file")
    assert passphrase_given({**environ, "PULUMI_CONFIG_PASSPHRASE": "from the variable"}) == SecretText("from the variable")
    assert passphrase_given({**environ, "PULUMI_CONFIG_PASSPHRASE": ""}) == SecretText("")


def test_a_file_is_trimmed_as_go_trims_and_a_variable_is_not(tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes("  \u00a0correct horse\x1c\n\u3000".encode())
    assert passphrase_given({"PULUMI_CONFIG_PASSPHRASE_FILE": str(file)}) == SecretText("correct horse\x1c")
    assert passphrase_given({"PULUMI_CONFIG_PASSPHRASE": " x "}) == SecretText(" x ")


def test_nothing_is_given() -> None:
    assert passphrase_given({}) is None
    assert passphrase_given({"PULUMI_CONFIG_PASSPHRASE_FILE": ""}) is None


def test_a_file_that_cannot_be_read_is_named_by_its_variable(tmp_path: Path) -> None:
    for path in (tmp_path / "missing", tmp_path, "a\0b"):
        with pytest.raises(OpenSecretsError, match=r"^PULUMI_CONFIG_PASSPHRASE_FILE names a file that cannot be read: "):
            passphrase_given({"PULUMI_CONFIG_PASSPHRASE_FILE": str(path)})


def test_a_file_without_end_is_no_passphrase() -> None:
    with pytest.raises(OpenSecretsError, match=r"^PULUMI_CONFIG_PASSPHRASE_FILE names a file that holds no passphrase: it has more than"):
        passphrase_given({"PULUMI_CONFIG_PASSPHRASE_FILE": "/dev/zero"})
