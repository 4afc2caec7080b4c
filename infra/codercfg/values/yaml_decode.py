"""Decoding of YAML nodes into maps, lists and texts by the rules of Go's yaml.v3.

A reader is a function of the decoder and a node. `Decoder.read` calls it with aliases resolved.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from codercfg.values.error import ValueParseError
from codercfg.values.yaml_node import HELP, Alias, Mapping, Node, Scalar, Sequence
from codercfg.values.yaml_scalar import is_text, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    Read = Callable[["Decoder", Node], Any]
    Put = Callable[[str, Node], None]

MISSING: Final = object()  # null where Go has no nil: an item of a list is left out, an entry of a map is empty
_MIN_ALIASED = 100
_MIN_DECODED = 1000
_MANY_DECODED = 400_000
_TOO_MANY_DECODED = 4_000_000


class Decoder:
    """One pass over one document; it counts its steps as yaml.v3 does, so that aliases cannot multiply the work."""

    def __init__(self) -> None:
        self._steps = 0
        self._aliased_steps = 0
        self._aliases: list[Alias] = []

    def read(self, node: Node, reader: Read) -> Any:  # noqa: ANN401  (the reader decides)
        """What `reader` makes of `node`.

        Raises:
            ValueParseError: A node of the wrong shape, or an alias inside of what it names.
        """
        self._count()
        if not isinstance(node, Alias):
            return reader(self, node)
        if node in self._aliases:
            raise ValueParseError("an anchor of the YAML text contains itself", HELP)
        self._aliases.append(node)
        try:
            return self.read(node.target, reader)
        finally:
            self._aliases.pop()

    def read_entries(self, node: Node, put: Put, once: Collection[str] = (), merged: set[str] | None = None) -> None:
        """Call `put` for each entry of a mapping, its own first, then those of its merge key `<<`.

        Args:
            node: The mapping.
            put: Takes the key and the node of the value.
            once: Keys that may be given once only, even when written in different ways.
            merged: Keys that are taken already, when this mapping is merged into another one; its own are added.
        """
        if not isinstance(node, Mapping):
            raise wrong_shape("a map")
        keys, values = node.items[::2], node.items[1::2]
        _check_unique(keys)
        merge: Node | None = None
        seen: set[str] = set()
        for key_node, value in zip(keys, values, strict=True):
            if _is_merge(key_node):
                merge = value
                continue
            key = self.read(key_node, read_text)
            if key is MISSING or (merged is not None and key in merged):
                continue
            if key in seen and key in once:
                raise ValueParseError("a key of the YAML text is given twice", HELP)
            seen.add(key)
            if merged is not None:
                merged.add(key)
            put(key, value)
        if merge is not None:
            self._merge(merge, put, once, _own_keys(keys) if merged is None else merged)

    def _merge(self, merge: Node, put: Put, once: Collection[str], merged: set[str]) -> None:
        for node in merge.items if isinstance(merge, Sequence) else [merge]:
            target = node.target if isinstance(node, Alias) else node
            if not isinstance(target, Mapping):
                raise ValueParseError("a merge key (<<) of the YAML text needs a map or a list of maps", HELP)
            self.read(node, partial(_read_merged, put=put, once=once, merged=merged))

    def _count(self) -> None:
        self._steps += 1
        self._aliased_steps += bool(self._aliases)
        if self._aliased_steps <= _MIN_ALIASED or self._steps <= _MIN_DECODED:
            return
        excess = min(max(self._steps - _MANY_DECODED, 0) / (_TOO_MANY_DECODED - _MANY_DECODED), 1.0)
        if self._aliased_steps / self._steps > 0.99 - 0.89 * excess:
            raise ValueParseError("the YAML text repeats itself through too many aliases", HELP)


def read_text(_decoder: Decoder, node: Node) -> Any:  # noqa: ANN401  (text or MISSING)
    """A Go string: any scalar as it was written."""
    if not isinstance(node, Scalar):
        raise wrong_shape("text")
    text = text_of(node)
    return MISSING if text is None else text


def _read_merged(decoder: Decoder, node: Node, put: Put, once: Collection[str], merged: set[str]) -> None:
    decoder.read_entries(node, put, once, merged)


def wrong_shape(wanted: str) -> ValueParseError:
    """The error for a node of another shape than `wanted`."""
    return ValueParseError(f"the YAML text has something else where the server expects {wanted}", HELP)


def _is_merge(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value == "<<" and (node.tag == "!!merge" or (node.plain and not node.tag))


def _check_unique(keys: list[Node]) -> None:
    """yaml.v3 compares keys as they are written: kind and text, the text of lists and maps being empty."""
    written = [(type(key), key.value if isinstance(key, Scalar) else key.name if isinstance(key, Alias) else "") for key in keys]
    if len(set(written)) != len(written):
        raise ValueParseError("a key of the YAML text is given twice", HELP)


def _own_keys(keys: list[Node]) -> set[str]:
    """The keys that win over merged ones. yaml.v3 compares before it turns numbers into text, so only texts do."""
    targets = (key.target if isinstance(key, Alias) else key for key in keys)
    return {key.value for key in targets if isinstance(key, Scalar) and is_text(key)}
