"""An engine in this process: takes what a program registers exactly as it goes over the wire, and does nothing with it."""

from __future__ import annotations

from concurrent import futures
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import grpc
from google.protobuf import empty_pb2, json_format
from pulumi.runtime.proto import engine_pb2, engine_pb2_grpc, resource_pb2, resource_pb2_grpc

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = ("4dabf18193072939515e22adb298388d", "1b47061264138c4ac30d75fd1eb44270")
UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
FEATURES = [
    resource_pb2.RESOURCE_MONITOR_FEATURE_SECRETS,
    resource_pb2.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES,
    resource_pb2.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS,
    resource_pb2.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS,
]


@dataclass
class Engine(resource_pb2_grpc.ResourceMonitorServicer, engine_pb2_grpc.EngineServicer):
    """What came in.

    Attributes:
        requests: Registrations, in their order of arrival.
        outputs: Outputs of components and of the stack, by URN.
        logged: Severity (`ERROR`) and text.
        made: Values that a resource's provider would add, by type.
        hooks: Names of error hooks.
        urns: Of all resources, in their order of arrival.
    """

    requests: list[Any] = field(default_factory=list)
    outputs: dict[str, dict[str, Any]] = field(default_factory=dict)
    logged: list[tuple[str, str]] = field(default_factory=list)
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    hooks: list[str] = field(default_factory=list)
    urns: list[str] = field(default_factory=list)
    _root: str = ""

    def GetDeploymentInfo(self, request: Any, context: Any) -> Any:  # noqa: N802, ARG002
        return resource_pb2.DeploymentInfo(supportedFeatures=FEATURES)

    def SupportsFeature(self, request: Any, context: Any) -> Any:  # noqa: N802, ARG002
        return resource_pb2.SupportsFeatureResponse(hasSupport=request.id in {"secrets", "resourceReferences"})

    def RegisterResource(self, request: Any, context: Any) -> Any:  # noqa: N802, ARG002
        self.requests.append(request)
        above = request.parent.split("::")[2] + "$" if request.parent and "pulumi:pulumi:Stack" not in request.parent else ""
        answer = resource_pb2.RegisterResourceResponse(urn=f"urn:pulumi:dev::coder::{above}{request.type}::{request.name}")
        self.urns.append(answer.urn)
        answer.id = "made-by-the-tests" if request.custom else ""
        answer.object.CopyFrom(request.object)
        answer.object.update(self.made.get(request.type, {}))
        return answer

    def RegisterErrorHook(self, request: Any, context: Any) -> Any:  # noqa: N802, ARG002
        self.hooks.append(request.name)
        return empty_pb2.Empty()

    def RegisterResourceOutputs(self, request: Any, context: Any) -> Any:  # noqa: N802, ARG002
        self.outputs[request.urn] = json_format.MessageToDict(request.outputs)
        return empty_pb2.Empty()

    def SignalAndWaitForShutdown(self, request: Any, context: Any) -> Any:  # noqa: N802, ARG002
        return empty_pb2.Empty()

    def Log(self, request: Any, context: Any) -> Any:  # noqa: N802, ARG002
        self.logged.append((engine_pb2.LogSeverity.Name(request.severity), request.message))
        return empty_pb2.Empty()

    def SetRootResource(self, request: Any, context: Any) -> Any:  # noqa: N802, ARG002
        self._root = request.urn
        return engine_pb2.SetRootResourceResponse()

    def GetRootResource(self, request: Any, context: Any) -> Any:  # noqa: N802, ARG002
        return engine_pb2.GetRootResourceResponse(urn=self._root)

    @contextmanager
    def listening(self) -> Iterator[str]:
        """Serve on a free loopback port for the length of the block; gives the address."""
        server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
        resource_pb2_grpc.add_ResourceMonitorServicer_to_server(self, server)
        engine_pb2_grpc.add_EngineServicer_to_server(self, server)
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        try:
            yield f"127.0.0.1:{port}"
        finally:
            server.stop(None).wait(10)
