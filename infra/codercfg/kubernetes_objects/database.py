"""The trial database: one pod, one volume, one password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.labels import DATABASE, recommended, selector
from codercfg.kubernetes_objects.names import postgres_name
from codercfg.kubernetes_objects.pod import resources
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from codercfg.kubernetes_objects.stack import Stack

PASSWORD_KEY = "POSTGRES_PASSWORD"  # noqa: S105  (the name of a key)
URL_OPTION, URL_KEY = "pg_connection_url", "CODER_PG_CONNECTION_URL"
USER = DATABASE_NAME = "coder"
PORT = 5432
# User and group of the official image.
_OFFICIAL = 999
_RESOURCES = {"requests": {"cpu": "250m", "memory": "256Mi"}, "limits": {"memory": "1Gi"}}


def connection_url(stack: Stack, password: SecretText) -> SecretText:
    """The URL under which the server finds the trial database."""
    from urllib.parse import quote

    host = f"{postgres_name(stack.kubernetes.name)}.{stack.kubernetes.namespace}.svc.{stack.kubernetes.cluster_domain}"
    secret = quote(password.reveal(), safe="")
    return SecretText(f"postgres://{USER}:{secret}@{host}:{PORT}/{DATABASE_NAME}?sslmode=disable")


def database_variables(stack: Stack) -> dict[str, Any]:
    """What the templates of the trial database need."""
    kubernetes = stack.kubernetes
    settings = kubernetes.postgres
    claim: dict[str, Any] = {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": settings.storage}}}
    if settings.storage_class_name:
        claim["storageClassName"] = settings.storage_class_name
    return {
        "name": postgres_name(kubernetes.name),
        "namespace": kubernetes.namespace,
        "labels": recommended(kubernetes, stack.configuration.release, DATABASE),
        "annotations": kubernetes.annotations or {},
        "selector": selector(kubernetes, DATABASE),
        "image": settings.image,
        "image_pull_secrets": [{"name": name} for name in kubernetes.image.pull_secrets or ()],
        "user": USER,
        "database": DATABASE_NAME,
        "port": PORT,
        "secret": postgres_name(kubernetes.name),
        "password_key": PASSWORD_KEY,
        "user_id": _OFFICIAL,
        "resources": resources(settings.resources, _RESOURCES),
        "claim": claim,
    }
