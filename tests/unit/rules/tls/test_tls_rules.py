"""The TLS listener and client certificates."""

from __future__ import annotations

import pytest

from unit.rules.reports import codes, report

ON = {"TLS_ENABLE": "true"}
PAIR = {"TLS_CERT_FILE": "/etc/coder/tls.crt", "TLS_KEY_FILE": "/etc/coder/tls.key"}
FILES = {
    "/etc/coder/tls.crt": "valid server certificate",
    "/etc/coder/tls.key": "key of tls.crt",
    "/etc/coder/tls2.crt": "second valid certificate",
    "/etc/coder/other.key": "key of an unrelated certificate",
    "/etc/coder/combined.pem": "tls.crt and tls.key in one file",
    "/etc/coder/ca.crt": "valid CA certificate",
    "/etc/coder/garbage.pem": "text that is not PEM",
    "/etc/coder/empty.pem": "empty file",
}


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"TLS_MIN_VERSION": "tls10"}, ["TLS019"]),
        ({"TLS_MIN_VERSION": "tls13"}, []),
        ({"TLS_MIN_VERSION": "TLS12"}, ["TLS003"]),
        ({"TLS_MIN_VERSION": " tls12"}, ["TLS003"]),
        ({"TLS_CLIENT_AUTH": "NONE"}, ["TLS004"]),
        ({"TLS_CLIENT_AUTH": "request"}, []),
        ({"TLS_CLIENT_AUTH": "verify-if-given"}, ["TLS017"]),
        ({"TLS_ADDRESS": ":"}, ["TLS001"]),
        ({"TLS_ADDRESS": ":", "ADDRESS": ":8443"}, []),
        ({"TLS_ADDRESS": "host:"}, []),
        ({"TLS_ADDRESS": ":99999"}, ["TLS002"]),
        ({"ADDRESS": ":99999"}, ["TLS002"]),
        ({"TLS_CIPHERS": "tls_ecdhe_rsa_with_aes_128_gcm_sha256"}, []),
        ({"TLS_CIPHERS": "NOPE"}, ["TLS008"]),
        ({"TLS_CIPHERS": "TLS_RSA_WITH_AES_128_CBC_SHA"}, ["TLS009"]),
        ({"TLS_CIPHERS": "TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_ALLOW_INSECURE_CIPHERS": "true"}, ["TLS020"]),
        ({"TLS_CIPHERS": "TLS_AES_128_GCM_SHA256", "TLS_MIN_VERSION": "tls13"}, ["TLS010"]),
        ({"TLS_CIPHERS": "TLS_AES_128_GCM_SHA256"}, ["TLS011"]),
        ({"TLS_CIPHERS": "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_MIN_VERSION": "tls10"}, ["TLS019"]),
    ],
)
def test_words_and_ciphers_count_only_while_tls_is_on(environ: dict[str, str], expected: list[str]) -> None:
    assert codes("TLS", "2.33", ON | PAIR | environ) == expected
    assert set(codes("TLS", "2.33", environ)) <= {"TLS015"}


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        (PAIR, []),
        ({"TLS_CERT_FILE": "/etc/coder/combined.pem", "TLS_KEY_FILE": "/etc/coder/combined.pem"}, []),
        ({}, ["TLS016"]),
        ({"TLS_CERT_FILE": "/etc/coder/tls.key", "TLS_KEY_FILE": "/etc/coder/tls.crt"}, ["TLS006"]),
        (PAIR | {"TLS_KEY_FILE": "/etc/coder/other.key"}, ["TLS006"]),
        (PAIR | {"TLS_KEY_FILE": "/etc/coder/missing.key"}, ["TLS006"]),
        (PAIR | {"TLS_CERT_FILE": "/etc/coder/empty.pem"}, ["TLS006"]),
        (PAIR | {"TLS_CERT_FILE": "/etc/coder/tls.crt,"}, ["TLS005"]),
        (PAIR | {"TLS_CERT_FILE": "/etc/coder/tls.crt,/etc/coder/tls2.crt"}, ["TLS005"]),
        (PAIR | {"TLS_CLIENT_CA_FILE": "/etc/coder/ca.crt"}, []),
        (PAIR | {"TLS_CLIENT_CA_FILE": "/etc/coder/tls.key"}, ["TLS007"]),
        (PAIR | {"TLS_CLIENT_CA_FILE": "/etc/coder/missing.crt"}, ["TLS007"]),
    ],
)
def test_server_certificates_are_read_where_files_may_be(environ: dict[str, str], expected: list[str]) -> None:
    assert codes("TLS", "2.33", ON | environ, files=FILES) == expected


@pytest.mark.parametrize(
    ("certificate", "key", "authority", "expected"),
    [
        ("tls.crt", "tls.key", "", []),
        ("tls.crt", "tls.key", "ca.crt", []),
        ("tls.crt", "", "", ["TLS012"]),
        ("", "tls.key", "", ["TLS012"]),
        ("garbage.pem", "tls.key", "", ["TLS013"]),
        ("tls.crt", "other.key", "garbage.pem", ["TLS013"]),
        ("tls.crt", "tls.key", "garbage.pem", ["TLS014"]),
        ("tls.crt", "tls.key", "missing.pem", ["TLS014"]),
        ("", "", "garbage.pem", []),
    ],
)
def test_half_a_client_pair_is_ignored_and_a_broken_authority_beside_a_whole_one_crashes(
    certificate: str, key: str, authority: str, expected: list[str]
) -> None:
    names = {"TLS_CLIENT_CERT_FILE": certificate, "TLS_CLIENT_KEY_FILE": key, "TLS_CLIENT_CA_FILE": authority}
    environ = {name: f"/etc/coder/{file}" for name, file in names.items() if file}
    assert codes("TLS", "2.33", environ, files=FILES) == expected


def test_files_that_may_not_be_read_are_named_once() -> None:
    found = report("2.33", ON | PAIR | {"TLS_CLIENT_CA_FILE": "/etc/coder/ca.crt"})
    assert found.ok
    assert found.not_checked == (
        "the files that `CODER_TLS_CERT_FILE` and `CODER_TLS_KEY_FILE` name were not read",
        "the files that `CODER_TLS_CLIENT_CA_FILE` name were not read",
    )


def test_without_cryptography_the_pair_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codercfg.rules.key_pairs.can_compare", lambda: False)
    found = report("2.33", ON | PAIR | {"TLS_KEY_FILE": "/etc/coder/other.key"}, files=FILES)
    assert found.ok
    assert "cryptography package is not installed" in found.not_checked[0]


def test_the_older_redirect_wins_over_the_newer_one() -> None:
    environ = ON | PAIR | {"TLS_REDIRECT_HTTP_TO_HTTPS": "1", "REDIRECT_TO_ACCESS_URL": "false"}
    assert codes("TLS", "2.33", environ) == ["TLS018"]
    assert codes("TLS", "2.33", environ | {"TLS_REDIRECT_HTTP_TO_HTTPS": "false"}) == []
    assert codes("TLS", "2.33", ON | PAIR | {"REDIRECT_TO_ACCESS_URL": "false"}, args=("--tls-redirect-http-to-https=false",)) == ["TLS018"]
