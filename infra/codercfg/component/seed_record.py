"""Compares what a stack would seed with what is recorded as seeded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.component.announce import message
from codercfg.component.codes_seeds import SEEDED_CHANGED
from codercfg.component.provider_seeds import FIELDS
from codercfg.diagnostics.diagnostic import Diagnostic
from codercfg.diagnostics.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    Digests = Mapping[str, Mapping[str, str]]

_SETTING = "coder:kubernetes.aiProviders.changed"


@dataclass(slots=True)
class SeedRecord:
    """What is kept between updates, and what stands against this one.

    Attributes:
        recorded: By provider and field, the digest of what the database holds, as far as anybody knows; providers that left the stack too.
        removed: Names of those.
        used: By provider, the reason that has let a change pass already.
        problems: One text for each change that the server would refuse.
    """

    recorded: dict[str, dict[str, str]] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    used: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def compared(
    before: Digests, used: Mapping[str, str], now: Digests, places: Mapping[str, Mapping[str, str]], reasons: Mapping[str, str]
) -> SeedRecord:
    """The record after an update with `now`.

    Args:
        before: What is recorded.
        used: Reasons that were used.
        now: What the stack says.
        places: By provider and field, where it was written.
        reasons: By provider, why a change may pass.
    """
    record = SeedRecord(used=dict(used))
    for name, digests in before.items():
        if name not in now:
            record.recorded[name] = dict(digests)
            record.removed.append(name)
    for name, digests in now.items():
        record.recorded[name] = dict(digests)
        # in our order: the engine's maps have none
        changed = [part for part in FIELDS if name in before and before[name].get(part) != digests.get(part)]
        reason = reasons.get(name)
        if changed and (reason is None or used.get(name) == reason):
            record.problems.append(_problem(name, changed, places.get(name, {}), reason))
        elif changed and reason is not None:
            record.used[name] = reason
    record.removed.sort()
    return record


def _problem(name: str, changed: list[str], places: Mapping[str, str], reason: str | None) -> str:
    parts = " and ".join(f"`{part}`" for part in changed)
    way_out = f"when the database row was changed to match, say why under `{_SETTING}.{name}`"
    if reason is not None:
        way_out = f"the reason under `{_SETTING}.{name}` has let an earlier change pass: {way_out.partition(', ')[0]}, write another one"
    return message(
        Diagnostic(
            code=SEEDED_CHANGED.code,
            severity=SEEDED_CHANGED.severity,
            message=f"{parts} of the AI provider `{name}` {'is' if len(changed) == 1 else 'are'} not what the database was seeded with",
            help=f"put the old value back and change the provider in the product, through its API or with Terraform; {way_out}",
            origin=Origin("stack", name=places.get(changed[0])),
            why=SEEDED_CHANGED.why,
        )
    )
