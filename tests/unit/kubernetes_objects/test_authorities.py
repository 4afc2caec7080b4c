"""Authorities from files of the project."""

from __future__ import annotations

import os
from base64 import b64decode
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.kubernetes_objects.authorities import LARGEST, config_map_data, content_digest
from codercfg.stack_check import check_stack, load_stack
from unit.kubernetes_objects.rendering import BASE, PROJECT, case, codes, found, rendered, with_kubernetes

if TYPE_CHECKING:
    from pathlib import Path

    from codercfg.diagnostics.report import Report
    from codercfg.models.stack.root import StackConfig

PEM = (PROJECT / "certs" / "corp-ca.pem").read_bytes()
KEY = b"-----BEGIN PRIVATE KEY-----\nY2FuYXJ5\n-----END PRIVATE KEY-----\n"


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def text(*files: str) -> str:
    return f"{BASE.rstrip()}\n  coder:kubernetes:\n    certs:\n      files:\n" + "".join(f"        - {file}\n" for file in files)


def written(folder: Path, data: bytes, name: str = "ca.pem") -> str:
    """The entry of a file that was written, right as it is."""
    (folder / name).write_bytes(data)
    return f"{{path: {name}, sha256: {digest(data)}}}"


def checked(folder: Path, *files: str) -> Report[StackConfig]:
    return load_stack(text(*files), project=folder).report


def only(report: Report[StackConfig]) -> tuple[str, str, str]:
    (finding,) = report.diagnostics
    return finding.code, finding.message, finding.help


def test_each_file_is_mounted_where_the_server_looks_for_authorities() -> None:
    objects = rendered(case("authorities"))
    pod = found(objects, "Deployment", "tokyo")["spec"]["template"]["spec"]
    mounts = {item["mountPath"]: item.get("subPath") for item in pod["containers"][0]["volumeMounts"] if item["name"] == "ca-files"}

    assert mounts == {"/etc/ssl/certs/corp-ca.pem": "corp-ca.pem", "/etc/ssl/certs/branch.crt": "branch.crt"}
    assert {"name": "ca-files", "configMap": {"name": "tokyo-ca-certs"}} in pod["volumes"]


def test_the_content_is_that_of_the_files_and_what_is_no_utf8_is_binary() -> None:
    config_map = found(rendered(case("authorities")), "ConfigMap", "tokyo-ca-certs")

    assert config_map["data"] == {"corp-ca.pem": PEM.decode()}
    assert b64decode(config_map["binaryData"]["branch.crt"]) == (PROJECT / "certs" / "branch.crt").read_bytes()


def test_pods_roll_when_a_file_changes_and_only_then(tmp_path: Path) -> None:
    def annotations(data: bytes) -> dict[str, str]:
        stack = load_stack(text(written(tmp_path, data)), project=tmp_path).stack
        assert stack is not None
        template = found(rendered(stack, root=tmp_path), "Deployment")["spec"]["template"]
        marks: dict[str, str] = template["metadata"]["annotations"]
        return marks

    first = annotations(PEM)
    assert list(first) == ["codercfg/configmap-coder-ca-certs"]
    assert annotations(PEM) == first
    assert annotations(PEM + PEM) != first


def test_without_files_there_is_neither_a_config_map_nor_an_annotation() -> None:
    objects = rendered(with_kubernetes("{certs: {files: []}}"))

    assert [item["kind"] for item in objects.manifests if item["kind"] == "ConfigMap"] == []
    assert "annotations" not in found(objects, "Deployment")["spec"]["template"]["metadata"]


def test_another_checksum_is_an_error_with_both_at_its_line(tmp_path: Path) -> None:
    entry = written(tmp_path, PEM)
    (tmp_path / "ca.pem").write_bytes(PEM + b"\n")
    report = checked(tmp_path, entry)

    assert only(report) == (
        "K8S051",
        "`ca.pem` has the SHA-256 " + digest(PEM + b"\n") + ", and the stack says " + digest(PEM),
        "look at what changed in it; if that is right, write `sha256: " + digest(PEM + b"\n") + "`",
    )
    assert (report.diagnostics[0].origin.line, report.diagnostics[0].origin.column) == (10, 34)


def test_a_missing_checksum_is_an_error_that_gives_the_exact_line(tmp_path: Path) -> None:
    written(tmp_path, PEM)
    line = f"write `- {{path: ca.pem, sha256: {digest(PEM)}}}`"
    assert only(checked(tmp_path, "{path: ca.pem}")) == ("K8S051", "`ca.pem` has no checksum", line)
    help_ = "write `sha256:` … and what `sha256sum ca.pem` prints"
    assert only(check_stack(text("{path: ca.pem}"))) == ("K8S051", "`ca.pem` has no checksum", help_)


def test_a_checksum_may_be_written_in_capitals(tmp_path: Path) -> None:
    assert checked(tmp_path, written(tmp_path, PEM).replace(digest(PEM), digest(PEM).upper())).ok


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "K8S052", "`ca.pem` holds no certificate"),
        (b"\x30\x82\x01\x02der", "K8S052", "`ca.pem` holds no certificate"),
        (b"-----BEGIN CERTIFICATE-----\nY2FuYXJ5\n-----END CERTIFICATE-----\n", "K8S052", "`ca.pem` holds no certificate"),
        (PEM + KEY, "K8S052", "`ca.pem` holds a private key"),
        (PEM + KEY.replace(b"PRIVATE", b"RSA PRIVATE"), "K8S052", "`ca.pem` holds a private key"),
        (PEM + b"#" * LARGEST, "K8S053", "`ca.pem` is larger than a ConfigMap may be: 1,048,576 bytes"),
    ],
)
def test_what_adds_no_authority_or_shows_a_key_is_an_error(tmp_path: Path, data: bytes, code: str, message: str) -> None:
    report = checked(tmp_path, written(tmp_path, data))

    assert only(report)[:2] == (code, message)
    assert "Y2FuYXJ5" not in repr(report.diagnostics)


