"""The user's own templates, and what a template may do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from codercfg.kubernetes_objects.template_program import program_of
from codercfg.kubernetes_objects.templates import template_names
from unit.kubernetes_objects.rendering import BASE, NAMES, case, found, rendered, stack_of

if TYPE_CHECKING:
    from codercfg.kubernetes_objects.render import Objects

BUNDLED = Path(__file__).parents[3] / "templates"
SECRET_BASE = f"{BASE.rstrip()}\n    oidc: {{client_secret: {{secure: 'v1:x'}}}}\n"
VALUES = {"deployment.oidc.client_secret": "Zq7-canary-Zq7"}


def with_template(root: Path, name: str, text: str) -> Objects:
    (root / "mine").mkdir(exist_ok=True)
    (root / "mine" / name).write_text(text, encoding="utf-8")
    return rendered(stack_of(f"{SECRET_BASE}  coder:kubernetes: {{templates: mine}}\n", VALUES), "write", root=root)


def bundled(name: str) -> str:
    return (BUNDLED / f"{name}.yaml.j2").read_text(encoding="utf-8")


def test_a_template_of_the_same_name_is_used_instead(tmp_path: Path) -> None:
    text = bundled("service").replace("spec:\n", "spec:\n  publishNotReadyAddresses: true\n")
    objects = with_template(tmp_path, "service.yaml.j2", text)

    assert found(objects, "Service")["spec"]["publishNotReadyAddresses"] is True
    assert found(objects, "Deployment")["kind"] == "Deployment"


@pytest.mark.parametrize(
    ("text", "code", "message", "line"),
    [
        ("{% if %}", "TPL002", "does not parse: Expected an expression", 1),
        ("a: b\nname: {{ nmae }}\n", "TPL002", "'nmae' is undefined", 2),
        ("a: {{ none }}", "TPL002", "the template fails: TypeError", 1),
        ("a: {{ ''.__class__.__mro__ }}", "TPL002", "access to attribute '__class__' of 'str' object is unsafe", 1),
        ("a: [", "TPL003", "the result is not YAML", None),
        ("a: 1\na: 2\n", "TPL003", "the key `a` stands twice", None),
        ("", "TPL003", "holds 0 documents", None),
        ("a: 1\n---\nb: 2\n", "TPL003", "holds 2 documents", None),
        ("kind: Service\nspec:\n  type:\n", "TPL003", "`spec.type` is null; leave the line out", None),
        ("a: 2001-01-01\n", "TPL003", "`a` is no text, whole number or boolean; put it in quotes", None),
        ("a: 1.5\n", "TPL003", "put it in quotes", None),
        ("1: a\n", "TPL003", "a key of `the object` is not text", None),
        ("a: &a [*a]\n", "TPL003", "the result holds itself", None),
        ("apiVersion: v2\nkind: Thing\nmetadata: {name: a}\n", "K8S008", "a kind that cannot be checked", 1),
    ],
)
def test_a_template_that_makes_no_object_is_found(tmp_path: Path, text: str, code: str, message: str, line: int | None) -> None:
    objects = with_template(tmp_path, "service.yaml.j2", text)

    (one,) = [item for item in objects.diagnostics if item.severity == "error"]
    assert (one.code, one.origin.line) == (code, line)
    assert message in one.message
    assert objects.manifests == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "message"),
    [
        ("deployment", "replicas:", "replica:", "K8S008", "Deployment at `spec.replica`: Kubernetes knows no key `replica` here"),
        (
            "deployment",
            "replicas: {{ replicas }}",
            "replicas: '1'",
            "K8S008",
            "Deployment at `spec.replicas`: Kubernetes expects a whole number",
        ),
        ("service", "name: {{ name }}", "name: Not_A_Name", "K8S008", "Service at `metadata.name`: not a name"),
        ("rolebinding", "name: {{ name }}", "nmae: {{ name }}", "K8S008", "RoleBinding at `metadata.nmae`"),
        (
            "secret",
            "  name: {{ name }}",
            "  name: {{ data.CODER_OIDC_CLIENT_SECRET }}",
            "TPL004",
            "a secret value stands at `metadata.name`",
        ),
        ("secret", "  {{ key }}: {{ token }}", "  {{ token }}: {{ key }}", "TPL004", "a secret value stands at `data`"),
        ("secret", "{{ key }}: {{ token }}", "{{ key }}: a{{ token[1:] }}", "TPL004", "a secret value stands at"),
        ("secret", "type: Opaque", "x: [{{ data.CODER_OIDC_CLIENT_SECRET }}]", "TPL004", "a secret value stands at `x`"),
        ("secret", "  {{ key }}: {{ token }}", "  {{ key }}: {a: {{ token }}}", "TPL004", "a secret value stands at `data."),
        ("secret", "kind: Secret", "kind: ConfigMap", "TPL004", "a secret value stands at `data.CODER_OIDC_CLIENT_SECRET`"),
        (
            "secret",
            "type: Opaque",
            "stringData: {a: {{ data.CODER_OIDC_CLIENT_SECRET }}}",
            "TPL004",
            "a secret value stands at `stringData.a`",
        ),
    ],
)
def test_a_template_that_makes_a_wrong_object_is_found(tmp_path: Path, name: str, old: str, new: str, code: str, message: str) -> None:
    text = bundled(name)
    assert old in text
    objects = with_template(tmp_path, f"{name}.yaml.j2", text.replace(old, new, 1))

    assert [item.message for item in objects.diagnostics if item.code == code and message in item.message]
    assert objects.manifests == ()
    assert "canary" not in repr(objects)


def test_two_objects_of_one_name_are_found(tmp_path: Path) -> None:
    objects = with_template(tmp_path, "poddisruptionbudget.yaml.j2", bundled("service"))
    assert objects.ok  # with one replica there is no budget to replace

    objects = with_template(tmp_path, "deployment.yaml.j2", "apiVersion: v1\nkind: Service\nmetadata: {name: coder, namespace: coder}\n")
    assert [item.message for item in objects.diagnostics if item.code == "K8S009"] == ["two objects are `service-coder`"]


def test_a_file_that_replaces_nothing_is_found(tmp_path: Path) -> None:
    objects = with_template(tmp_path, "deploymnt.yaml.j2", "")

    (one,) = objects.diagnostics
    assert (one.code, one.message, one.help) == (
        "TPL001",
        "`deploymnt.yaml.j2` replaces no template",
        "did you mean `deployment.yaml.j2`?",
    )


def test_a_template_cannot_change_what_others_see(tmp_path: Path) -> None:
    objects = with_template(tmp_path, "service.yaml.j2", "{% set _ = selector.update({'a': 'b'}) %}" + bundled("service"))

    assert "TPL002" in [item.code for item in objects.diagnostics]


def test_each_object_has_a_template_of_its_own() -> None:
    assert template_names() == (
        "configmap",
        "deployment",
        "externalsecret",
        "ingress",
        "namespace",
        "poddisruptionbudget",
        "postgres-service",
        "postgres-statefulset",
        "role",
        "rolebinding",
        "secret",
        "service",
        "serviceaccount",
    )


@pytest.mark.parametrize("name", NAMES)
def test_jinja2_and_the_steps_that_stand_for_it_make_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stack = case(name)
    by_steps = rendered(stack, "omit")
    monkeypatch.setattr("codercfg.kubernetes_objects.templates.program_of", lambda _name, _source: None)

    assert rendered(stack, "omit").manifests == by_steps.manifests


def test_every_bundled_template_has_steps_for_its_text() -> None:
    assert [name for name in template_names() if program_of(name, bundled(name)) is None] == []


def test_a_template_that_was_changed_has_no_steps() -> None:
    assert program_of("service", bundled("service") + "# more\n") is None


def test_making_objects_of_bundled_templates_loads_neither_jinja2_nor_pyyaml() -> None:
    program = (
        "import sys; from unit.kubernetes_objects.rendering import case, rendered; "
        "assert rendered(case('production')).manifests; print(*sys.modules)"
    )
    roots = f"{BUNDLED.parent / 'infra'}:{BUNDLED.parent / 'tests'}"
    done = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": roots, "PATH": ""}, capture_output=True, text=True, check=True, timeout=60
    )

    assert {"jinja2", "yaml", "ruamel", "pulumi", "kubernetes"} & set(done.stdout.split()) == set()
