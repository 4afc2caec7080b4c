from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import stack_files

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = b'# why\nconfig:\n  coder:release:   "2.33.1"  # keep me\n  coder:list: [a, {b: 1}]\n'
SALT = b"encryptionsalt: v1:c2FsdA==:v1:bm9uY2U=:dGV4dA==\n"
AS_PULUMI_WRITES = b'# why\nconfig:\n  coder:release: "2.33.1" # keep me\n  coder:list: [a, {b: 1}]\n' + SALT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "Pulumi.dev.yaml"
    written.write_bytes(SHIPPED)
    written.chmod(0o640)
    return written


def after(file: Path, content: bytes) -> bytes:
    before = stack_files.without_salt(file.parent)
    file.write_bytes(content)
    stack_files.restore(before)
    return file.read_bytes()


def test_a_salt_and_new_spacing_are_undone(file: Path) -> None:
    assert after(file, AS_PULUMI_WRITES) == SHIPPED
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "content",
    [
        AS_PULUMI_WRITES.replace(b"2.33.1", b"2.34.0"),
        AS_PULUMI_WRITES.replace(b'"2.33.1"', b"2.33"),
        AS_PULUMI_WRITES.replace(b"[a,", b"[a, c,"),
        AS_PULUMI_WRITES.replace(b"config:", b"config:\n  coder:pw:\n    secure: v1:x"),
        SHIPPED.replace(b"2.33.1", b"2.34.0"),
        b"encryptionsalt: [broken",
        b"encryptionsalt",
        SALT,
        b"",
    ],
)
def test_any_other_change_stays(file: Path, content: bytes) -> None:
    assert after(file, content) == content


def test_a_text_that_became_a_number_is_a_change() -> None:
    assert not stack_files.only_salt_added(b'a: "1"\n', b"a: 1\n" + SALT)
    assert stack_files.only_salt_added(b"a: 'x'\n", b"a: x\n" + SALT)


@pytest.mark.parametrize("old", [SHIPPED + SALT, SHIPPED + b"  coder:pw: {secure: v1:x}\n"])
def test_a_file_that_needs_its_salt_is_left_alone(file: Path, old: bytes) -> None:
    file.write_bytes(old)
    assert stack_files.without_salt(file.parent) == {}


def test_an_empty_stack_file_gets_its_emptiness_back(file: Path) -> None:
    file.write_bytes(b"")
    assert after(file, SALT) == b""


def test_a_stack_that_was_removed_stays_removed(file: Path) -> None:
    before = stack_files.without_salt(file.parent)
    file.unlink()
    stack_files.restore(before)
    assert not file.exists()
