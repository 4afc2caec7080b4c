"""Loads and renders the templates."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.placeholder import placed
from codercfg.kubernetes_objects.template_program import program_of, run

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from jinja2.sandbox import ImmutableSandboxedEnvironment

SUFFIX = ".yaml.j2"
_VALUES = "_values"
_HERE = Path(__file__).resolve()


class TemplateError(Exception):
    """A template that does not render.

    Attributes:
        reason: What is wrong; holds no value of the context.
        file: The template's file.
        line: Line in it, from 1.
    """

    def __init__(self, reason: str, file: str, line: int = 1) -> None:
        super().__init__(reason)
        self.reason, self.file, self.line = reason, file, line


def bundled_templates() -> Path:
    """The folder of the templates: inside an installed package, else at the top of the repository."""
    inside = _HERE.parents[1] / "templates"
    return inside if inside.is_dir() else _HERE.parents[3] / "templates"


def template_names() -> tuple[str, ...]:
    """The names of all templates, without their suffix."""
    return tuple(sorted(path.name.removesuffix(SUFFIX) for path in bundled_templates().glob(f"*{SUFFIX}")))


def render_template(name: str, variables: dict[str, Any], override: Path | None = None) -> tuple[str, list[Any], bool]:
    """The text of one template, marks in the places of values; the values; and whether the template is as it was shipped.

    Args:
        name: Without suffix: `deployment`.
        variables: Its context.
        override: Folder whose file of the same name is used instead.

    Raises:
        TemplateError: The template cannot be read, does not parse or names something that is not there.
    """
    file = f"{name}{SUFFIX}"
    if override is None or not (override / file).is_file():
        values: list[Any] = []
        steps = program_of(name, _source(bundled_templates() / file))
        if steps is not None:
            return run(steps, variables, values), values, True
        return *_rendered(_bundled(), file, variables), False
    # An environment of its own for each: what a cached one has compiled hides a template that was added since.
    return *_rendered(new_environment((override, bundled_templates())), file, variables), False


def _rendered(environment: ImmutableSandboxedEnvironment, file: str, variables: dict[str, Any]) -> tuple[str, list[Any]]:
    import jinja2

    values: list[Any] = []
    try:
        return str(environment.get_template(file).render({**variables, _VALUES: values})), values
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"the template does not parse: {error.message}", error.filename or file, error.lineno) from None
    except jinja2.exceptions.SecurityError as error:
        raise TemplateError(f"the template does what templates may not: {error.message}", *_place(error, file)) from None
    except jinja2.UndefinedError as error:
        raise TemplateError(f"the template names something unknown: {error.message}", *_place(error, file)) from None
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError, OSError) as error:
        raise TemplateError(f"the template fails: {type(error).__name__}", *_place(error, file)) from None


def _place(error: BaseException, file: str) -> tuple[str, int]:
    """File and line inside the template, from the traceback that jinja2 rewrites."""
    place, frame = (file, 1), error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename.endswith(SUFFIX):
            place = (frame.tb_frame.f_code.co_filename, frame.tb_lineno)
        frame = frame.tb_next
    return place


@lru_cache(maxsize=1)
def _bundled() -> ImmutableSandboxedEnvironment:
    return new_environment((bundled_templates(),))


@lru_cache(maxsize=32)
def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def new_environment(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """How jinja2 reads templates here."""
    from jinja2 import FileSystemLoader, StrictUndefined, Undefined, pass_context
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    @pass_context
    def finalize(context: Context, value: object) -> object:
        """Called for each `{{ … }}`; an undefined name goes on to jinja2, which refuses it with its name."""
        return value if isinstance(value, Undefined) else placed(value, context[_VALUES])

    # Sandboxed: a template in a pull request must not run code where the manifests are made.
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        finalize=finalize,
        autoescape=False,  # no value is ever part of the text
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
