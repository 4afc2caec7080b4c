from __future__ import annotations

import json
from typing import Any

import pytest

from kubernetes_plugin.configuration import configuration_diff


def kubeconfig(*servers: str) -> str:
    return json.dumps(
        {
            "current-context": "0",
            "contexts": [{"name": str(place), "context": {"cluster": f"c{place}"}} for place, _ in enumerate(servers)],
            "clusters": [{"name": f"c{place}", "cluster": {"server": server}} for place, server in enumerate(servers)],
        }
    )


ONE, OTHER, BOTH = kubeconfig("https://a"), kubeconfig("https://b"), kubeconfig("https://a", "https://b")


@pytest.mark.parametrize(
    ("olds", "news", "replaces"),
    [
        ({"kubeconfig": ONE}, {"kubeconfig": ONE, "namespace": "x"}, []),
        ({"kubeconfig": ONE}, {"kubeconfig": BOTH}, []),
        ({"kubeconfig": ONE}, {"kubeconfig": OTHER}, ["kubeconfig"]),
        ({"kubeconfig": BOTH, "context": "0"}, {"kubeconfig": BOTH, "context": "1"}, ["context"]),
        ({"kubeconfig": ONE, "clusterIdentifier": "i"}, {"kubeconfig": OTHER, "clusterIdentifier": "i"}, []),
        ({"kubeconfig": ONE, "clusterIdentifier": "i"}, {"kubeconfig": ONE, "clusterIdentifier": "j"}, ["clusterIdentifier"]),
        ({"kubeconfig": ONE}, {"kubeconfig": ONE, "clusterIdentifier": "i"}, []),
        ({"kubeconfig": ONE}, {"kubeconfig": "/nowhere"}, []),
    ],
)
def test_another_cluster_replaces_and_nothing_else_does(olds: dict[str, Any], news: dict[str, Any], replaces: list[str]) -> None:
    answer = configuration_diff(olds, news)
    assert answer.changes == answer.DIFF_SOME
    assert list(answer.replaces) == replaces


def test_the_same_arguments_are_no_change() -> None:
    answer = configuration_diff({"namespace": "a", "version": "1"}, {"namespace": "a", "version": "2"})
    assert answer.changes == answer.DIFF_NONE
