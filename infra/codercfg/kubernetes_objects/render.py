"""From a stack to finished objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from codercfg.diagnostics.diagnostic import Severity, collected
from codercfg.diagnostics.origin import Origin
from codercfg.env.entry import SecretEnv
from codercfg.env.render import render
from codercfg.kubernetes_objects.authorities import content_digest, project_files, read_authorities
from codercfg.kubernetes_objects.context import config_map, plan, secret_variables
from codercfg.kubernetes_objects.external_secrets import external_secrets, rotations, targets
from codercfg.kubernetes_objects.finding import finding
from codercfg.kubernetes_objects.fingerprint import fingerprint
from codercfg.kubernetes_objects.manifest_text import file_name
from codercfg.kubernetes_objects.names import authorities_name, content_annotation, fingerprint_annotation, secret_name
from codercfg.kubernetes_objects.notices import notices, omitted_secrets
from codercfg.kubernetes_objects.object_findings import object_findings
from codercfg.kubernetes_objects.parse import ManifestError, parse_manifest
from codercfg.kubernetes_objects.planned import Planned
from codercfg.kubernetes_objects.reference_notices import reference_notices
from codercfg.kubernetes_objects.secret_content import Content, content_findings, database_env, secret_content, uses_trial_database
from codercfg.kubernetes_objects.secret_places import place_secrets
from codercfg.kubernetes_objects.server_env import extra_env, object_env
from codercfg.kubernetes_objects.settings_findings import check_settings
from codercfg.kubernetes_objects.template_files import override_folder, unknown_templates
from codercfg.kubernetes_objects.templates import TemplateError, render_template
from codercfg.kubernetes_objects.token import Tokens

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.env.entry import Env
    from codercfg.kubernetes_objects.authorities import Authorities
    from codercfg.kubernetes_objects.stack import Stack
    from codercfg.values.secret import Ciphertext, SecretText

Secrets = Literal["omit", "write", "tokens"]
_SECRET = "secret"  # noqa: S105  (the name of a template)


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects of a stack.

    Attributes:
        manifests: Plain values, in the order of their file names, which is one in which they can be applied; empty when a finding is an
            error, so that nothing half is taken for whole.
        diagnostics: Findings, sorted by place.
        secret_tokens: With `tokens`: the value that belongs in the place of each token in `Secret.data`.
    """

    manifests: tuple[dict[str, Any], ...]
    diagnostics: tuple[Diagnostic, ...]
    secret_tokens: Mapping[str, SecretText | Ciphertext] = field(default_factory=dict, repr=False)

    @property
    def ok(self) -> bool:
        """Whether the objects were made."""
        return not any(item.severity is Severity.ERROR for item in self.diagnostics)


def render_objects(
    stack: Stack,
    secrets: Secrets = "omit",
    *,
    root: Path | None = None,
    postgres_password: SecretText | None = None,
    fingerprint_key: bytes | None = None,
) -> Objects:
    """Make the objects of a stack.

    Args:
        stack: A stack that was read without errors.
        secrets: `omit` leaves Secrets out and says which must exist; `write` puts values into `Secret.data`, in base64; `tokens` puts an
            opaque text there, for a caller that has a safer way with values.
        root: Folder to which `kubernetes.templates` and `kubernetes.certs.files` are relative; None for the current one.
        postgres_password: Of the trial database. Needed when the stack has one and Secrets are not left out.
        fingerprint_key: Random bytes of this stack; with it, pods roll when a Secret changes whose values are all known.

    Raises:
        ValueError: The trial database's password is missing.
    """
    if secrets != "omit" and postgres_password is None and uses_trial_database(stack):
        raise ValueError("the trial database needs `postgres_password`")
    rendered = render(stack.configuration, lambda owner: secret_name(stack.kubernetes.name, owner))
    entries = [*object_env(stack), *database_env(stack), *rendered.entries]
    content = secret_content(stack, rendered.secrets, postgres_password)
    external = targets(stack, rendered.references)
    found = [*check_settings(stack), *rendered.diagnostics, *content_findings(content, external, entries, written=secrets == "write")]
    authorities = read_authorities(stack, project_files(root))
    found += [*unknown_templates(stack, root), *authorities.findings]
    found += [*notices(stack), *reference_notices(stack, rendered.references)]
    found += omitted_secrets(stack, content) if secrets == "omit" else ()
    if _has_error(found):
        return Objects((), _reported(stack, found))
    known = {} if secrets == "omit" or fingerprint_key is None else _fingerprints(content, entries, fingerprint_key)
    marks = {**rotations(rendered.references), **known, **_of_authorities(stack, authorities)}
    planned = plan(stack, _env(stack, entries), rendered.arguments, marks)
    planned += [*config_map(stack, authorities.content), *external_secrets(stack, external)]
    tokens = Tokens()
    if secrets != "omit":
        planned += _secrets(stack, content, tokens)
    return _made(stack, planned, found, tokens, secrets, override_folder(stack, root))


