"""Serves one program to an engine that was started with `--client`, in place of `pulumi-language-python`."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import resource
import runpy
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import grpc
import pulumi
from pulumi.runtime import Settings, configure, run_in_stack, set_all_config
from pulumi.runtime._grpc_settings import _GRPC_CHANNEL_OPTIONS
from pulumi.runtime.proto import LanguageRuntimeServicer, language_pb2, language_pb2_grpc, plugin_pb2

if TYPE_CHECKING:
    from collections.abc import Callable

    from pulumi.runtime.proto.language_pb2 import RunRequest


def serve(tell: Callable[[int], None], cost: Path) -> None:
    """Serve in this process until it is ended.

    Args:
        tell: Takes the port.
        cost: File for what the program cost: `{"wall": seconds, "cpu": seconds, "megabytes": peak}`.
    """
    server = grpc.server(ThreadPoolExecutor(max_workers=4), options=_GRPC_CHANNEL_OPTIONS)
    language_pb2_grpc.add_LanguageRuntimeServicer_to_server(_Host(cost), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    tell(port)
    Event().wait()


class _Host(LanguageRuntimeServicer):
    """The language runtime of one program."""

    def __init__(self, cost: Path) -> None:
        self._cost = cost

    def Handshake(self, _request: Any, _context: Any) -> Any:  # noqa: ANN401, N802  (generated messages and names)
        return language_pb2.LanguageHandshakeResponse()

    def GetRequiredPlugins(self, _request: Any, _context: Any) -> Any:  # noqa: ANN401, N802
        return language_pb2.GetRequiredPluginsResponse()

    def GetRequiredPackages(self, _request: Any, _context: Any) -> Any:  # noqa: ANN401, N802
        """None beforehand: each resource says which plugin it needs, and the engine gets it then."""
        return language_pb2.GetRequiredPackagesResponse()

    def GetPluginInfo(self, _request: Any, _context: Any) -> Any:  # noqa: ANN401, N802
        return plugin_pb2.PluginInfo()

    def Run(self, request: RunRequest, _context: Any) -> Any:  # noqa: ANN401, N802
        """Run the program as `pulumi-language-python-exec` does."""
        begin = time.perf_counter()
        try:
            return language_pb2.RunResponse(error=_run(request))
        finally:
            megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            spent = {"wall": time.perf_counter() - begin, "cpu": time.process_time(), "megabytes": megabytes}
            with suppress(OSError):  # a full disk: the preview counts without it
                self._cost.write_text(json.dumps(spent), encoding="utf-8")


def _run(request: RunRequest) -> str:
    """Run the program; what went wrong, or nothing."""
    folder = request.info.program_directory or request.pwd
    entry = str(Path(folder) / (request.info.entry_point or "."))
    _prepare(request, folder)
    loop = asyncio.new_event_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=max(request.parallel, 1) * 4))
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(run_in_stack(lambda: _execute(entry)))
    except pulumi.RunError as error:
        return _logged(str(error))
    except grpc.RpcError as error:
        return "" if error.code() == grpc.StatusCode.UNAVAILABLE else _logged(f"the engine refused a call: {error.details()}")
    except BaseException as error:  # noqa: BLE001  (whatever the program raises ends it, and not this server)
        return _logged(f"the program ended with an exception: {_short(error)}")
    return ""


def _execute(entry: str) -> None:
    runpy.run_path(entry, run_name="__main__")


def _prepare(request: RunRequest, folder: str) -> None:
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # a program that fails leaves futures behind, on purpose
    engine = request.args[0] if request.args else None
    configure(
        Settings(
            project=request.project,
            stack=request.stack,
            monitor=request.monitor_address,
            engine=engine,
            parallel=request.parallel,
            dry_run=request.dryRun,
            organization=request.organization or "organization",
            root_directory=request.info.root_directory,
        )
    )
    set_all_config(dict(request.config), list(request.configSecretKeys))
    os.chdir(folder)
    sys.argv = [folder]


def _logged(message: str) -> str:
    pulumi.log.error(message)
    return message


def _short(error: BaseException) -> str:
    """The type and the place: the text of an exception may hold a value of the configuration."""
    places = traceback.extract_tb(error.__traceback__)
    where = f" in {places[-1].filename}:{places[-1].lineno}" if places else ""
    return f"{type(error).__name__}{where}"
