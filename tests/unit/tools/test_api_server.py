from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import api_server
from tools.bootstrap.failure import SetupError
from tools.bootstrap.pins import KUBERNETES

if TYPE_CHECKING:
    from tools.bootstrap.paths import Paths

    from unit.tools.conftest import AddProgram

GO = """if [ "$1" = env ]; then echo go1.99; echo local; exit 0; fi
while [ "$1" != -o ]; do shift; done
"""


def test_a_built_server_is_found_again_without_go(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    environ["PATH"] += ":/usr/bin:/bin"
    go = add_program("go", GO + f"""printf '#!/bin/sh\\necho Kubernetes v{KUBERNETES}\\n' > "$2"; chmod +x "$2" """)
    built = api_server.ensure(paths, environ)
    go.unlink()
    assert api_server.ensure(paths, environ) == built


def test_another_version_is_not_taken(paths: Paths, add_program: AddProgram) -> None:
    add_program("kube-apiserver", "echo Kubernetes v1.30.0", api_server.cached(paths).parent)
    assert api_server.find(paths) is None


def test_a_server_that_does_not_run_is_not_kept(paths: Paths, environ: dict[str, str], add_program: AddProgram) -> None:
    environ["PATH"] += ":/usr/bin:/bin"
    add_program("go", GO + 'echo broken > "$2"')
    with pytest.raises(SetupError, match="kube-apiserver was built but does not run"):
        api_server.ensure(paths, environ)
    assert not api_server.cached(paths).parent.exists()
