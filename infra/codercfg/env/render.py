"""From a configuration to the variables and arguments of the target release.

Only options that were set appear. Names are those of the release. Order is by variable, then each indexed family by index: the same
configuration gives the same bytes, and re-ordering a family shows as such.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.env.entry import Env, PlainEnv, SecretEnv
from codercfg.env.family import is_indexed, render_family
from codercfg.values.secret import Ciphertext, SecretRef, SecretText

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.catalog.catalog import Option
    from codercfg.configuration.configuration import Configuration
    from codercfg.configuration.setting import Setting

EMPTY_IS_VALUE_SINCE = "2.34"
DAYS_SINCE = "2.29"
OWNER = "coder"


@dataclass(slots=True)
class Rendered:
    """The result of rendering.

    Attributes:
        entries: Variables, in order; names are unique.
        arguments: Arguments for the few values that no variable can carry.
        secrets: By owner (`coder`, `ai-providers`, `external-auth`), then by key, the values to keep in that owner's Secret.
        diagnostics: What could not be rendered.
    """

    entries: list[Env] = field(default_factory=list)
    arguments: list[str] = field(default_factory=list)
    secrets: dict[str, dict[str, SecretText | Ciphertext]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add_secret(self, name: str, value: SecretText | SecretRef | Ciphertext, owner: str, secret_name: Callable[[str], str]) -> None:
        """Add a variable whose value may only lie in a Secret: the user's own, or the owner's."""
        if isinstance(value, SecretRef):
            self.entries.append(SecretEnv(name, value.name, value.key))
            return
        self.secrets.setdefault(owner, {})[name] = value
        self.entries.append(SecretEnv(name, secret_name(owner), name))


def render(configuration: Configuration, secret_name: Callable[[str], str] = "{}".format) -> Rendered:
    """Render every option that was set.

    Args:
        configuration: What to render.
        secret_name: The name of an owner's Secret.
    """
    rendered = Rendered()
    for name, option, setting in sorted(_named(configuration, rendered), key=lambda item: item[0]):
        _add(rendered, name, option, setting, configuration, secret_name)
    for owner, path, items in (
        ("ai-providers", "ai.bridge.providers", configuration.providers),
        ("external-auth", "external_auth", configuration.external_auth),
    ):
        render_family(rendered, configuration, owner, path, items, secret_name)
    return rendered


def _named(configuration: Configuration, rendered: Rendered) -> list[tuple[str, Option, Setting]]:
    """Each variable to write: one for each setting, both names where an alias would reset the other."""
    found: list[tuple[str, Option, Setting]] = []
    for path, setting in configuration.settings.items():
        options = configuration.catalog.by_path.get(path, ())
        if not options:
            rendered.diagnostics.append(_missing(configuration, path, setting))
            continue
        # A validated option and its alias do not share one value upstream: the default of the name left out wins.
        twins = options if options[0].record.validated and len(options) > 1 else options[:1]
        found.extend((twin.env or f"--{twin.record.flag}", twin, setting) for twin in twins if path != "external_auth")
    return found


def _missing(configuration: Configuration, path: str, setting: Setting) -> Diagnostic:
    return Diagnostic(
        code="ENV050",
        severity=Severity.ERROR,
        message=f"Coder {configuration.release} has no option `{path}`",
        path=path,
        origin=setting.origin,
        why="the setting would be lost: the release has no variable for it",
        help=f"remove it, or choose a release that has it: `codercfg explain {path}` lists them",
    )


def _add(
    rendered: Rendered,
    name: str,
    option: Option,
    setting: Setting,
    configuration: Configuration,
    secret_name: Callable[[str], str],
) -> None:
    value = setting.value
    if option.kind.secret and value != SecretText(""):
        rendered.add_secret(name, value, OWNER, secret_name)
        return
    text = _text(option, value, configuration)
    lost = not text and not configuration.release.at_least(EMPTY_IS_VALUE_SINCE)
    if name.startswith("--") or is_indexed(name) or lost:
        rendered.arguments.append(f"--{option.record.flag}={text}")
    else:
        rendered.entries.append(PlainEnv(name, text))


def _text(option: Option, value: Any, configuration: Configuration) -> str:  # noqa: ANN401  (a value of any kind)
    if option.kind.secret:
        return ""
    if option.kind.name == "duration" and not configuration.release.at_least(DAYS_SINCE):
        return str(value.go_text())
    return option.kind.to_env(value)
