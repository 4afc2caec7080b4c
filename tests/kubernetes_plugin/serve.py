"""Start of the process: listens on a port of its own, tells the engine which, and works until it is stopped."""

from __future__ import annotations

import os
import sys

from kubernetes_plugin import lean

WORKERS = 16
LOOK_SECONDS = 1.0


def main(arguments: list[str]) -> None:
    """Serve; `arguments` is the engine's address, which older engines give this way."""
    lean.prepare()
    from concurrent import futures

    import grpc
    from pulumi.runtime.proto import provider_pb2_grpc

    from kubernetes_plugin.engine_log import EngineLog
    from kubernetes_plugin.provider import StandIn

    engine = EngineLog()
    if arguments:
        engine.connect(arguments[0])
    unlimited = [("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)]
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=WORKERS), options=unlimited)
    provider_pb2_grpc.add_ResourceProviderServicer_to_server(StandIn(engine), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    engine_process = os.getppid()
    while server.wait_for_termination(LOOK_SECONDS):  # True says that it still serves
        if os.getppid() != engine_process:  # killed: nobody is left to stop this process
            break
