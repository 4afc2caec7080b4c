"""The environment of a Coder server, from a typed model made in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity, collected
from codercfg.diagnostics.error import ConfigurationError
from codercfg.env.render import render
from codercfg.releases.release import Release
from codercfg.sources.keywords import configuration_of

if TYPE_CHECKING:
    from codercfg.env.entry import Env
    from codercfg.models.root import DeploymentValues


def render_env(values: DeploymentValues, release: str | Release) -> tuple[Env, ...]:
    """The variables to give to a server of `release`, in order; secrets as references.

    A secret value becomes a reference to an entry, named like its variable, of a Secret named `coder`, `ai-providers` or `external-auth`;
    one that a store keeps (`ExternalRef`), of a Secret named `store-<store>` or `cluster-store-<store>`.

    Args:
        values: What to configure; None is unset.
        release: `2.33`, `2.33.1` or `v2.34.0-rc.1`.

    Raises:
        ConfigurationError: The release cannot be told some of it by variables.
        ReleaseError: `release` is not a release.
    """
    target = release if isinstance(release, Release) else Release.parse(release)
    rendered = render(configuration_of(values, target))
    errors = [item for item in rendered.diagnostics if item.severity is Severity.ERROR]
    if errors:
        raise ConfigurationError(collected(errors))
    return tuple(rendered.entries)
