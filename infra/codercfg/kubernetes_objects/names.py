"""Names of the objects: pure functions of the settings, the only place that makes a name.

A name is part of other objects (selectors, references, files), so changing a function here renames things in running clusters.
"""

from __future__ import annotations

import re

_DNS_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_DNS_SUBDOMAIN = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?")
SERVER = "coder"
_LONGEST_LABEL, _LONGEST_NAME = 63, 253


def secret_name(name: str, owner: str) -> str:
    """The Secret of an owner (`coder`, `ai-providers`, `external-auth`, `store-vault`): `coder`, `coder-ai-providers`.

    A store's name may be as long as a Secret's, so what is cut is made up for by a few characters of a digest.
    """
    return name if owner == SERVER else _within(f"{name}-{owner}", _LONGEST_NAME)


def postgres_name(name: str) -> str:
    """The objects of the trial database."""
    return f"{name}-postgres"


def role_name(service_account: str) -> str:
    """The Role that lets the pods manage workspaces; the same as in Coder's Helm chart, so that a release can be adopted."""
    return f"{service_account}-workspace-perms"


def role_binding_name(service_account: str) -> str:
    """The RoleBinding of that Role; the same as in Coder's Helm chart."""
    return service_account


def authorities_name(name: str) -> str:
    """The ConfigMap with authorities from files of the project."""
    return f"{name}-ca-certs"


def content_annotation(config_map: str) -> str:
    """The pod annotation that changes with the content of a ConfigMap."""
    return f"codercfg/configmap-{config_map}"


def fingerprint_annotation(secret: str) -> str:
    """The pod annotation that changes with the content of a Secret."""
    return f"codercfg/secret-{secret}"


def rotation_annotation(variable: str) -> str:
    """The pod annotation that changes when somebody says that the value of a variable was changed elsewhere."""
    return f"codercfg/{_within(f'rotation-{variable}', _LONGEST_LABEL)}"


def volume_name(prefix: str, name: str) -> str:
    """A volume's name from the name of its Secret; volume names are DNS labels, names of Secrets may hold dots and be longer.

    What is replaced or cut is made up for by a few characters of a digest, so that two names never meet.
    """
    plain = f"{prefix}-{name}"
    return plain if _DNS_LABEL.fullmatch(plain) else _cut(plain, plain.replace(".", "-"), _LONGEST_LABEL)


def _within(text: str, most: int) -> str:
    return text if len(text) <= most else _cut(text, text, most)


def _cut(text: str, shown: str, most: int) -> str:
    """The beginning of `shown` and a digest of `text`, at most `most` characters together."""
    from hashlib import sha256

    return f"{shown[: most - 9].rstrip('-._')}-{sha256(text.encode()).hexdigest()[:8]}"


def is_dns_label(text: str) -> bool:
    """Whether `text` is a name of 63 characters at most, as Services, namespaces and volumes need (RFC 1123)."""
    return bool(_DNS_LABEL.fullmatch(text))


def is_dns_subdomain(text: str) -> bool:
    """Whether `text` is a name as most objects need (RFC 1123), labels joined by dots."""
    return bool(_DNS_SUBDOMAIN.fullmatch(text)) and all(is_dns_label(part) for part in text.split("."))
