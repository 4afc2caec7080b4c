"""`up` into a cluster, killed somewhere by its seed, or its API server: the next one finishes the work.

`make faults RUNS=1 SEED=17` runs one seed again.
"""

from __future__ import annotations

import sys
import time
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from cluster.api import Api
from cluster.cluster_project import ClusterProject
from cluster.control_plane import ControlPlane, Programs
from cluster.killable import ApiServer
from cluster.killed_project import LIMIT_SECONDS, KilledProject, random_changes
from cluster.node import Node
from faults.seeds import seeds
from faults.victims import FILES, Plan, lives, strike

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

API_SERVER = "API server"
CLUSTER_VICTIMS = (*FILES, "plugin", "plugin")


class Used:
    """One stack in one control plane that all seeds go through."""

    def __init__(self, server: ApiServer, killed: KilledProject, changes: dict[str, Any]) -> None:
        self.server, self.killed, self.changes = server, killed, changes
        killed.project.write(**changes)
        running = killed.start()
        self.lives = lives(running)
        said, _ = running.communicate(timeout=LIMIT_SECONDS)
        assert running.returncode == 0, said
        killed.converged(changes)


@pytest.fixture(scope="module")
def used(programs: Programs, pulumi: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Used]:
    folder = tmp_path_factory.mktemp("killed")
    (folder / "plane").mkdir()
    with ControlPlane.started(programs, folder / "plane") as plane, ApiServer(plane).ended_with() as server:
        api = Api(plane.url, plane.token, plane.ca_file)
        project = ClusterProject.on(plane, api, folder / "project", pulumi, "killed")
        with Node(api).running():
            yield Used(server, KilledProject(project), random_changes(Random(0)))


@pytest.mark.parametrize("seed", seeds(share=2))
def test_the_next_update_finishes_what_a_killed_one_began(used: Used, seed: int) -> None:
    random, killed, began = Random(seed), used.killed, time.time() - 1
    wanted = random_changes(random)
    victim = random.choice((*CLUSTER_VICTIMS, API_SERVER))
    plan = Plan("engine" if victim == API_SERVER else victim, random.random(), 0, 0)
    after = random.choice((wanted, wanted, used.changes, random_changes(random)))
    _told(f"seed {seed}: {victim}, at {plan.share:.0%} of its life; {used.changes} -> {wanted} -> {after}")

    killed.project.write(**wanted)
    running = killed.start()
    if victim == API_SERVER:
        time.sleep(plan.share * used.lives["engine"])
        used.server.kill()
        said, _ = running.communicate(timeout=LIMIT_SECONDS)
        used.server.start()
    else:
        strike(running, plan, used.lives[victim], [])
        said, _ = running.communicate(timeout=LIMIT_SECONDS)
    _told(f"exit code {running.returncode}\n{said}")
    killed.heed(said)

    used.changes = after
    killed.project.write(**after)
    typed = killed.finish(after)
    _told(f"typed: {typed}")
    if typed:
        killed.project.write(**after)
        assert killed.finish(after) == []
    killed.converged(after)
    killed.no_secret_is_left(began)


def _told(text: str) -> None:
    """Shown with a failure: how to have the same again, and what was printed."""
    sys.stdout.write(f"{text}\n")
