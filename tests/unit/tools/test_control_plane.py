from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.control_plane import API_SERVER, CONTROLLER_MANAGER, Program
from tools.bootstrap.failure import SetupError
from tools.bootstrap.pins import KUBERNETES

if TYPE_CHECKING:
    from tools.bootstrap.paths import Paths

    from unit.tools.conftest import AddProgram

GO = """if [ "$1" = env ]; then echo go1.99; echo local; exit 0; fi
while [ "$1" != -o ]; do shift; done
"""


@pytest.mark.parametrize("program", [API_SERVER, CONTROLLER_MANAGER], ids=lambda program: program.name)
def test_a_built_program_is_found_again_without_go(
    program: Program, paths: Paths, environ: dict[str, str], add_program: AddProgram
) -> None:
    environ["PATH"] += ":/usr/bin:/bin"
    go = add_program("go", GO + f"""printf '#!/bin/sh\\necho Kubernetes v{KUBERNETES}\\n' > "$2"; chmod +x "$2" """)
    built = program.ensure(paths, environ)
    go.unlink()
    assert program.ensure(paths, environ) == built


def test_another_version_is_not_taken(paths: Paths, add_program: AddProgram) -> None:
    add_program("kube-apiserver", "echo Kubernetes v1.30.0", API_SERVER.cached(paths).parent)
    assert API_SERVER.find(paths) is None


def test_a_program_that_does_not_run_is_not_kept(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    environ["PATH"] += ":/usr/bin:/bin"
    add_program("go", GO + 'echo broken > "$2"')
    with pytest.raises(SetupError, match="kube-apiserver was built but does not run"):
        API_SERVER.ensure(paths, environ)
    assert not API_SERVER.cached(paths).parent.exists()