def _env(stack: Stack, entries: list[Env]) -> list[dict[str, Any]]:
    return [*(entry.manifest() for entry in entries), *extra_env(stack)]


def _fingerprints(content: Content, entries: list[Env], key: bytes) -> dict[str, str]:
    """One annotation for each Secret of ours that the pods read, so that a reader sees why they roll."""
    read = {entry.secret for entry in entries if isinstance(entry, SecretEnv)}
    found = {fingerprint_annotation(name): fingerprint(key, values) for name, values in sorted(content.items()) if name in read}
    return {name: value for name, value in found.items() if value is not None}


def _of_authorities(stack: Stack, authorities: Authorities) -> dict[str, str]:
    name = authorities_name(stack.kubernetes.name)
    return {content_annotation(name): content_digest(authorities.content)} if authorities.content else {}


def _secrets(stack: Stack, content: Content, tokens: Tokens) -> list[Planned]:
    found = []
    for name, values in sorted(content.items()):
        data = {key: tokens.token(value) for key, value in sorted(values.items())}
        found.append(Planned(_SECRET, secret_variables(stack, name, data)))
    return found


def _made(
    stack: Stack, planned: list[Planned], found: list[Diagnostic], tokens: Tokens, secrets: Secrets, override: Path | None
) -> Objects:
    made: list[tuple[str, dict[str, Any]]] = []
    for item in planned:
        try:
            manifest = parse_manifest(*render_template(item.template, item.variables, override))
            if item.template == _SECRET:  # no other template has seen a token
                manifest = place_secrets(manifest, tokens, keep=secrets == "tokens")
            made.append((f"{item.template}.yaml.j2", manifest))
        except TemplateError as error:
            found.append(finding("TPL002", error.reason, "put the template right", origin=Origin("template", error.file, error.line)))
        except ManifestError as error:
            origin = Origin("template", f"{item.template}.yaml.j2")
            message = f"line {error.line} of what `{item.template}` makes: {error.reason}" if error.line > 1 else error.reason
            found.append(finding(error.code, message, error.advice, origin=origin))
    found += object_findings(made, stack.kubernetes.namespace)
    if _has_error(found):
        return Objects((), _reported(stack, found))
    manifests = sorted((manifest for _, manifest in made), key=lambda manifest: file_name(manifest, stack.kubernetes.namespace))
    return Objects(tuple(manifests), _reported(stack, found), tokens.values if secrets == "tokens" else {})


def _reported(stack: Stack, found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """All findings without those that comments in the stack file allow."""
    if not stack.allowances:
        return collected(found)
    from codercfg.suppressions.settle import OF_OBJECTS, settle

    complete = not _has_error(found)
    return collected(list(settle(found, stack.allowances, lambda code: complete and code.startswith(OF_OBJECTS)).reported))


def _has_error(found: list[Diagnostic]) -> bool:
    return any(item.severity is Severity.ERROR for item in found)
