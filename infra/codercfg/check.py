"""Checks a configuration as the server of one release would take it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import collected
from codercfg.diagnostics.report import Report
from codercfg.releases.release import Release
from codercfg.rules.run import run
from codercfg.sources.environ import variables_of
from codercfg.sources.held import held_external_auth, held_options, held_providers
from codercfg.sources.server import read_server_inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from codercfg.configuration.configuration import Configuration
    from codercfg.env.variable import Variable
    from codercfg.models.root import DeploymentValues


def check_environ(
    environ: Mapping[str, str],
    release: str | Release,
    config_yaml: str | None = None,
    args: Sequence[str] = (),
    read_file: Callable[[str], bytes] | None = None,
) -> Report[DeploymentValues]:
    """Say what the Coder server of `release` would say about its own inputs.

    Args:
        environ: The process environment, in its order.
        release: `2.33`, `2.33.1` or `v2.34.0-rc.1`.
        config_yaml: Text of the YAML file that `--config` or `CODER_CONFIG_PATH` names.
        args: The arguments behind `coder server`.
        read_file: Reads a file that an option names, raising OSError. Without it, checks that need a file are listed in the report's
            `not_checked`.

    Raises:
        ReleaseError: `release` is not a release.
    """
    return check_variables(variables_of(environ), release, config_yaml, args, read_file)


def check_variables(
    variables: Sequence[Variable],
    release: str | Release,
    config_yaml: str | None = None,
    args: Sequence[str] = (),
    read_file: Callable[[str], bytes] | None = None,
) -> Report[DeploymentValues]:
    """The same for variables that know their place, such as those of a dotenv file (`sources.dotenv`).

    Raises:
        ReleaseError: `release` is not a release.
    """
    target = release if isinstance(release, Release) else Release.parse(release)
    inputs = read_server_inputs(variables, target, config_yaml, args, read_file)
    configuration = inputs.configuration
    undecided: set[str] = set()
    findings, not_checked = run(configuration, inputs.unreadable, undecided)
    return Report(
        diagnostics=collected([*inputs.diagnostics, *findings]),
        _values=lru_cache(maxsize=1)(lambda: None if inputs.unreadable else _values(configuration)),
        release=str(target),
        not_checked=tuple(dict.fromkeys((*inputs.not_checked, *not_checked))),
        undecided=frozenset(undecided),
        _effective=lambda reveal: held_options(configuration, reveal=reveal),
        _providers=lambda reveal: held_providers(configuration, reveal=reveal),
        _external_auth=lambda reveal: held_external_auth(configuration, reveal=reveal),
    )


def _values(configuration: Configuration) -> DeploymentValues:
    from codercfg.sources.document import deployment_values  # loads pydantic

    return deployment_values(configuration)
