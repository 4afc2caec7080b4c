"""Lines in the engine's output."""

from __future__ import annotations

from typing import Any

import grpc
from pulumi.runtime.proto import engine_pb2, engine_pb2_grpc


class EngineLog:
    """Says things through the engine; silent until it is known where that listens."""

    def __init__(self) -> None:
        self._stub: Any = None

    def connect(self, address: str) -> None:
        if address and self._stub is None:
            self._stub = engine_pb2_grpc.EngineStub(grpc.insecure_channel(address))

    def info(self, text: str, urn: str = "") -> None:
        self._say(engine_pb2.INFO, text, urn)

    def warning(self, text: str, urn: str = "") -> None:
        self._say(engine_pb2.WARNING, text, urn)

    def status(self, urn: str, text: str) -> None:
        """A text beside a resource, for as long as it is worked on."""
        self._say(engine_pb2.INFO, text, urn, ephemeral=True)

    def _say(self, severity: Any, text: str, urn: str, *, ephemeral: bool = False) -> None:
        if self._stub is not None:
            self._stub.Log(engine_pb2.LogRequest(severity=severity, message=text, urn=urn, ephemeral=ephemeral), timeout=5)
