"""What `codercfg explain` says about the forms in which a secret option is written, and about `rotation` inside them.

Sources: `options/secret_values.py`; decision 0017; Pulumi's documentation of encrypted configuration.
"""

from __future__ import annotations

from codercfg.reference.explanation import Explanation

_TAKEN = ("checked", "that the reference can be one; a preview of a cluster also says when the Secret or the key is missing there")
_ROTATION = ("rotation", "optional: a mark of yours by which the pods roll, see `codercfg explain rotation`")
_SECRET_REF = Explanation(
    "secretRef: the value lies in a Secret that exists already",
    "The pods read it there by name and key, and wait until it is there. codercfg does not make the Secret, and checks take its value "
    "as given.",
    (
        ("written as", "{secretRef: {name: coder-db, key: url}}"),
        ("name", "of the Secret, in the namespace of the stack"),
        ("key", "inside the Secret"),
        _ROTATION,
        _TAKEN,
    ),
)
_SEALED = Explanation(
    "sealed: the value lies in a SealedSecret of yours",
    "You encrypt and apply the SealedSecret; the Secret that its controller makes of it has the same name, and the pods read that one. "
    "Nothing of it is rendered, and checks take its value as given.",
    (
        ("written as", "{sealed: {name: coder-login, key: client-secret}}"),
        ("name", "of the SealedSecret, in the namespace of the stack"),
        ("key", "inside the SealedSecret"),
        _ROTATION,
        _TAKEN,
    ),
)
_EXTERNAL_SECRET = Explanation(
    "externalSecret: the value lies in a store outside the cluster",
    "The operator external-secrets, which has to run in the cluster, copies it into a Secret. codercfg makes one ExternalSecret for each "
    "store; the store itself is yours. `kubernetes.externalSecrets.refreshInterval` says how often the operator reads the stores.",
    (
        ("written as", "{externalSecret: {store: vault, key: prod/coder/oidc}}"),
        ("store", "name of the SecretStore or ClusterSecretStore"),
        ("key", "in the store"),
        ("storeKind", "optional: SecretStore (default, in the namespace of the stack) or ClusterSecretStore"),
        ("property", "optional: the part of the value, where the store holds several under one key"),
        ("version", "optional: the version of the value; otherwise the newest"),
        _ROTATION,
        _TAKEN,
    ),
)
_SECURE = Explanation(
    "secure: the value stands in the stack file, encrypted by Pulumi",
    "Pulumi writes the text, with the passphrase or the key of the stack, and asks for the value when the command does not name it. "
    "`pulumi up` decrypts it; a target of files writes it only with `target.files.secrets: write`.",
    (
        ("written as", '{secure: "v1:…"}'),
        ("made by", "pulumi config set --secret --path 'coder:deployment.oidc.client_secret'"),
        ("checked", "blind; `codercfg check --open` decrypts it in memory, with the stack's passphrase, and checks the value too"),
    ),
)
_ROTATION_PAGE = Explanation(
    "rotation: a mark in the reference of a secret, by which the pods roll",
    "Nobody tells codercfg that a value elsewhere was changed, and pods read their variables only when they start. Put the new value in "
    "first, then change the mark: it is an annotation of the pods, so they roll once, and one of the ExternalSecret, whose operator then "
    "reads the store again. Anybody may read it.",
    (
        ("written as", '{secretRef: {name: coder-db, key: url, rotation: "2026-11"}}'),
        ("stands in", "secretRef, sealed and externalSecret; of a secure value codercfg knows itself when it changes"),
        ("type", "a text in one line, of at most 253 characters"),
        ("default", "none"),
    ),
)
SECRET_FORMS = {
    "secretRef": _SECRET_REF,
    "sealed": _SEALED,
    "externalSecret": _EXTERNAL_SECRET,
    "secure": _SECURE,
    "rotation": _ROTATION_PAGE,
}
