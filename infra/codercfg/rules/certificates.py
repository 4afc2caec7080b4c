"""Certificates and private keys as Go's `crypto/tls` and `encoding/pem` take them from files.

The cryptography package decides whether a key belongs to a certificate; it is imported only for that.
"""

from __future__ import annotations

import re
from base64 import b64decode
from importlib.util import find_spec
from typing import TYPE_CHECKING

from codercfg.rules.files import FileFaultError

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGIN = re.compile(rb"^-----BEGIN ([^\n]*?)-----[ \t\r]*\n", re.MULTILINE)
_HEADERS = re.compile(rb"(?:[^\n:]+:[^\n]*\n)+\r?\n")
_SEQUENCE, _INTEGER = 0x30, 0x02
_LONG_LENGTH = 0x80


def can_compare() -> bool:
    """Whether the package that compares keys and certificates is installed."""
    return find_spec("cryptography") is not None


def pem_blocks(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Label and content of every PEM block; broken blocks and text between blocks are skipped."""
    position = 0
    while (found := _BEGIN.search(data, position)) is not None:
        end = data.find(b"-----END " + found[1] + b"-----", found.end())
        position = found.end() if end < 0 else end
        if end < 0:
            if b"-----END " not in data[position:]:
                return  # no later block is closed either
            continue
        try:
            content = b64decode(_HEADERS.sub(b"", data[found.end() : end], count=1), validate=False)
        except ValueError:
            continue
        yield found[1].decode("ascii", "replace"), content


def has_pem(data: bytes) -> bool:
    """Whether there is any PEM block."""
    return next(pem_blocks(data), None) is not None


def has_certificate(data: bytes) -> bool:
    """Whether there is a certificate that can be read (`x509.CertPool.AppendCertsFromPEM`)."""
    return any(label == "CERTIFICATE" and _is_certificate(content) for label, content in pem_blocks(data))


def is_pkcs1_rsa_key(data: bytes) -> bool:
    """Whether the first PEM block has the shape of a PKCS#1 RSA key: version, then the modulus as a number."""
    _label, der = next(pem_blocks(data), ("", b""))
    if len(der) < 2 or der[0] != _SEQUENCE:  # noqa: PLR2004  (tag and length)
        return False
    start = 2 + (der[1] & ~_LONG_LENGTH if der[1] & _LONG_LENGTH else 0)
    # PKCS#8 has a sequence and SEC 1 an octet string where PKCS#1 has the modulus.
    return der[start : start + 2] == bytes((_INTEGER, 1)) and der[start + 3 : start + 4] == bytes((_INTEGER,))


def check_pair(certificate: bytes, key: bytes) -> None:
    """Accept a certificate chain and its key (`tls.X509KeyPair`).

    Raises:
        FileFaultError: A part is missing or unreadable, or they do not belong together.
    """
    leaf = next((content for label, content in pem_blocks(certificate) if label == "CERTIFICATE"), None)
    if leaf is None:
        raise FileFaultError("holds no certificate")
    private = next((content for label, content in pem_blocks(key) if label == "PRIVATE KEY" or label.endswith(" PRIVATE KEY")), None)
    if private is None:
        raise FileFaultError("comes with a key file that holds no private key")
    if _public_key_of_certificate(leaf) != _public_key_of_key(private):
        raise FileFaultError("does not belong to the key")


def _is_certificate(der: bytes) -> bool:
    if not can_compare():
        return der[:1] == bytes((_SEQUENCE,))
    try:
        _public_key_of_certificate(der)
    except FileFaultError:
        return False
    return True


def _public_key_of_certificate(der: bytes) -> bytes:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    from cryptography.x509 import load_der_x509_certificate

    try:
        return load_der_x509_certificate(der).public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise FileFaultError("holds a certificate that cannot be read") from None


def _public_key_of_key(der: bytes) -> bytes:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_private_key

    try:
        return load_der_private_key(der, None).public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise FileFaultError("comes with a private key that cannot be read") from None
