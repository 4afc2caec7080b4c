"""What a rule is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from codercfg.diagnostics.diagnostic import Diagnostic, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.diagnostics.origin import Origin
    from codercfg.releases.release import Release


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A check that could not be made, in one sentence: a value is ciphertext, a file may not be read."""

    sentence: str


Outcome = Diagnostic | NotChecked


class Rule:
    """One check of the whole configuration.

    A subclass has the page of its code as docstring: a summary line, then the headings `What:`, `Why:`, `Wrong:` and `Right:` (the form is
    read by `rules.documentation`). Its module ends with `RULE = TheClass()`, and `rules.registry` lists it.

    Attributes:
        code: Stable code, never used again for something else.
        name: Slug of what is wrong.
        severity: What the server does; a finding may deviate where a release or value makes it milder or worse.
        since: First release series (`2.33`) in which it holds; None when all known ones.
        until: Last release series in which it holds, included; None when the newest known one.
        source: Upstream file or pull request that the fact comes from.
        inferred: The release range follows from merge dates, not from a released version that was run.
        triggers: JSON paths of options of which one must be set, or `@providers` (any AI provider), `@providers.bedrock` (one of that type
            or with a key of it), `@providers.lists` (one with a list of credentials), `@external_auth` (any external-auth provider),
            `@always`; see `rules.triggers`.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    since: ClassVar[str | None] = None
    until: ClassVar[str | None] = None
    source: ClassVar[str]
    inferred: ClassVar[bool] = False
    triggers: ClassVar[tuple[str, ...]]

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Yield what is wrong; a subclass has the knowledge."""
        raise NotImplementedError

    def holds_for(self, release: Release) -> bool:
        """Whether the rule says something about `release`."""
        return (self.since is None or release.at_least(self.since)) and (self.until is None or release.at_most(self.until))

    def finding(  # noqa: PLR0913  (the parts of a finding, all by name)
        self,
        config: Configuration,
        place: str | Origin,
        message: str,
        *,
        help: str,  # noqa: A002  (the attribute's name)
        why: str = "",
        path: str = "",
        about: tuple[str, ...] = (),
        related: tuple[Related, ...] = (),
        severity: Severity | None = None,
    ) -> Diagnostic:
        """A diagnostic of this rule.

        Args:
            config: What is checked.
            place: The JSON path of the option at fault, or the place itself.
            message: What is wrong, without a final full stop and without any secret value.
            help: What to do instead.
            why: What the server does because of it.
            path: The JSON path when `place` is an origin.
            about: Names at fault; by default the one at `place`.
            related: Further places.
            severity: When it is not the rule's.
        """
        origin = config.origin(place) if isinstance(place, str) else place
        default_about = (config.name(place),) if isinstance(place, str) else tuple(filter(None, (place.name,)))
        return Diagnostic(
            code=self.code,
            severity=severity or self.severity,
            message=message,
            help=help,
            path=place if isinstance(place, str) else path,
            origin=origin,
            why=why,
            about=about or default_about,
            related=related,
        )
