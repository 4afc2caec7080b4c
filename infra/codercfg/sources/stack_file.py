"""A stack file, read as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codercfg.configuration.configuration import Configuration
from codercfg.diagnostics.diagnostic import Severity
from codercfg.releases.table import newest
from codercfg.sources.stack.conflicts import merged, one_list
from codercfg.sources.stack.deployment import read_deployment
from codercfg.sources.stack.meant import meant
from codercfg.sources.stack.own import read_own
from codercfg.sources.stack.reading import Reading
from codercfg.sources.stack.release import read_release
from codercfg.sources.stack.sections import is_ours, sections
from codercfg.sources.stack.size import note_size
from codercfg.sources.stack.stack import StackInputs, Written
from codercfg.sources.stack.stray_secrets import note_stray_secrets
from codercfg.sources.stack.target import note_target
from codercfg.sources.stack.text import stack_text
from codercfg.sources.stack.variables import read_variables
from codercfg.yaml_reader.nodes import Places, YamlMap
from codercfg.yaml_reader.text import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.models.stack.kubernetes.settings import KubernetesSettings
    from codercfg.releases.release import Release
    from codercfg.sources.stack.text import StackText
    from codercfg.yaml_reader.problem import YamlProblem


def read_stack_file(
    source: str | Path | StackText,
    secrets: Mapping[str, str] | None = None,
    read_file: Callable[[str], bytes] | None = None,
    release: Release | None = None,
) -> StackInputs:
    """Read a stack file, or its text.

    Args:
        source: Path, or the text itself, or what `text_of_file` made of one that was read already.
        secrets: Plain text by place in the file (`deployment.oidc.client_secret`, `env.CODER_OIDC_CLIENT_SECRET`), where the caller could
            decrypt it; ciphertext elsewhere stays opaque.
        read_file: Reads a file that an option names, raising OSError.
        release: Read it as this release would, whatever release the file names.
    """
    opened = stack_text(source)
    inputs = StackInputs(opened.name, opened.file, secrets=secrets)
    if opened.text is None:
        inputs.diagnostics += [opened.problem] if opened.problem is not None else []
        return inputs
    inputs.text = opened.text
    root, problems = read(opened.text)
    reading = Reading(Places("stack", opened.file), newest(), secrets=secrets, stack=opened.stack)
    if root is not None or not problems:
        found = sections(root, reading)
        inputs.written = Written(reading.places, found)
        _read_sections(inputs, reading, read_file, release)
        note_size(root, opened.text, reading)
        note_stray_secrets(opened.text, found, reading)
        inputs.uses_environment = isinstance(root, YamlMap) and "environment" in root
    ours = [problem for problem in problems if is_ours(problem, root)]
    of_yaml = _yaml_findings(ours, reading.places, opened.text) if ours else []
    inputs.incomplete = reading.incomplete or any(item.severity is Severity.ERROR for item in of_yaml)
    # what YAML's findings say about a value, the option need not say again
    said = {item.origin for item in of_yaml if item.severity is Severity.ERROR}
    inputs.diagnostics = [*of_yaml, *(item for item in reading.diagnostics if replace(item.origin, name=None) not in said)]
    inputs.unreadable = frozenset((*reading.unreadable, *meant(reading.diagnostics, reading.catalog)))
    inputs.ciphertexts, inputs.referenced = tuple(reading.ciphertexts), reading.referenced
    return inputs


def _yaml_findings(problems: list[YamlProblem], places: Places, text: str) -> list[Diagnostic]:
    from codercfg.sources.stack.yaml_findings import yaml_findings  # few files have any

    return yaml_findings(problems, places, text)


def _read_sections(inputs: StackInputs, reading: Reading, read_file: Callable[[str], bytes] | None, release: Release | None) -> None:
    found = inputs.written.sections if inputs.written is not None else {}
    if not found and reading.incomplete:
        return
    inputs.release = read_release(found.get("release"), reading, release)
    if inputs.release is not None:
        reading.use(inputs.release)
    deployment = read_deployment(found.get("deployment"), reading)
    assigned, families = read_variables(found.get("env"), reading)
    providers = one_list("ai.bridge.providers", deployment.items.get("ai.bridge.providers", ()), families.providers, reading)
    external_auth = one_list("external_auth", deployment.items.get("external_auth", ()), families.external_auth, reading)
    inputs.kubernetes = read_own("KubernetesSettings", "kubernetes", found.get("kubernetes"), reading)
    inputs.configuration = Configuration(
        release=reading.release,
        settings=merged(deployment.settings, assigned, reading),
        providers=providers,
        external_auth=external_auth,
        kind="stack",
        environ=_process_variables(inputs.kubernetes),
        read_file=read_file,
    )
    inputs.target = read_own("Target", "target", found.get("target"), reading)
    note_target(found.get("target"), reading)
    inputs.variables = {item.option.env: item.value for item in assigned if item.option.env}


def _process_variables(kubernetes: KubernetesSettings | None) -> dict[str, str]:
    """What the server's process gets beside its options; the text behind a reference is not known, but there is one."""
    extra = () if kubernetes is None else kubernetes.extra_env
    return {item.name.upper(): "(referenced)" if item.value_from else item.value or "" for item in extra}
