"""Which existing objects are taken over, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from codercfg.component.imports import import_findings, import_ids
from codercfg.component.plan import plan
from codercfg.stack_check import load_stack

if TYPE_CHECKING:
    from pathlib import Path

    from codercfg.component.plan import Plan
    from codercfg.diagnostics.diagnostic import Diagnostic


LABELS = "app.kubernetes.io/name=coder, app.kubernetes.io/instance=release-1"


def planned(root: Path, cluster: dict[str, Any], **kubernetes: Any) -> Plan:
    config = {
        "coder:release": "2.33.1",
        "coder:deployment": {"access_url": "https://coder.example.com"},
        "coder:kubernetes": {"serviceAccount": {"workspaceNamespaces": [{"name": "workspaces"}]}, **kubernetes},
        "coder:target": {"cluster": {"context": "prod", **cluster}},
    }
    stack = load_stack(yaml.safe_dump({"config": config})).stack
    assert stack is not None
    return plan(stack, root)


def ids(root: Path, *references: str) -> dict[str, str]:
    return import_ids(planned(root, {}).objects.manifests, "coder", references)


def found(plan_: Plan) -> list[Diagnostic]:
    return list(import_findings(plan_))


def test_an_identity_holds_the_namespace_where_the_object_lies_in_one(tmp_path: Path) -> None:
    assert ids(tmp_path, "Deployment/coder", "namespace/coder", "role/workspaces/coder-workspace-perms") == {
        "deployment-coder": "coder/coder",
        "namespace-coder": "coder",
        "role-workspaces_coder-workspace-perms": "workspaces/coder-workspace-perms",
    }


def test_the_namespace_of_the_stack_may_be_written(tmp_path: Path) -> None:
    assert ids(tmp_path, "service/coder/coder") == {"service-coder": "coder/coder"}


def test_an_object_of_another_namespace_needs_it(tmp_path: Path) -> None:
    assert ids(tmp_path, "role/workspaces/coder", "namespace/coder/coder") == {}


def test_nothing_is_said_about_a_stack_that_takes_over_nothing(tmp_path: Path) -> None:
    assert found(planned(tmp_path, {})) == []


def test_what_is_no_object_of_the_stack_is_an_error_with_what_was_meant(tmp_path: Path) -> None:
    said = found(planned(tmp_path, {"import": ["service/coder", "deployment/codr"]}))
    errors = [item for item in said if item.code == "PUL003"]
    assert [item.message for item in errors] == ["the stack has no object `deployment/codr`"]
    assert errors[0].path == "target.cluster.import[1]"
    assert errors[0].help.startswith("did you mean `deployment/coder`")
    assert [item.message for item in said if item.code == "PUL004"] == ["existing objects are taken over: service/coder"]


def test_what_resembles_no_object_of_the_stack_is_answered_with_all_of_them(tmp_path: Path) -> None:
    [error] = found(planned(tmp_path, {"import": ["networkpolicy/elephant"]}))
    assert error.help.startswith("its objects are `namespace/coder`, ")
    assert "`role/workspaces/coder-workspace-perms`" in error.help


def test_the_line_should_go_and_the_selector_has_to_match(tmp_path: Path) -> None:
    said = found(planned(tmp_path, {"import": ["deployment/chat", "service/chat"]}, name="chat", instance="release-1"))
    assert [(item.code, item.message) for item in said] == [
        ("PUL004", "existing objects are taken over: deployment/chat, service/chat"),
        (
            "PUL005",
            f"Deployment `coder/chat` can be taken over with the selector {LABELS} alone",
        ),
    ]
    assert said[0].help.endswith("remove `import` after the update")


def test_adopting_everything_concerns_every_selector(tmp_path: Path) -> None:
    said = found(planned(tmp_path, {"adopt": True}, postgres={"trial": True}))
    assert [item.message.split(" can ")[0] for item in said] == ["StatefulSet `coder/coder-postgres`", "Deployment `coder/coder`"]
