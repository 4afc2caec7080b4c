"""The requests of the engine. Nothing here is the real plugin's code: it does what that one is known to do, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import grpc
from google.protobuf import empty_pb2
from pulumi.runtime.proto import plugin_pb2, provider_pb2, provider_pb2_grpc

from kubernetes_plugin.checked import checked_inputs
from kubernetes_plugin.configuration import configuration_diff
from kubernetes_plugin.creating import create
from kubernetes_plugin.deleting import delete
from kubernetes_plugin.failures import fail
from kubernetes_plugin.identity import NAME, VERSION
from kubernetes_plugin.object_diff import object_diff
from kubernetes_plugin.reading import read
from kubernetes_plugin.session import Session
from kubernetes_plugin.updating import update
from kubernetes_plugin.wire import decoded, plain

if TYPE_CHECKING:
    from kubernetes_plugin.engine_log import EngineLog


class StandIn(provider_pb2_grpc.ResourceProviderServicer):
    """One plugin process, for one provider of one stack."""

    def __init__(self, engine: EngineLog) -> None:
        self._session = Session(engine)

    def Handshake(self, request: Any, context: Any) -> Any:  # noqa: ARG002, N802
        self._session.engine.connect(request.engine_address)
        return provider_pb2.ProviderHandshakeResponse(accept_secrets=True)

    def Attach(self, request: Any, context: Any) -> Any:  # noqa: ARG002, N802
        self._session.engine.connect(request.address)
        return empty_pb2.Empty()

    def GetPluginInfo(self, request: Any, context: Any) -> Any:  # noqa: ARG002, N802
        return plugin_pb2.PluginInfo(version=f"{VERSION}+stand-in")

    def GetSchema(self, request: Any, context: Any) -> Any:  # noqa: ARG002, N802
        text = f'{{"name": "kubernetes", "version": "{VERSION}", "description": "{NAME}", "resources": {{}}}}'
        return provider_pb2.GetSchemaResponse(schema=text)

    def CheckConfig(self, request: Any, context: Any) -> Any:  # noqa: ARG002, N802
        return provider_pb2.CheckResponse(inputs=request.news)

    def DiffConfig(self, request: Any, context: Any) -> Any:  # noqa: ARG002, N802
        return configuration_diff(plain(decoded(request.olds)), plain(decoded(request.news)))

    def Configure(self, request: Any, context: Any) -> Any:  # noqa: ARG002, N802
        session = self._session
        session.engine.info(f"{NAME}; it is no part of codercfg")
        session.configure(plain(decoded(request.args)))
        if session.unreachable:
            session.engine.info(f"{NAME}: {session.unreachable}")
        return provider_pb2.ConfigureResponse(acceptSecrets=True, supportsPreview=True)

    def Check(self, request: Any, context: Any) -> Any:  # noqa: N802
        return checked_inputs(self._session, request, context)

    def Diff(self, request: Any, context: Any) -> Any:  # noqa: N802
        return object_diff(self._session, request, context)

    def Create(self, request: Any, context: Any) -> Any:  # noqa: N802
        return create(self._session, request, context)

    def Read(self, request: Any, context: Any) -> Any:  # noqa: N802
        return read(self._session, request, context)

    def Update(self, request: Any, context: Any) -> Any:  # noqa: N802
        return update(self._session, request, context)

    def Delete(self, request: Any, context: Any) -> Any:  # noqa: N802
        return delete(self._session, request, context)

    def Invoke(self, request: Any, context: Any) -> Any:  # noqa: N802
        fail(context, f"{NAME} has no function {request.tok!r}", grpc.StatusCode.UNIMPLEMENTED)

    def Cancel(self, request: Any, context: Any) -> Any:  # noqa: ARG002, N802
        self._session.cancelled.set()
        return empty_pb2.Empty()