def test_a_file_that_is_missing_or_no_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder.pem").mkdir()
    os.mkfifo(tmp_path / "pipe.pem")
    other = "ab" * 32
    names = ("gone.pem", "folder.pem", "pipe.pem")
    report = checked(tmp_path, *(f"{{path: {name}, sha256: {other}}}" for name in names))

    assert [item.code for item in report.diagnostics] == ["K8S050"] * 3
    said = [item.message for item in report.diagnostics]
    assert said == ["`gone.pem` does not exist", "`folder.pem` is a directory", "`pipe.pem` cannot be read"]
    assert report.diagnostics[1].help == "write one item for each file in it, with its path relative to the folder of Pulumi.yaml"


def test_files_that_are_too_large_together_are_an_error(tmp_path: Path) -> None:
    half = PEM + b"#" * (LARGEST // 2)
    report = checked(tmp_path, written(tmp_path, half), written(tmp_path, half, "b.pem"))

    assert only(report)[:2] == ("K8S053", "the files together are larger than a ConfigMap may be: 1,048,576 bytes")


def test_names_that_would_hide_something_are_errors(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    entries = [written(tmp_path, PEM), written(tmp_path, PEM, "more/ca.pem"), written(tmp_path, PEM, "ca-certificates.crt")]

    assert [item.message for item in checked(tmp_path, *entries).diagnostics] == [
        "two files are called `ca.pem`: one would hide the other",
        "a file called `ca-certificates.crt` would hide the authorities of the image",
    ]


@pytest.mark.parametrize("path", ["/etc/ca.pem", "../ca.pem", "certs/../ca.pem", "~/ca.pem", "certs/", "..", "a b.pem", "C:\\ca.pem", ""])
def test_a_path_that_leaves_the_project_is_refused(path: str) -> None:
    report = check_stack(text(f"{{path: '{path}', sha256: {'ab' * 32}}}"))

    assert not report.ok
    assert "not a path inside the project" in report.diagnostics[0].message


@pytest.mark.parametrize("digits", ["1" * 64, "0" + "1" * 63, "123", "1e" + "0" * 61 + "1"])
def test_a_checksum_that_yaml_reads_as_a_number_is_to_be_quoted(digits: str) -> None:
    (found,) = check_stack(text(f"{{path: ca.pem, sha256: {digits}}}")).errors

    assert found.message == "`kubernetes.certs.files[0].sha256`: YAML reads these digits as a number"
    assert found.help == "put them in quotes"


def test_a_checksum_of_digits_in_quotes_is_taken() -> None:
    assert check_stack(text(f"{{path: ca.pem, sha256: '{'1' * 64}'}}")).ok


@pytest.mark.parametrize("path", ["ca.pem", "certs/ca.pem", "./certs/ca.pem", ".certs/..x/ca.pem"])
def test_other_paths_are_taken(path: str) -> None:
    assert check_stack(text(f"{{path: '{path}', sha256: {'ab' * 32}}}")).ok


def test_a_blind_check_reads_no_file_and_says_so() -> None:
    report = check_stack(text(f"{{path: gone.pem, sha256: {'ab' * 32}}}"))

    assert report.ok
    assert "the files that `kubernetes.certs.files` names were not read" in report.not_checked


def test_with_a_reader_they_are_read_relative_to_the_project_of_the_stack_file(tmp_path: Path) -> None:
    (tmp_path / "stacks").mkdir()
    (tmp_path / "Pulumi.yaml").write_text("name: coder\nruntime: python\n")
    file = tmp_path / "stacks" / "Pulumi.a.yaml"
    file.write_text(text(f"{{path: certs/ca.pem, sha256: {digest(PEM)}}}"))
    asked: list[str] = []

    def read(path: str) -> bytes:
        asked.append(path)
        return PEM

    assert check_stack(file, read_file=read).ok
    assert asked == [str(tmp_path / "certs" / "ca.pem")]
    assert not any("certs.files" in sentence for sentence in check_stack(file, read_file=read).not_checked)


def test_a_rendering_with_a_wrong_file_makes_nothing(tmp_path: Path) -> None:
    objects = rendered(case("authorities"), root=tmp_path)

    assert (objects.manifests, codes(objects)) == ((), ["K8S050", "K8S050"])


@given(st.dictionaries(st.text("abc.-", min_size=1), st.binary()))
def test_every_content_comes_back_from_a_config_map(content: dict[str, bytes]) -> None:
    fields = config_map_data(content)
    back = {key: value.encode() for key, value in fields.get("data", {}).items()}
    back |= {key: b64decode(value) for key, value in fields.get("binaryData", {}).items()}

    assert back == content


@given(st.dictionaries(st.text("abc"), st.binary()), st.dictionaries(st.text("abc"), st.binary()))
def test_two_contents_have_one_digest_only_when_they_are_the_same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert (content_digest(one) == content_digest(other)) == (one == other)
