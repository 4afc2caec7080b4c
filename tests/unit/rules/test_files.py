"""A file that an option names is somebody's text: whatever reading it raises is a finding about the option."""

from __future__ import annotations

import pytest

import codercfg


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        (FileNotFoundError("/etc/coder/ca.crt"), "does not exist"),
        (PermissionError("/etc/coder/ca.crt"), "cannot be read"),
        (IsADirectoryError("/etc/coder/ca.crt"), "cannot be read"),
        (ValueError("embedded null byte"), "is no path that a file can have"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(raised: Exception, words: str) -> None:
    def read_file(_path: str) -> bytes:
        raise raised

    environ = {
        "CODER_ACCESS_URL": "https://coder.example.com",
        "CODER_TLS_ENABLE": "true",
        "CODER_TLS_CLIENT_AUTH": "require-and-verify",
        "CODER_TLS_CLIENT_CA_FILE": "/etc/coder/ca.crt",
    }
    found = codercfg.check_environ(environ, release="2.33.1", read_file=read_file).diagnostics
    assert [item.message for item in found if words in item.message] == [f"the file that `CODER_TLS_CLIENT_CA_FILE` names {words}"]
