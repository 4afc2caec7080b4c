"""Pages of the codes about files with authorities."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

AUTHORITY_CODES = (
    CodeDoc(
        code="K8S050",
        name="authority-file-unreadable",
        severity=Severity.ERROR,
        summary="A file of `certs.files` does not exist, is no regular file or cannot be read.",
        why="the pods would not trust what the stack says they trust",
        wrong="certs: {files: [{path: certs/copr-ca.pem, sha256: …}]}",
        right="certs: {files: [{path: certs/corp-ca.pem, sha256: …}]}",
    ),
    CodeDoc(
        code="K8S051",
        name="authority-file-checksum",
        severity=Severity.ERROR,
        summary="A file of `certs.files` has no checksum, or another one than the stack says.",
        why="a file that changes beside the stack changes whom the server trusts, and no review shows it",
        wrong="certs: {files: [{path: certs/corp-ca.pem}]}",
        right="certs: {files: [{path: certs/corp-ca.pem, sha256: 6b86…}]}",
    ),
    CodeDoc(
        code="K8S052",
        name="authority-file-unusable",
        severity=Severity.ERROR,
        summary="A file of `certs.files` holds no certificate, holds a private key, or has a name that another file has.",
        why="it would add no authority, show a key to everybody who may read ConfigMaps, or hide other authorities",
        wrong="certs: {files: [{path: certs/corp-ca.key, sha256: …}]}",
        right="certs: {files: [{path: certs/corp-ca.pem, sha256: …}]}",
        source="Go, crypto/x509: certificates are read from every file of /etc/ssl/certs",
    ),
    CodeDoc(
        code="K8S053",
        name="authority-files-too-large",
        severity=Severity.ERROR,
        summary="The files of `certs.files` are larger than a ConfigMap may be, 1 MiB together.",
        why="the API server refuses the ConfigMap",
        wrong="certs: {files: [{path: certs/every-authority-of-the-world.pem, sha256: …}]}",
        right="certs: {files: [{path: certs/corp-ca.pem, sha256: …}]}",
        source="Kubernetes documentation, ConfigMaps",
    ),
)
