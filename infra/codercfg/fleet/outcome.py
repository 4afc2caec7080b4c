"""What a preview of one stack came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from codercfg.fleet.failure import is_absent

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic


class Verdict(Enum):
    """What an update would do, the gravest thing first; a stack gets the first that holds."""

    FAILED = "failed"
    ABSENT = "not in the backend"
    DELETES = "deletes"
    REPLACES = "replaces"
    ROLLS_PODS = "rolls pods"
    SAFE_UPDATE = "safe update"
    NO_CHANGE = "no change"


NO_PREVIEW = frozenset((Verdict.FAILED, Verdict.ABSENT))


class Operation(Enum):
    """What happens to one object."""

    CREATE = "create"
    UPDATE = "update"
    REPLACE = "replace"
    DELETE = "delete"
    SAME = "same"


class Subject(Enum):
    """What a change is about."""

    VARIABLE = "variable"
    SECRET_KEY = "secret key"  # noqa: S105  (a word of the report)
    FIELD = "field"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One thing that differs; of a secret, only its key.

    Attributes:
        name: `CODER_ACCESS_URL`, the key of a Secret, or a path in the object such as `spec.replicas`.
        subject: A value of `Subject`.
        option: The option that the variable carries: `access_url`; empty where it is none.
        old: Before, as text; None where there was nothing, and always for a secret.
        new: Afterwards.
        kind: `added`, `removed` or `changed`.
    """

    name: str
    subject: str
    kind: str
    old: str | None = None
    new: str | None = None
    option: str = ""


@dataclass(frozen=True, slots=True)
class ObjectOutcome:
    """What happens to one object.

    Attributes:
        operation: What.
        kind: Kind of the Kubernetes object, or the type of another resource.
        name: Its name.
        namespace: Its namespace, or nothing.
        changes: What differs, sorted; empty for objects that are new or go.
        rolls: Whether pods are replaced by new ones.
    """

    operation: Operation
    kind: str
    name: str
    namespace: str = ""
    changes: tuple[Change, ...] = ()
    rolls: bool = False


@dataclass(frozen=True, slots=True)
class Seconds:
    """Where the time went.

    Attributes:
        total: From the start of the CLI to its end, waiting for a free processor included; 0 when it was not started.
        program: Of that, the Python program, on its own clock.
        cpu: Processor time of the program.
    """

    total: float = 0.0
    program: float = 0.0
    cpu: float = 0.0

    @property
    def engine(self) -> float:
        """The rest: CLI, engine, plugins, backend."""
        return max(self.total - self.program, 0.0)


@dataclass(frozen=True, slots=True)
class StackOutcome:
    """What a preview of one stack came to.

    Attributes:
        stack: Name of the stack.
        file: Its file, as it was named.
        release: The Coder release that it names.
        objects: Every object, sorted; unchanged ones too.
        diagnostics: Findings about the file.
        errors: Why there is no preview, beside findings: what the engine, a policy or the CLI said.
        seconds: Where the time went.
        failed: There is no preview.
    """

    stack: str
    file: str
    release: str
    objects: tuple[ObjectOutcome, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    errors: tuple[str, ...] = ()
    seconds: Seconds = field(default_factory=Seconds)
    failed: bool = False

    def count(self, operation: Operation) -> int:
        """How many objects this happens to."""
        return sum(item.operation is operation for item in self.objects)

    @property
    def verdict(self) -> Verdict:
        """The gravest thing that would happen."""
        if self.failed:
            return Verdict.ABSENT if any(map(is_absent, self.errors)) else Verdict.FAILED
        for operation, verdict in ((Operation.DELETE, Verdict.DELETES), (Operation.REPLACE, Verdict.REPLACES)):
            if self.count(operation):
                return verdict
        if any(item.rolls for item in self.objects):
            return Verdict.ROLLS_PODS
        return Verdict.NO_CHANGE if self.count(Operation.SAME) == len(self.objects) else Verdict.SAFE_UPDATE
