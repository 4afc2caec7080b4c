"""Pairs of certificate and key, and authority files, that options name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.certificates import can_compare, check_pair, has_certificate
from codercfg.rules.files import FileFaultError, contents
from codercfg.rules.rule import NotChecked

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration


def pair_fault(config: Configuration, certificate: str, key: str, option_names: tuple[str, ...]) -> str | NotChecked | None:
    """What is wrong with the certificate file, as the end of a sentence about it; None when the pair can be used.

    Without the cryptography package whether the two belong together is not checked.
    """
    try:
        chain = contents(config, certificate)
    except FileFaultError as error:
        return str(error)
    try:
        private = contents(config, key)
    except FileFaultError as error:
        return f"comes with a key file that {error}"
    if not can_compare():
        listed = " and ".join(f"`{name}`" for name in option_names)
        return NotChecked(f"whether the files of {listed} belong together was not checked: the cryptography package is not installed")
    try:
        check_pair(chain, private)
    except FileFaultError as error:
        return str(error)
    return None


def authority_fault(config: Configuration, file: str) -> str | None:
    """What is wrong with a file of certificates, as the end of a sentence about it."""
    try:
        data = contents(config, file)
    except FileFaultError as error:
        return str(error)
    return None if has_certificate(data) else "holds no certificate"
