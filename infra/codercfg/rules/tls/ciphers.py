"""Cipher suites as Go's `crypto/tls` names and judges them (`CipherSuites`, `InsecureCipherSuites`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration

VERSIONS = ("tls10", "tls11", "tls12", "tls13")
_UP_TO_TLS12 = VERSIONS[:3]
_TLS12 = VERSIONS[2:3]
_TLS13 = VERSIONS[3:]

# Name to the versions that the suite serves.
SECURE: dict[str, tuple[str, ...]] = {
    "TLS_AES_128_GCM_SHA256": _TLS13,
    "TLS_AES_256_GCM_SHA384": _TLS13,
    "TLS_CHACHA20_POLY1305_SHA256": _TLS13,
    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA": _UP_TO_TLS12,
    "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA": _UP_TO_TLS12,
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA": _UP_TO_TLS12,
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA": _UP_TO_TLS12,
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256": _TLS12,
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384": _TLS12,
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256": _TLS12,
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384": _TLS12,
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256": _TLS12,
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256": _TLS12,
}
INSECURE: dict[str, tuple[str, ...]] = {
    "TLS_RSA_WITH_RC4_128_SHA": _UP_TO_TLS12,
    "TLS_RSA_WITH_3DES_EDE_CBC_SHA": _UP_TO_TLS12,
    "TLS_RSA_WITH_AES_128_CBC_SHA": _UP_TO_TLS12,
    "TLS_RSA_WITH_AES_256_CBC_SHA": _UP_TO_TLS12,
    "TLS_RSA_WITH_AES_128_CBC_SHA256": _TLS12,
    "TLS_RSA_WITH_AES_128_GCM_SHA256": _TLS12,
    "TLS_RSA_WITH_AES_256_GCM_SHA384": _TLS12,
    "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA": _UP_TO_TLS12,
    "TLS_ECDHE_RSA_WITH_RC4_128_SHA": _UP_TO_TLS12,
    "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA": _UP_TO_TLS12,
    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256": _TLS12,
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256": _TLS12,
}


def checked(config: Configuration) -> tuple[str, ...]:
    """The cipher list in upper case; empty while TLS is off, because nothing reads it then."""
    return tuple(item.upper() for item in config.get("tls.supported_ciphers")) if config.get("tls.enable") else ()
