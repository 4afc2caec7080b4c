"""Registers the record of seeded AI providers where the release has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi

from codercfg.component.announce import announce
from codercfg.component.codes_seeds import SEEDED_REMOVED
from codercfg.component.provider_seeds import provider_seeds, seeds_database
from codercfg.component.seeded_providers import SeededProviders
from codercfg.diagnostics.diagnostic import Diagnostic

if TYPE_CHECKING:
    from codercfg.sources.stack.stack import Stack


def needs_seed_guard(stack: Stack) -> bool:
    """Whether the release compares AI providers with its database; also without a provider, for one may have been removed."""
    return seeds_database(stack.release) and not stack.kubernetes.workspace_proxy


def seed_guard(stack: Stack, key: pulumi.Output[str], parent: pulumi.Resource) -> pulumi.Resource:
    """The record. Whatever changes the server depends on it, so that nothing is touched when it objects."""
    reasons = dict(stack.kubernetes.ai_providers.changed or {})
    guard = SeededProviders(provider_seeds(stack.configuration), reasons, key, pulumi.ResourceOptions(parent=parent))
    guard.removed.apply(lambda names: announce(_removed(stack, name) for name in names or ()))
    return guard


def _removed(stack: Stack, name: str) -> Diagnostic:
    return Diagnostic(
        code=SEEDED_REMOVED.code,
        severity=SEEDED_REMOVED.severity,
        message=f"the AI provider `{name}` is no longer in the stack, and still in the server's database",
        help="delete it in the product if it is to go",
        origin=stack.written.section_origin("deployment", "env", "release"),
        why=SEEDED_REMOVED.why,
    )
