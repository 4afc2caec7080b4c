"""Kinds that operators bring along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from unit.cluster.looking import STACK, cluster, found, loaded, said

if TYPE_CHECKING:
    from recorded_api import RecordedApi

EXTERNAL = STACK.replace("{secretRef: {name: git, key: secret}}", "{externalSecret: {store: vault, key: prod/git}}")
GROUP = "/apis/external-secrets.io"


def operator(*versions: str) -> dict[str, Any]:
    return {"kind": "APIGroup", "versions": [{"groupVersion": f"external-secrets.io/{version}"} for version in versions]}


def api(*versions: str, stores: tuple[str, ...] = ("vault",)) -> RecordedApi:
    made = cluster(loaded(EXTERNAL))
    if versions:
        made.objects[GROUP] = operator(*versions)
    for name in stores:
        made.objects[f"{GROUP}/v1/namespaces/coder/secretstores/{name}"] = {"kind": "SecretStore", "metadata": {"name": name}}
    return made


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (api("v1", "v1beta1"), []),
        (api(stores=()), ["CLU019 the cluster does not serve `external-secrets.io/v1`"]),
        (api("v1beta1"), ["CLU019 the cluster does not serve `external-secrets.io/v1`; it has external-secrets.io/v1beta1"]),
        (api("v1", stores=()), ["CLU020 the SecretStore `vault` does not exist in the namespace `coder`"]),
    ],
    ids=["there", "no operator", "an older operator", "no store"],
)
def test_what_an_operator_has_to_bring_is_looked_for(made: RecordedApi, expected: list[str]) -> None:
    assert said(found(made, loaded(EXTERNAL))) == expected


def test_the_secret_that_an_operator_makes_is_not_missed_before_it_is_made() -> None:
    made = api("v1")
    made.objects = {path: item for path, item in made.objects.items() if "externalsecrets" not in path}
    assert said(found(made, loaded(EXTERNAL))) == []
