"""From a configuration to the variables and arguments of the target release.

Only options that were set appear. Names are those of the release. Order is by variable, then each indexed family by index: the same
configuration gives the same bytes, and re-ordering a family shows as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.env.entry import PlainEnv
from codercfg.env.family import is_indexed, render_family
from codercfg.env.parse import DAYS_SINCE, EMPTY_IS_VALUE_SINCE
from codercfg.env.rendered import Rendered
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.catalog.catalog import Option
    from codercfg.configuration.configuration import Configuration
    from codercfg.configuration.setting import Setting

OWNER = "coder"


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
