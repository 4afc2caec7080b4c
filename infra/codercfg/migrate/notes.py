"""What to know about a migration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.migrate.plan import LIST, REMOVED_IN
from codercfg.rules.ai_providers import routes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.migrate.plan import Plan
    from codercfg.stack_check import LoadedStack

SEED_SINCE = "2.34"


def notes(before: LoadedStack, after: LoadedStack, plan: Plan) -> list[Diagnostic]:
    """Findings about the change itself, in the order of the file."""
    old, new = before.inputs.configuration, after.inputs.configuration
    if old is None or new is None:
        return []
    return [*_routes(old, new), *_dropped(old, plan), *_seeded(old, new, plan), *_order(old, plan)]


def _routes(old: Configuration, new: Configuration) -> Iterator[Diagnostic]:
    """Routes that answered before and do not any more."""
    kept = frozenset(routes.names(new))
    lost = [name for name in routes.names(old) if name not in kept]
    if not lost:
        return
    listed = ", ".join(f"/api/v2/aibridge/{name}" for name in lost)
    from_database = new.release.at_least(REMOVED_IN)
    yield Diagnostic(
        code="REL031",
        severity=Severity.WARNING,
        message=f"nothing in the file answers under {listed} any more",
        path=LIST,
        origin=old.origin(routes.ENABLED),
        why="the release serves the providers of its database only" if from_database else "the release has no provider that is not listed",
        help="see that the database has providers of these names: `--providers hcl` or `--providers api` prints them"
        if from_database
        else "list those that are in use, such as {type: copilot, name: copilot}",
        about=tuple(lost),
    )


def _dropped(old: Configuration, plan: Plan) -> Iterator[Diagnostic]:
    by_place = {place: path for path, place in plan.places.items()}
    for place, comment in plan.dropped.items():
        path = by_place.get(place, LIST)
        setting = old.settings.get(path)
        yield Diagnostic(
            code="REL032",
            severity=Severity.INFO,
            message=f"`{place[-1] if place[-1].isupper() else path}` goes",
            path=path,
            origin=setting.origin if setting is not None else old.providers[0].origin(),
            why=comment.partition(": ")[2],
            help="nothing has to be done; a comment stands in its place",
        )


def _seeded(old: Configuration, new: Configuration, plan: Plan) -> Iterator[Diagnostic]:
    """The database of a server that ran 2.34 or later has the providers already, and is compared with them."""
    if not plan.conversion.providers or not old.release.at_least(SEED_SINCE):
        return
    first = next(iter(plan.conversion.providers[0].moved.values()))
    yield Diagnostic(
        code="REL033",
        severity=Severity.WARNING,
        message="the database has these AI providers already",
        path=LIST,
        origin=old.origin(first),
        why=f"Coder {new.release} compares them with the list at each start, and refuses to start when they differ",
        help="nothing of them changes here; better still, manage them in the product and remove them from the file",
        about=tuple(provider.name for provider in plan.conversion.providers),
    )


def _order(old: Configuration, plan: Plan) -> Iterator[Diagnostic]:
    """New variables come behind the indexed ones, while the server had the older options first."""
    if not plan.to_variables or not old.providers or not plan.conversion.providers:
        return
    yield Diagnostic(
        code="REL034",
        severity=Severity.INFO,
        message="providers of the older options now come behind the indexed ones",
        path=LIST,
        origin=old.providers[0].origin(),
        why="when several providers share a host, the gateway's proxy sends its calls to the first of them",
        help="nothing has to be done unless two providers share the host of their base URL",
        about=tuple(provider.name for provider in plan.conversion.providers),
    )
