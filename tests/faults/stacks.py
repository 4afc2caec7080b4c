"""Stacks that differ in what an update has to create, change, move and remove."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from random import Random

    from faults.encrypted import Encryption


@dataclass(frozen=True)
class Content:
    """What a stack says.

    Attributes:
        number: Stands in its address, so that the Deployment changes with it.
        secret: Value of every secret.
        ingress: Whether it has an Ingress.
        oidc: Whether it has an identity provider, with a secret.
        replicas: More than one bring a disruption budget.
        directory: Where its files go.
    """

    number: int
    secret: str
    ingress: bool = False
    oidc: bool = False
    replicas: int = 1
    directory: str = "out/faults"


def random_content(random: Random) -> Content:
    """A stack that may have more or less than the one before."""
    return Content(
        number=random.randrange(1_000_000),
        secret=f"kanarie-{random.getrandbits(64):016x}~?>",
        ingress=random.random() < 0.5,
        oidc=random.random() < 0.5,
        replicas=random.choice((1, 3)),
        directory=random.choice(("out/faults", "out/faults", "out/elsewhere")),
    )


def database_url(secret: str) -> str:
    return f"postgres://coder:{quote(secret, safe='')}@db.example.com/coder"


def stack_text(content: Content, encryption: Encryption) -> str:
    """The stack file."""
    lines = [
        f"encryptionsalt: {encryption.salt}",
        "config:",
        '  coder:release: "2.33.1"',
        "  coder:deployment:",
        f"    access_url: https://n{content.number}.example.com",
        f"    pg_connection_url: {{secure: {encryption.ciphertext(database_url(content.secret))!r}}}",
    ]
    if content.oidc:
        secure = encryption.ciphertext(content.secret)
        lines += [
            "    oidc:",
            "      issuer_url: https://login.example.com",
            "      client_id: coder",
            f"      client_secret: {{secure: {secure!r}}}",
        ]
    lines += ["  coder:kubernetes:", f"    replicas: {content.replicas}"]
    if content.ingress:
        lines += ["    ingress: {enabled: true, className: nginx}"]
    lines += ["  coder:target:", f"    files: {{secrets: write, directory: {content.directory}}}"]
    return "\n".join(lines) + "\n"
