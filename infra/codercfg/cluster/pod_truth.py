"""What the server's container really gets once `envFrom` is resolved, beside what the stack says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from codercfg.cluster.found import Found
from codercfg.cluster.list_places import EXTERNAL_AUTH, PROVIDERS, list_path
from codercfg.cluster.service_links import link_findings
from codercfg.env.families import is_member
from codercfg.env.render import render
from codercfg.kubernetes_objects.secret_content import database_env
from codercfg.kubernetes_objects.server_env import extra_env, object_env
from codercfg.sources.unknown_variables import OTHER_READERS, SERVICE_LINK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.cluster.found import Answer
    from codercfg.sources.stack.stack import Stack

_PATH = "kubernetes.envFrom"
_MOST = 5


class Given(NamedTuple):
    """A variable that an `envFrom` source gives."""

    name: str
    kind: str
    source: str

    @property
    def place(self) -> str:
        """`the Secret `more``."""
        return f"the {self.kind} `{self.source}`"


def pod_truth(stack: Stack, answer: Answer) -> Iterator[Found]:
    """Findings about variables that meet only in the pod."""
    yield from link_findings(stack, answer.services)
    if not answer.sources:
        return
    own = own_variables(stack)
    given = [Given(name, source.kind, source.name) for source in answer.sources for name in source.variables]
    yield from _doubled(own, given)
    free = list({item.name: item for item in given if item.name not in own}.values())
    yield from _of_options(stack, free)
    yield from _of_families(free, own)


def own_variables(stack: Stack) -> set[str]:
    """The names that the stack gives the container."""
    rendered = render(stack.configuration)
    entries = [*object_env(stack), *database_env(stack), *rendered.entries]
    return {entry.name for entry in entries} | {entry["name"] for entry in extra_env(stack)}


def _doubled(own: set[str], given: list[Given]) -> Iterator[Found]:
    last: dict[str, Given] = {}
    for item in given:
        if item.name in own:
            message = f"`{item.name}` of {item.place} never reaches the server: the stack sets it as well, and `env` wins"
            yield Found("CLU031", message, f"remove the key from {item.place}, or the option from the stack", _PATH, item.name)
        elif item.name in last:
            message = f"`{item.name}` of {last[item.name].place} never reaches the server: {item.place} has it as well, and the later wins"
            yield Found("CLU031", message, "remove one of the keys", _PATH, item.name)
        last[item.name] = item


def _of_options(stack: Stack, given: list[Given]) -> Iterator[Found]:
    """Options of the server by their own or another name; names with Coder's prefix that are none."""
    configuration, unchecked = stack.configuration, []
    for item in given:
        option = configuration.catalog.by_env.get(item.name)
        if option is None:
            if _is_unknown(item.name):
                message = f"Coder {configuration.release} has no option with the variable `{item.name}`, which {item.place} gives"
                yield Found("CLU035", message, f"remove the key from {item.place}, or check its name", _PATH)
            continue
        if configuration.is_set(option.path):
            message = f"`{item.name}` of {item.place} sets `{option.path}`, which the stack sets under another name"
            yield Found("CLU032", message, f"remove the key from {item.place}", _PATH, item.name)
        else:
            unchecked.append(item)
        if option.secret and item.kind == "ConfigMap":
            message = f"the secret option `{option.path}` comes from {item.place} (`{item.name}`)"
            yield Found("CLU033", message, "move it into a Secret, and name that with `secretRef`", _PATH, item.name)
    if unchecked:
        shown = ", ".join(f"`{item.name}` ({item.kind} `{item.source}`)" for item in unchecked[:_MOST])
        more = f" and {len(unchecked) - _MOST} more" if len(unchecked) > _MOST else ""
        yield Found("CLU034", f"options of the server come from `envFrom`, unchecked: {shown}{more}", "set them in the stack", _PATH)


def _is_unknown(name: str) -> bool:
    return name.startswith("CODER_") and not is_member(name) and name not in OTHER_READERS and not SERVICE_LINK.fullmatch(name)


def _of_families(given: list[Given], own: set[str]) -> Iterator[Found]:
    """Indexed variables that would join, or fight with, a list of the stack."""
    for path in (PROVIDERS, EXTERNAL_AUTH):
        names = [item for item in given if list_path(item.name) == path]
        if names and any(list_path(name) == path for name in own):
            shown = ", ".join(f"`{item.name}`" for item in names[:_MOST])
            message = f"{shown} of {names[0].place} join the list `{path}` of the stack"
            yield Found("CLU032", message, f"move the whole list into the stack, and remove the keys from {names[0].place}", _PATH)
