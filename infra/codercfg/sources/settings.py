"""The process environment as one typed object, for programs that want pydantic-settings' way of saying it."""

from __future__ import annotations

import os
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from codercfg.diagnostics.diagnostic import Severity, collected
from codercfg.diagnostics.error import ConfigurationError
from codercfg.models.root import DeploymentValues
from codercfg.releases.release import Release
from codercfg.releases.table import newest
from codercfg.sources.environ import variables_of
from codercfg.sources.server import ServerInputs, read_server_inputs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic.fields import FieldInfo

# pydantic-settings builds its sources inside `__init__` and has no other way to hand them an argument.
_inputs: ContextVar[ServerInputs] = ContextVar("codercfg_inputs")


class _ServerSource(PydanticBaseSettingsSource):
    """Options by Coder's own names and rules. pydantic-settings' nesting, unknown-name and list handling is not what Coder does."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Not used: the whole document comes at once."""
        del field
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        """The nested document of every option that was set."""
        document: dict[str, Any] = {}
        configuration = _inputs.get().configuration
        for path, setting in configuration.settings.items():
            _put(document, path, setting.value)
        if configuration.providers:
            _put(document, "ai.bridge.providers", tuple(item.value for item in configuration.providers))
        if configuration.external_auth:
            _put(document, "external_auth", tuple(item.value for item in configuration.external_auth))
        return document


def _put(document: dict[str, Any], path: str, value: Any) -> None:  # noqa: ANN401  (a value of any kind)
    *groups, last = path.split(".")
    for group in groups:
        document = document.setdefault(group, {})
    document[last] = value


class CoderSettings(BaseSettings, DeploymentValues):
    """`DeploymentValues` read from the environment of a Coder server; keyword arguments, by upstream's JSON names, win over it.

    Never call `CoderSettings.model_validate`: it would merge the process environment into the data.
    """

    model_config = SettingsConfigDict(
        arbitrary_types_allowed=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        protected_namespaces=(),
        validate_default=False,  # pydantic-settings turns it on, and an unset option is None, which no kind accepts
    )

    def __init__(
        self,
        _env: Mapping[str, str] | None = None,
        release: str | None = None,
        _args: Sequence[str] = (),
        **values: Any,  # noqa: ANN401  (options by name)
    ) -> None:
        """Read the environment.

        Args:
            _env: Variables; the process environment when None.
            release: Whose rules hold; the newest known one when None.
            _args: Arguments behind `coder server`.
            values: Options and groups by upstream's JSON names.

        Raises:
            ConfigurationError: A variable or argument that the server would refuse.
            ReleaseError: `release` is not a release.
            pydantic.ValidationError: A keyword that is no option, or a value of the wrong kind.
        """
        environment = os.environ if _env is None else _env
        inputs = read_server_inputs(variables_of(environment), Release.parse(release) if release else newest(), None, _args)
        errors = collected([item for item in inputs.diagnostics if item.severity is Severity.ERROR])
        if errors:
            raise ConfigurationError(errors)
        token = _inputs.set(inputs)
        try:
            super().__init__(**values)
        finally:
            _inputs.reset(token)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Keywords, then the server's own inputs; none of pydantic-settings' readers."""
        del env_settings, dotenv_settings, file_secret_settings
        return (init_settings, _ServerSource(settings_cls))
