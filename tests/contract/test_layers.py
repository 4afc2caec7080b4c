"""A package imports only packages of a lower rank, and heavy libraries stay where they belong."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "infra" / "codercfg"
RANKS = {
    "values": 0,
    "diagnostics": 0,
    "yaml_reader": 1,
    "options": 1,
    "models": 2,
    "releases": 2,
    "catalog": 3,
    "configuration": 4,
    "env": 5,
    "rules": 5,
    "suppressions": 5,
    "baseline": 5,
    "sources": 6,
    "kubernetes_objects": 6,
    "cluster": 7,
    "reference": 7,
    "passphrase": 7,
    "check": 8,
    "stack_check": 8,
    "upgrade": 9,
    "migrate": 9,
    "component": 9,
    "exporters": 9,
    "fleet": 10,
    "cli": 11,
}
OWNERS = {
    "cryptography": {"passphrase", "rules"},
    "jinja2": {"kubernetes_objects", "reference"},
    "jsonschema_rs": {"kubernetes_objects"},
    "kubernetes": {"cluster"},
    "urllib3": {"cluster"},
    "pulumi": {"component"},
    "pulumi_kubernetes": set(),  # the engine loads the plugin by its version
    "pydantic_settings": {"sources"},
    "re2": {"values"},
    "ruamel": {"migrate"},
}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def part(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)} if node.module == "codercfg" else {node.module}
    return found


def test_every_rank_belongs_to_a_package() -> None:
    assert set(RANKS) == {part(path) for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_lower_ranks(path: Path) -> None:
    """Imports below `if TYPE_CHECKING:` cost nothing at run time but still show a wrong direction, so they count as well."""
    own = part(path)
    used = {name.split(".")[1] for name in imports(path) if name.startswith("codercfg.")} - {own}

    assert own in RANKS
    assert {name: RANKS[name] for name in used if RANKS[name] >= RANKS[own]} == {}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_heavy_libraries_are_imported_only_by_their_owner(path: Path) -> None:
    top = {name.split(".")[0] for name in imports(path)}

    assert {library for library in top & set(OWNERS) if part(path) not in OWNERS[library]} == set()


def loaded_after(statement: str) -> set[str]:
    program = f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def test_importing_the_library_loads_nothing_heavy() -> None:
    heavy = {
        "pulumi",
        "kubernetes",
        "jinja2",
        "ruamel",
        "asyncio",
        "rich",
        "re2",
        "pydantic_settings",
        "jsonschema_rs",
        "yaml",
        "cryptography",
    }

    assert loaded_after("import codercfg") & heavy == set()


def test_checking_an_environment_loads_nothing_heavy() -> None:
    heavy = {
        "pulumi",
        "kubernetes",
        "jinja2",
        "ruamel",
        "asyncio",
        "rich",
        "pydantic_settings",
        "jsonschema",
        "jsonschema_rs",
        "cryptography",
    }
    statement = "import codercfg; assert codercfg.check_environ({'CODER_VERBOSE': 'true'}, release='2.33.1').ok"

    assert loaded_after(statement) & heavy == set()
