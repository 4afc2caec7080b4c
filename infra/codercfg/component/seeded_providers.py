"""Stops an update that would change an AI provider which the database was seeded with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pulumi
from pulumi.dynamic import CheckFailure, CheckResult, ConfigureRequest, CreateResult, DiffResult, Resource, ResourceProvider, UpdateResult

from codercfg.component.detailed_diff import announce, install
from codercfg.component.engine_watch import end_with_engine
from codercfg.component.manifest_diff import changed_paths
from codercfg.component.seed_record import compared

if TYPE_CHECKING:
    from codercfg.component.provider_seeds import Seed

_KEPT = ("keyId", "recorded", "removed", "used")


class SeededProvidersProvider(ResourceProvider):
    """Keeps what was seeded in the state, as keyed digests; state holds a reference to this class by name, so the name must stay.

    Inputs: `keyId`, `seeds` (by provider and field, a digest), `places` (the same, where it was written), `reasons` (by provider). Added
    here: `recorded`, `removed`, `used`, of `SeedRecord`.
    """

    serialize_as_secret_always = False

    def configure(self, _req: ConfigureRequest) -> None:
        """Called once in the provider's process, before anything else."""
        install()
        end_with_engine()

    def check(self, olds: dict[str, Any], news: dict[str, Any]) -> CheckResult:
        """Compare; a failure ends previews and updates before anything else is registered."""
        if not isinstance(news.get("seeds"), dict) or not isinstance(news.get("keyId"), str):  # the key of a new stack is not known yet
            return CheckResult(news, [])
        comparable = olds.get("keyId") == news["keyId"]  # digests of another key say nothing: what is there now becomes the record
        before, used = (olds.get("recorded") or {}, olds.get("used") or {}) if comparable else ({}, {})
        record = compared(before, used, news["seeds"], news.get("places") or {}, news.get("reasons") or {})
        kept = {"recorded": record.recorded, "removed": record.removed, "used": record.used}
        return CheckResult({**news, **kept}, [CheckFailure("", text) for text in record.problems])

    def diff(self, _id: str, olds: dict[str, Any], news: dict[str, Any]) -> DiffResult:
        """Only what is kept counts: a line that moved is no change."""
        old, new = ({key: props.get(key) for key in _KEPT} for props in (olds, news))
        announce(changed_paths(old, new))
        return DiffResult(changes=old != new)

    def create(self, props: dict[str, Any]) -> CreateResult:
        """Record."""
        return CreateResult("ai-providers", props)

    def update(self, _id: str, _olds: dict[str, Any], news: dict[str, Any]) -> UpdateResult:
        """Record."""
        return UpdateResult(news)


class SeededProviders(Resource, module="codercfg", name="SeededProviders"):
    """The record.

    Attributes:
        removed: Names of providers that left the stack; the database still has them.
    """

    removed: pulumi.Output[list[str]]

    def __init__(self, seeds: list[Seed], reasons: dict[str, str], key: pulumi.Output[str], opts: pulumi.ResourceOptions) -> None:
        from codercfg.component.provider_seeds import key_id

        digests = key.apply(lambda text: {seed.name: seed.digests(bytes.fromhex(text)) for seed in seeds})
        props = {
            "keyId": pulumi.Output.unsecret(key.apply(lambda text: key_id(bytes.fromhex(text)))),
            "seeds": pulumi.Output.unsecret(digests),
            "places": {seed.name: {part: str(origin) for part, origin in seed.origins.items()} for seed in seeds},
            "reasons": reasons,
            "removed": [],
        }
        super().__init__(SeededProvidersProvider(), "ai-providers", props, opts)
