"""Makes the files that a case names, from their wording."""

from __future__ import annotations

import datetime as dt
import json
from functools import lru_cache
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from collections.abc import Callable

_START = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
_END = dt.datetime(2120, 1, 1, tzinfo=dt.UTC)


@lru_cache(maxsize=16)
def _key(_owner: str) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@lru_cache(maxsize=2)
def _rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _key_pem(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, form: serialization.PrivateFormat) -> bytes:
    return key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())


def _private(owner: str) -> bytes:
    return _key_pem(_key(owner), serialization.PrivateFormat.PKCS8)


@lru_cache(maxsize=16)
def _certificate(owner: str, *, authority: bool) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{owner}.example.com")])
    key = _key(owner)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_START)
        .not_valid_after(_END)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(f"{owner}.example.com")]), critical=False)
    )
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def _derp_map(region: int) -> bytes:
    node = {"Name": f"{region}a", "RegionID": region, "HostName": "derp.example.com"}
    regions = {str(region): {"RegionID": region, "RegionCode": "custom", "RegionName": "Custom", "Nodes": [node]}}
    return json.dumps({"Regions": regions}).encode()


_MAKERS: dict[str, Callable[[], bytes]] = {
    "valid CA certificate": lambda: _certificate("ca", authority=True),
    "CA certificate": lambda: _certificate("mitm", authority=True),
    "valid CA certificate for interception": lambda: _certificate("mitm", authority=True),
    "its key": lambda: _private("mitm"),
    "key of mitm.crt": lambda: _private("mitm"),
    "valid server certificate": lambda: _certificate("tls", authority=False),
    "key of tls.crt": lambda: _private("tls"),
    "second valid certificate": lambda: _certificate("tls2", authority=False),
    "key of tls2.crt": lambda: _private("tls2"),
    "key of an unrelated certificate": lambda: _private("other"),
    "tls.crt and tls.key in one file": lambda: _certificate("tls", authority=False) + _private("tls"),
    "EC key": lambda: _key_pem(_key("oidc"), serialization.PrivateFormat.TraditionalOpenSSL),
    "RSA key, PKCS 8": lambda: _key_pem(_rsa_key(), serialization.PrivateFormat.PKCS8),
    "DERP map with region 10": lambda: _derp_map(10),
    "DERP map with region 999": lambda: _derp_map(999),
    "DERP map with region 1000": lambda: _derp_map(1000),
    "broken JSON": lambda: b'{"Regions": ',
    "text that is not PEM": lambda: b"this is no PEM block\n",
    "empty file": lambda: b"",
}


def reader(files: dict[str, str]) -> Callable[[str], bytes]:
    """A `read_file` that knows the files of one case and no other.

    A wording that nobody knows is a KeyError: new data needs a new maker.
    """

    def read_file(path: str) -> bytes:
        wording = files.get(path)
        if wording is None or wording == "does not exist":
            if path.rstrip("/") == "/etc/coder":
                raise IsADirectoryError(path)
            raise FileNotFoundError(path)
        return _MAKERS[wording]()

    return read_file
