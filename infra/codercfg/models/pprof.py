"""The Go profiler's listener."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, HostPort
from codercfg.options.opt import Opt


class PprofConfig(Group):
    """The Go profiler's listener."""

    address: Annotated[
        HostPort,
        Opt(
            name="pprof Address",
            env="CODER_PPROF_ADDRESS",
            flag="pprof-address",
            yaml="introspection.pprof.address",
            description=(
                "Address of the Go profiling endpoints, as `host:port`; used only with `pprof.enable`. They ask for no login, and memory "
                "dumps hold secrets, so keep them on loopback."
            ),
            default="127.0.0.1:6060",
            group="Introspection / pprof",
            workspace_proxy=True,
        ),
    ] = None
    enable: Annotated[
        Boolean,
        Opt(
            name="pprof Enable",
            env="CODER_PPROF_ENABLE",
            flag="pprof-enable",
            yaml="introspection.pprof.enable",
            description="Serves Go profiling endpoints on `pprof.address`, to find out where memory and processor time go.",
            group="Introspection / pprof",
            workspace_proxy=True,
        ),
    ] = None
