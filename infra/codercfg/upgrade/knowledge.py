"""What happens at an upgrade although no setting is wrong: new names, routes that go, lists whose order counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.rules.ai_providers import legacy, routes
from codercfg.rules.items import EXTERNAL_AUTH
from codercfg.upgrade.step import Step, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration

_SHOWN = 3
_NEW_ROUTE = "2.35"  # coder/coder #26475, inferred from its date
_BY_MATCH = "2.37"  # coder/coder #27854, inferred from its date


def knowledge_steps(now: Configuration, then: Configuration) -> Iterator[Step]:
    """All of them."""
    yield from _new_names(now, then)
    yield from _routes(now, then)
    yield from _new_route(now, then)
    yield from _order(now, then)


def _new_names(now: Configuration, then: Configuration) -> Iterator[Step]:
    """Options of the stack that reach the server under another variable."""
    renamed = []
    gone = legacy.ALL if then.release.at_least(routes.DATABASE_ONLY_SINCE) else ()
    for path in sorted(set(now.settings) & set(then.settings) - set(gone)):
        old, new = now.catalog.by_path.get(path, ()), then.catalog.by_path.get(path, ())
        if old and new and old[0].env != new[0].env and now.settings[path].origin.name == path:
            renamed.append((path, old[0].env or "", new[0].env or ""))
    if not renamed:
        return
    listed = ", ".join(f"{old} as {new}" for _path, old, new in renamed[:_SHOWN]) + (", …" if len(renamed) > _SHOWN else "")
    count = f"{len(renamed)} variables get new names" if len(renamed) > 1 else "a variable gets a new name"
    yield Step(
        When.NEVER,
        Diagnostic(
            code="REL012",
            severity=Severity.INFO,
            message=f"{count}: {listed}",
            path=renamed[0][0],
            origin=now.origin(renamed[0][0]),
            why="options under `coder:deployment` are rendered with the names of the release",
            help="the manifests follow by themselves; look for the old names in what reads them besides",
            about=tuple(path for path, _old, _new in renamed),
        ),
    )


def _routes(now: Configuration, then: Configuration) -> Iterator[Step]:
    kept = frozenset(routes.names(then))
    lost = [name for name in routes.names(now) if name not in kept]
    if not lost or then.release.at_least(routes.DATABASE_ONLY_SINCE):
        return  # from then on the list itself is a finding
    yield Step(
        When.BEFORE,
        Diagnostic(
            code="REL031",
            severity=Severity.WARNING,
            message=f"nothing answers under {', '.join(f'/api/v2/aibridge/{name}' for name in lost)} any more",
            path=routes.ENABLED,
            origin=now.origin(routes.ENABLED),
            why=f"Coder {then.release} has no provider that is not listed",
            help="list those that are in use, such as {type: copilot, name: copilot}",
            about=tuple(lost),
        ),
    )


def _new_route(now: Configuration, then: Configuration) -> Iterator[Step]:
    if now.release.at_least(_NEW_ROUTE) or not then.release.at_least(_NEW_ROUTE) or not routes.names(now):
        return
    yield Step(
        When.NEVER,
        Diagnostic(
            code="REL014",
            severity=Severity.INFO,
            message="the gateway's routes get a second address, /api/v2/ai-gateway/<name>",
            path=routes.ENABLED,
            origin=now.origin(routes.ENABLED),
            why="the old address, /api/v2/aibridge/<name>, is kept",
            help="tell clients the new one in your own time",
        ),
    )


def _order(now: Configuration, then: Configuration) -> Iterator[Step]:
    if len(then.external_auth) < 2 or now.release.at_least(_BY_MATCH):  # noqa: PLR2004
        return
    first = then.external_auth[0]
    yield Step(
        When.NEVER,
        Diagnostic(
            code="REL013",
            severity=Severity.INFO,
            message=f"the order of the {len(then.external_auth)} external-auth providers counts",
            path=EXTERNAL_AUTH,
            origin=first.origin(),
            why=f"before {_BY_MATCH} a plain git clone goes to the provider that its place in the list gives it",
            help="keep the order during the upgrade, and add new ones at the end",
        ),
    )
