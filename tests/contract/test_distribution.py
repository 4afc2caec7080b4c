"""What people install: a wheel that has all it needs, and an sdist that makes the same wheel."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILD = "import hatchling.build as backend, sys; print(backend.build_wheel(sys.argv[1])); print(backend.build_sdist(sys.argv[1]))"
# Nothing of the checkout or of an extra can be imported: not even by chance.
COMMAND = """
import sys
class Nothing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"pulumi", "pulumi_kubernetes", "kubernetes", "cryptography", "pytest", "hatchling"}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Nothing())
sys.path.insert(0, sys.argv[1])
import codercfg
assert codercfg.__file__.startswith(sys.argv[1]), codercfg.__file__
from codercfg.cli.main import main
sys.exit(main(sys.argv[2:]))
"""
COMMANDS = [
    ("check", "stack.yaml"),
    ("render", "stack.yaml", "--stdout"),
    ("env", "stack.yaml"),
    ("upgrade", "stack.yaml", "--to", "2.34.1"),
    ("migrate", "stack.yaml", "--to", "2.34.1"),
    ("explain", "CODER_SESSION_DURATION"),
    ("explain", "SES002"),
    ("options", "--release", "2.34.1"),
    ("rules",),
    ("schema",),
    ("--version",),
]


def built(root: Path, into: Path) -> tuple[Path, Path]:
    """A wheel and an sdist of a source tree, as pip asks for them."""
    into.mkdir()
    done = subprocess.run([sys.executable, "-c", BUILD, into], cwd=root, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    wheel, sdist = done.stdout.split()
    return into / wheel, into / sdist


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Wheel and sdist of this tree."""
    return built(ROOT, tmp_path_factory.mktemp("built") / "here")


@pytest.fixture(scope="module")
def installed(distributions: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel was unpacked into."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(distributions[0]) as wheel:
        wheel.extractall(folder)  # noqa: S202  (made a moment ago)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}


def run(packages: Path, folder: Path, *arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-I", "-c", COMMAND, str(packages), *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout, done.stderr


def test_a_wheel_has_every_file_of_the_package_and_nothing_else(installed: Path) -> None:
    templates = {f"templates/{name}": content for name, content in files(ROOT / "templates").items()}
    assert len(templates) > 10
    assert "py.typed" in files(installed / "codercfg")
    assert files(installed / "codercfg") == files(ROOT / "infra" / "codercfg") | templates
    assert sorted(path.name for path in installed.iterdir()) == ["codercfg", "codercfg-0.1.0.dist-info"]


def test_a_wheel_brings_the_command_and_the_licence(installed: Path) -> None:
    about = installed / "codercfg-0.1.0.dist-info"
    assert "codercfg = codercfg.cli.main:main" in (about / "entry_points.txt").read_text(encoding="utf-8")
    assert (about / "licenses" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_says_the_same_from_a_wheel_in_an_empty_folder(installed: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "stack.yaml").write_bytes((ROOT / "stacks" / "Pulumi.production.yaml").read_bytes())
    code, out, err = run(installed, tmp_path, *arguments)
    assert (code, out, err) == run(ROOT / "infra", tmp_path, *arguments)
    assert code == 0, err
    assert out
    assert "bug in codercfg" not in err


def test_an_sdist_makes_the_same_wheel_and_holds_no_more_than_it_needs(distributions: tuple[Path, Path], tmp_path: Path) -> None:
    wheel, sdist = distributions
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (root,) = tmp_path.iterdir()
    kept = {
        "infra",
        "templates",
        "stacks",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "Pulumi.yaml",
        "pyproject.toml",
        "PKG-INFO",
        ".gitignore",
    }
    assert {path.name for path in root.iterdir()} == kept
    assert files(root / "infra") == files(ROOT / "infra")
    again, _ = built(root, tmp_path / "again")
    with zipfile.ZipFile(wheel) as first, zipfile.ZipFile(again) as second:
        assert {name: first.read(name) for name in first.namelist()} == {name: second.read(name) for name in second.namelist()}
