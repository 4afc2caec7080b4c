from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from pulumi.dynamic import ConfigureRequest, ResourceProvider
from pulumi.dynamic.config import Config

from codercfg.component.engine_watch import end_with_engine
from codercfg.component.layout import LayoutProvider
from codercfg.component.manifest_file import ManifestFileProvider
from codercfg.component.seeded_providers import SeededProvidersProvider
from codercfg.component.stack_key import StackKeyProvider
from engine.project import ROOT

SERVE = """
import sys, time
sys.path.insert(0, sys.argv[1])
from codercfg.component.engine_watch import end_with_engine
class DynamicResourceProviderServicer: ...
end_with_engine()
end_with_engine()
print("serving", flush=True)
time.sleep(60)
"""


def serving() -> subprocess.Popen[str]:
    """A process as `pulumi.dynamic` makes it, its output read by us in the place of the engine."""
    started = subprocess.Popen([sys.executable, "-c", SERVE, str(ROOT / "infra")], stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "serving\n"
    return started


def test_a_provider_ends_with_the_engine_that_reads_its_output() -> None:
    provider = serving()
    try:
        assert provider.stdout is not None
        provider.stdout.close()
        assert provider.wait(10) == 1
    finally:
        provider.kill()


def test_while_the_engine_lives_it_serves() -> None:
    provider = serving()
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            provider.wait(0.5)
    finally:
        provider.kill()
        provider.communicate()


def test_outside_a_provider_nothing_is_watched() -> None:
    end_with_engine()  # this process has no engine, and its output may well be closed
    assert "engine-watch" not in {thread.name for thread in threading.enumerate()}


@pytest.mark.parametrize("provider", [LayoutProvider, ManifestFileProvider, SeededProvidersProvider, StackKeyProvider])
def test_each_provider_begins_to_watch(provider: type[ResourceProvider], monkeypatch: pytest.MonkeyPatch) -> None:
    """A stack may have no other one."""
    began: list[str] = []
    monkeypatch.setattr(sys.modules[provider.__module__], "end_with_engine", lambda: began.append(provider.__name__))
    provider().configure(ConfigureRequest(Config({}, "coder")))
    assert began == [provider.__name__]
