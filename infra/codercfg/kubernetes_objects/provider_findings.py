"""Findings about `aiProviders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.finding import setting_finding
from codercfg.rules.ai_providers import legacy
from codercfg.rules.items import PROVIDERS, entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack


def provider_findings(stack: Stack) -> Iterator[Diagnostic]:
    """Reasons for providers that the stack does not have."""
    reasons = stack.kubernetes.ai_providers.changed
    if not reasons:
        return
    configuration = stack.configuration
    known = {*legacy.providers(configuration), *(item.text("name") or item.text("type") for item in entries(configuration, PROVIDERS))}
    for name in sorted(reasons.keys() - known):
        advice = f"write one of {', '.join(f'`{item}`' for item in sorted(known))}, or remove it" if known else "remove it"
        yield setting_finding(stack, "K8S060", f"aiProviders.changed.{name}", f"the stack has no AI provider `{name}`", advice)
