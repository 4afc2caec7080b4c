"""What several rules share: networks, PEM files, addresses."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.rules.certificates import check_pair, has_certificate, has_pem, pem_blocks
from codercfg.rules.cidr import is_cidr
from codercfg.rules.files import FileFaultError
from codercfg.rules.listen import fault
from conformance.files import reader


@given(
    st.one_of(st.builds(IPv4Network, st.tuples(st.integers(0, 2**32 - 1), st.just(32))), st.builds(IPv6Network, st.integers(0, 2**128 - 1)))
)
def test_every_network_is_one(network: IPv4Network | IPv6Network) -> None:
    assert is_cidr(str(network))
    assert not is_cidr(str(network.network_address))
    assert not is_cidr(f" {network}")


@pytest.mark.parametrize(
    "text", ["", "/", "10.0.0.0/", "10.0.0.0/+8", "10.0.0.0/8/8", "fe80::%eth0/64", "10.0.0.0/٨", f"10.0.0.0/{'9' * 5000}"]
)
def test_what_is_no_network(text: str) -> None:
    assert not is_cidr(text)


@given(st.binary(max_size=300))
def test_any_bytes_can_be_searched_for_pem(data: bytes) -> None:
    assert has_pem(data) == bool(list(pem_blocks(data)))
    assert not has_certificate(data)


def test_many_unclosed_blocks_take_no_time() -> None:
    assert list(pem_blocks(b"-----BEGIN X-----\n" * 50_000)) == []


def test_headers_and_text_around_blocks_are_skipped() -> None:
    first = b"comment\n-----BEGIN A-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: x\n\nAAAA\n-----END A-----\n"
    second = b"-----BEGIN B-----\nAQ==\n-----END B-----\n"
    assert list(pem_blocks(first + second)) == [("A", b"\0\0\0"), ("B", b"\x01")]


@pytest.mark.parametrize(
    ("certificate", "key", "reason"),
    [
        ("empty file", "key of tls.crt", "holds no certificate"),
        ("valid server certificate", "empty file", "comes with a key file that holds no private key"),
        ("valid server certificate", "key of tls2.crt", "does not belong to the key"),
    ],
)
def test_what_is_no_pair(certificate: str, key: str, reason: str) -> None:
    read = reader({"/c": certificate, "/k": key})
    with pytest.raises(FileFaultError, match=reason):
        check_pair(read("/c"), read("/k"))


@pytest.mark.parametrize("label", [b"CERTIFICATE", b"PRIVATE KEY"])
def test_nonsense_inside_a_block_is_a_fault(label: bytes) -> None:
    read = reader({"/c": "valid server certificate", "/k": "key of tls.crt"})
    nonsense = b"-----BEGIN " + label + b"-----\nAAAA\n-----END " + label + b"-----\n"
    certificate, key = (nonsense, read("/k")) if label == b"CERTIFICATE" else (read("/c"), nonsense)
    with pytest.raises(FileFaultError, match="cannot be read"):
        check_pair(certificate, key)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (":8080", None),
        (":+80", None),
        (":SSH", None),
        (":00080", None),
        (f":{'0' * 5000}80", None),
        (":-0", None),
        (":70000", "the port lies outside 0 to 65535"),
        (f":{'9' * 5000}", "the port lies outside 0 to 65535"),
        (":-1", "the port lies outside 0 to 65535"),
        (":8o8o", "the port is not a number"),
        ("a b:80", "the host holds a blank"),
        ("127.0.0.1", "the address has no port"),
    ],
)
def test_ports_are_numbers_or_services(address: str, reason: str | None) -> None:
    assert fault(address) == reason
