"""Why a cluster, or one object of it, cannot be looked at."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Reason(StrEnum):
    """What went wrong, each with its own remedy."""

    NO_CLIENT = "no-client"
    KUBECONFIG = "kubeconfig"
    UNREACHABLE = "unreachable"
    TLS = "tls"
    UNAUTHORIZED = "unauthorized"
    FORBIDDEN = "forbidden"
    SLOW = "slow"
    FAILING = "failing"


class ClusterError(Exception):
    """Something cannot be read.

    Attributes:
        reason: What went wrong.
        detail: A few words about it, none of them from a value, a credential or a program's output.
        server: Address of the API server as far as it is known.
    """

    def __init__(self, reason: Reason, detail: str, server: str = "") -> None:
        super().__init__(detail)
        self.reason, self.detail, self.server = reason, detail, server

    @property
    def of_one_object(self) -> bool:
        """Whether other objects may be readable all the same."""
        return self.reason is Reason.FORBIDDEN


@contextmanager
def understanding(server: str = "") -> Iterator[None]:
    """Make a failure of an answer in another form than the API's; the exception's own text may hold a value.

    Raises:
        ClusterError: Something in it is not what it should be.
    """
    try:
        yield
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ClusterError(Reason.FAILING, f"an answer cannot be understood ({type(error).__name__})", server) from None
