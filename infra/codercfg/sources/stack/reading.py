"""What the readers of a stack file's parts share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import catalog
from codercfg.diagnostics.diagnostic import Diagnostic, Related, Severity
from codercfg.values.reference import Reference
from codercfg.values.secret import Ciphertext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.catalog.catalog import Catalog
    from codercfg.diagnostics.origin import Origin
    from codercfg.releases.release import Release
    from codercfg.yaml_reader.nodes import Places

_SHOWABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_.:/-]{0,63}")


@dataclass(slots=True)
class Reading:
    """One stack file while it is read.

    Attributes:
        places: Turns events into origins.
        release: The release to check against; the newest known one while the file names none.
        secrets: Plain text by place in the file (`deployment.oidc.client_secret`), where the caller could decrypt it.
        diagnostics: Findings so far.
        unreadable: JSON paths of options whose value was refused, and `@providers` or `@external_auth`.
        ciphertexts: Names of options whose value stays encrypted.
        referenced: Names of options whose value lies elsewhere, by what it lies in.
        catalog: The options of the release.
        incomplete: A whole section, or what stands behind a YAML error, could not be read; rules about what is missing would be wrong.
        stack: Name of the stack where the file's name tells it, else empty; for commands that people may copy.
        suggestions: How many more unknown keys are compared with the known ones: it costs a millisecond each.
    """

    places: Places
    release: Release
    secrets: Mapping[str, str] | None = field(default=None, repr=False)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    ciphertexts: list[str] = field(default_factory=list)
    referenced: dict[str, list[str]] = field(default_factory=dict)
    stack: str = ""
    suggestions: int = 20
    incomplete: bool = False

    catalog: Catalog = field(init=False)

    def __post_init__(self) -> None:
        """Look up the options of the release."""
        self.use(self.release)

    def use(self, release: Release) -> None:
        """Check against `release` from now on."""
        self.release, self.catalog = release, catalog(release)

    def hide(self, name: str, value: object) -> bool:
        """Whether nobody can look at a value, which is then kept in mind."""
        if isinstance(value, Ciphertext):
            self.ciphertexts.append(name)
        elif isinstance(value, Reference):
            self.referenced.setdefault(value.home, []).append(name)
        else:
            return False
        return True

    def note(  # noqa: PLR0913  (the parts of a finding, all by name)
        self,
        code: str,
        message: str,
        *,
        help: str,  # noqa: A002  (the attribute's name)
        origin: Origin,
        path: str = "",
        why: str = "",
        severity: Severity = Severity.ERROR,
        related: tuple[Related, ...] = (),
    ) -> None:
        """Add a finding."""
        about = (origin.name or path,) if origin.name or path else ()
        self.diagnostics.append(Diagnostic(code, severity, message, help, path, origin, why, about, related))


def shown(key: str) -> str:
    """A key for a message; only what looks like a name, for anything else may be a secret in the wrong place."""
    return f"`{key}`" if _SHOWABLE.fullmatch(key) else "this key"
