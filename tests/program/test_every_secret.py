"""Every option that is secret, at once: on the wire the keys of Secrets are marked, one by one, and nothing else is."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

import pytest

from canaries import leaks
from codercfg.catalog.outline import record_class
from codercfg.options.family import members
from codercfg.reference.option_rows import option_rows
from codercfg.releases.release import Release
from program.project import stack, written
from program.ran import ran

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from program.ran import Ran

RELEASE = "2.33.1"
FAMILIES = {"ai.bridge.providers": "AIBridgeProviderConfig", "external_auth": "ExternalAuthConfig"}
PREFIXES = {"ai.bridge.providers": "CODER_AIBRIDGE_PROVIDER_", "external_auth": "CODER_EXTERNAL_AUTH_"}
PROVIDERS = [
    {"type": "openai", "name": "models"},
    {"type": "anthropic", "name": "cloud", "bedrock_region": "eu-west-1", "bedrock_model": "m", "bedrock_small_fast_model": "s"},
]
BEDROCK = {"region": "eu-central-1"}


def secret_places() -> dict[str, str]:
    """Each secret option of the release by its place in the stack, with the variable that carries it."""
    rows = [row for row in option_rows(Release.parse(RELEASE)) if row.secret and row.path != "notifications.email.auth.password"]
    found = {row.path: row.env or "" for row in rows}
    found["notifications.email.auth.password"] = "CODER_EMAIL_AUTH_PASSWORD"
    for path, model in FAMILIES.items():
        for member in members(record_class(model)):
            if member.key.secret and not str(member.key.env).endswith(("KEYS", "SECRETS")):  # the plural is another spelling of the same
                index = 1 if "bedrock" in member.json_name else 0
                found[f"{path}.{index}.{member.json_name}"] = f"{PREFIXES[path]}{index}_{member.key.env}"
    return found


PLACES = secret_places()
SECRETS = {"secret-coder", "secret-coder-ai-providers", "secret-coder-external-auth"}


def canary(number: int) -> str:
    return f"cAnArY?{number:02d}>kanarie/{number:02d}~zZ"


def value(place: str, number: int) -> str:
    """A value that the option takes."""
    match place:
        case "external_token_encryption_keys":
            return b64encode(canary(number).encode().ljust(32, b"=")[:32]).decode()
        case "pg_connection_url":
            return f"postgres://coder:{canary(number).replace('/', '-').replace('?', '-')}@db.example.com/coder"
        case "ai.aibridge_proxy.upstream_proxy":
            return f"https://coder:{canary(number).replace('/', '-').replace('?', '-')}@proxy.example.com"
        case _:
            return canary(number)


def deployment(leaf: dict[str, Any]) -> dict[str, Any]:
    """The options, with the leaf of each place put in."""
    made: dict[str, Any] = {
        "access_url": "https://coder.example.com",
        "oidc": {"issuer_url": "https://login.example.com", "client_id": "coder"},
        "oauth2": {"github": {"client_id": "coder", "allow_everyone": True}},
        "external_auth": [{"id": "github", "type": "github", "client_id": "coder"}],
        "ai": {"bridge": {"enabled": True, "providers": [dict(item) for item in PROVIDERS], "bedrock": dict(BEDROCK)}},
    }
    for place, value_ in leaf.items():
        inner: Any = made
        *way, last = place.split(".")
        for step in way:
            inner = inner[int(step)] if step.isdigit() else inner.setdefault(step, {})
        inner[last] = value_
    return made


@pytest.fixture(scope="module", params=["files", "cluster"])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    target = {"files": {"secrets": "write"}} if request.param == "files" else {"cluster": {"context": "test"}}
    root: Path = tmp_path_factory.mktemp("project")
    encrypted = {place: {"secure": f"v1:bm9uY2U=:{b64encode(place.encode()).decode()}"} for place in PLACES}
    opened = {place: value(place, number) for number, place in enumerate(PLACES)}
    written(root, stack(deployment=deployment(encrypted), target=target))
    key = {"pulumi-python:dynamic/codercfg:StackKey": {"key": "ab" * 32}}
    done = ran(root, stack(deployment=deployment(opened), target=target), made=key)
    assert (done.code, done.logged("ERROR"), done.stderr) == (0, [], "")
    return done


def marked(value_: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Place and text of everything that is marked as secret."""
    if isinstance(value_, tuple):
        yield place, value_[1]
    elif isinstance(value_, dict):
        for key, item in value_.items():
            yield from marked(item, f"{place}.{key}")
    elif isinstance(value_, list):
        for index, item in enumerate(value_):
            yield from marked(item, f"{place}[{index}]")


def marked_on_the_wire(run: Ran) -> dict[str, str]:
    return {place: text for name, item in run.resources.items() for place, text in marked(item.properties, name)}


def test_each_secret_is_marked_under_its_variable_and_holds_its_value(run: Ran) -> None:
    texts = {
        place.rpartition(".")[2]: b64decode(text).decode() for place, text in marked_on_the_wire(run).items() if place.startswith("secret-")
    }
    assert texts == {env: value(place, number) for number, (place, env) in enumerate(PLACES.items())}


def test_nothing_else_is_marked(run: Ran) -> None:
    assert {place.rpartition(".")[0].removesuffix(".manifest.data").removesuffix(".data") for place in marked_on_the_wire(run)} == SECRETS
    assert all(".data." in place for place in marked_on_the_wire(run))


def test_nothing_that_follows_from_a_secret_is_anywhere_else(run: Ran) -> None:
    assert leaks([canary(number) for number in range(len(PLACES))], {"everything": run.everything}) == []
