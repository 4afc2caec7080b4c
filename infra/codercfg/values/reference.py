"""References to entries of Kubernetes Secrets that somebody else fills; no part of one is secret.

Sources: Kubernetes' documentation of object names and of Secrets (`data` keys), the API `external-secrets.io/v1`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, final

from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Callable

STORE_KINDS = ("SecretStore", "ClusterSecretStore")
LONGEST = 253
LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
NAME = rf"{LABEL}(?:\.{LABEL})*"
KEY = r"[-._a-zA-Z0-9]+"
_NAME, _KEY = re.compile(NAME), re.compile(KEY)
_AS_NAME = "use at most 253 lower-case letters, digits, `-` and `.`"


class Reference:
    """Where the value of a secret option lies when it is not in the stack file.

    Attributes:
        form: The key under which a stack file writes it.
        home: What the value lies in, for messages.
        rotation: Free text; the pods roll when it changes, for nobody tells us that a value did. Empty when unset.
    """

    __slots__ = ()
    form: ClassVar[str]
    home: ClassVar[str]
    rotation: str

    @property
    def entry(self) -> tuple[str, ...]:
        """What it points at: equal for two references to one value."""
        raise NotImplementedError

    def place(self, variable: str, secret_name: Callable[[str], str]) -> tuple[str, str]:
        """Name and key of the Secret that a pod reads for a variable.

        Args:
            variable: The variable.
            secret_name: The name of an owner's Secret.
        """
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class SecretRef(Reference):
    """An entry of a Secret that exists already.

    Attributes:
        name: Name of the Secret.
        key: Key inside it.
        rotation: As for every reference.

    Raises:
        ValueParseError: A name or key that Kubernetes does not take.
    """

    form, home = "secretRef", "a Kubernetes Secret"
    name: str
    key: str
    rotation: str = ""

    def __post_init__(self) -> None:
        _check("name", self.name, _NAME, "not a name that a Secret can have", _AS_NAME)
        _check("key", self.key, _KEY, "not a key that a Secret can have", "use at most 253 letters, digits, `-`, `_` and `.`")
        if self.rotation:
            _check_rotation(self.rotation)

    @property
    def entry(self) -> tuple[str, ...]:
        """The Secret and its key, whoever makes the Secret."""
        return ("Secret", self.name, self.key)

    def place(self, _variable: str, _secret_name: Callable[[str], str]) -> tuple[str, str]:
        """The Secret's own name and key."""
        return self.name, self.key

    def __str__(self) -> str:
        return f"key {self.key} of Secret {self.name}"


@final
class SealedRef(SecretRef):
    """An entry of the Secret that a SealedSecret of the user's unseals to; both have one name."""

    __slots__ = ()
    form, home = "sealed", "a SealedSecret"

    def __str__(self) -> str:
        return f"key {self.key} of SealedSecret {self.name}"


@final
@dataclass(frozen=True, slots=True)
class ExternalRef(Reference):
    """An entry of a store outside the cluster, which the operator external-secrets copies into a Secret.

    Attributes:
        store: Name of the SecretStore or ClusterSecretStore.
        key: Key in the store: `prod/coder/oidc`.
        store_kind: One of `STORE_KINDS`.
        part: Property of the value there (`property` in a file), empty for the whole.
        version: Version of the value there, empty for the newest.
        rotation: As for every reference.

    Raises:
        ValueParseError: A store's name that Kubernetes does not take, an unknown kind, or a text that is empty or has line breaks.
    """

    form, home = "externalSecret", "an external store"
    store: str
    key: str
    store_kind: str = STORE_KINDS[0]
    part: str = ""
    version: str = ""
    rotation: str = ""

    def __post_init__(self) -> None:
        _check("store", self.store, _NAME, "not a name that a store can have", _AS_NAME)
        if self.store_kind not in STORE_KINDS:
            raise ValueParseError("no such kind of store", f"write {' or '.join(STORE_KINDS)}", ("storeKind",))
        if not self.key.isprintable() or not self.key:
            raise ValueParseError("not a key of a store", "write the key as the store has it, in one line", ("key",))
        for name, text in (("property", self.part), ("version", self.version)):
            if not text.isprintable():
                raise ValueParseError("has a line break or a character that cannot be seen", "write it in one line", (name,))
        _check_rotation(self.rotation)

    @property
    def owner(self) -> str:
        """The owner of the Secret that it is copied into: one for each store."""
        return f"{'cluster-' if self.store_kind == STORE_KINDS[1] else ''}store-{self.store}"

    @property
    def entry(self) -> tuple[str, ...]:
        """Store, key, property and version."""
        return (self.store_kind, self.store, self.key, self.part, self.version)

    def place(self, variable: str, secret_name: Callable[[str], str]) -> tuple[str, str]:
        """The Secret into which the store's values are copied, each under its variable."""
        return secret_name(self.owner), variable

    def __str__(self) -> str:
        inside = f", {self.part}" if self.part else ""
        return f"{self.key}{inside} of {self.store_kind} {self.store}"


def _check(place: str, text: str, pattern: re.Pattern[str], reason: str, advice: str) -> None:
    if len(text) > LONGEST or not pattern.fullmatch(text):
        raise ValueParseError(reason, advice, (place,))


def _check_rotation(text: str) -> None:
    if len(text) > LONGEST or not text.isprintable():
        raise ValueParseError("not a mark of a rotation", 'write a short text in one line, such as "2026-11" or "3"', ("rotation",))
