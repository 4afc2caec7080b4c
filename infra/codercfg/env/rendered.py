"""What rendering gives: variables, arguments, and the values that belong into Secrets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.env.entry import Env, SecretEnv
from codercfg.values.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.values.secret import Ciphertext, SecretText


@dataclass(slots=True)
class Rendered:
    """The result of rendering.

    Attributes:
        entries: Variables, in order; names are unique.
        arguments: Arguments for the few values that no variable can carry.
        secrets: By owner (`coder`, `ai-providers`, `external-auth`), then by key, the values to keep in that owner's Secret.
        references: By variable, where the values lie that are not ours.
        diagnostics: What could not be rendered.
    """

    entries: list[Env] = field(default_factory=list)
    arguments: list[str] = field(default_factory=list)
    secrets: dict[str, dict[str, SecretText | Ciphertext]] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add_secret(self, name: str, value: SecretText | Reference | Ciphertext, owner: str, secret_name: Callable[[str], str]) -> None:
        """Add a variable whose value may only lie in a Secret: the user's own, that of a store, or the owner's."""
        if isinstance(value, Reference):
            self.references[name] = value
            self.entries.append(SecretEnv(name, *value.place(name, secret_name)))
            return
        self.secrets.setdefault(owner, {})[name] = value
        self.entries.append(SecretEnv(name, secret_name(owner), name))
