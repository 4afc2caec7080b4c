"""Stack files in all the layouts that people and programs write."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

SECRETS = (
    {"secure": "v1:AAAA:BBBB+/="},
    {"secretRef": {"name": "llm-keys", "key": "eu"}},
    {"externalSecret": {"store": "vault", "key": "prod/llm", "property": "eu", "rotation": "2026-11"}},
    {"sealed": {"name": "llm-sealed", "key": "us", "rotation": "3"}},
)
LEGACY = (
    {"openai": {"key": SECRETS[0]}},
    {"openai": {"key": SECRETS[1], "base_url": "https://llm.example.com/v1/"}},
    {"anthropic": {"key": SECRETS[2]}, "openai": {"key": SECRETS[3]}},
    {"bedrock": {"region": "eu-west-1", "access_key": SECRETS[2], "access_key_secret": SECRETS[3]}},
    {"anthropic": {"key": SECRETS[0], "base_url": "https://a.example.com/"}, "bedrock": {"model": "m-1"}},
    {"openai": {"base_url": "https://llm.example.com/v1/"}, "anthropic": {"key": SECRETS[1]}},
    {"bedrock": {"region": "eu-west-1"}, "anthropic": {"key": SECRETS[3]}},
)
OF_VARIABLES = {
    "openai.key": "OPENAI_KEY",
    "openai.base_url": "OPENAI_BASE_URL",
    "anthropic.key": "ANTHROPIC_KEY",
    "anthropic.base_url": "ANTHROPIC_BASE_URL",
    "bedrock.region": "BEDROCK_REGION",
    "bedrock.model": "BEDROCK_MODEL",
    "bedrock.access_key": "BEDROCK_ACCESS_KEY",
    "bedrock.access_key_secret": "BEDROCK_ACCESS_KEY_SECRET",
}
PROVIDERS: tuple[list[dict[str, Any]], ...] = (
    [],
    [{"type": "copilot", "name": "copilot"}],
    [{"name": "models", "type": "openai", "key": SECRETS[2]}, {"type": "anthropic", "name": "eu", "key": SECRETS[0]}],
)


@dataclass
class Layout:
    """How one file is written; `choices` decides each detail in turn, and is used again from its beginning."""

    choices: list[int]
    newline: str
    step: int
    comments: list[str] = field(default_factory=list)
    place: int = 0

    def pick(self, most: int) -> int:
        self.place += 1
        return self.choices[self.place % len(self.choices)] % most

    def comment(self) -> str:
        self.comments.append(f'# remark {len(self.comments)}: it\'s "odd", [really] - x')
        return self.comments[-1]


def scalar(value: Any, layout: Layout) -> str:
    if isinstance(value, str):
        plain = not any(letter in value for letter in ':+=*"{}[],') or value.startswith("https://")
        return (json.dumps(value), f"'{value}'", value if plain else json.dumps(value))[layout.pick(3)]
    return json.dumps(value)


def flow(value: Any, layout: Layout) -> str:
    space = ("", " ")[layout.pick(2)]
    if isinstance(value, dict):
        inner = f",{' ' * (1 + layout.pick(2))}".join(f"{key}: {flow(item, layout)}" for key, item in value.items())
        return f"{{{space}{inner}{space}}}"
    if isinstance(value, list):
        return f"[{space}{', '.join(flow(item, layout) for item in value)}{space}]"
    return scalar(value, layout)


def block(value: dict[str, Any], indent: int, layout: Layout, never_flow: frozenset[str]) -> list[str]:
    lines = []
    pad = " " * indent
    for key, item in value.items():
        if layout.pick(5) == 0:
            lines.append(pad + layout.comment())
        if layout.pick(9) == 0:
            lines.append("")
        behind = f"{' ' * (1 + layout.pick(3))}{layout.comment()}" if layout.pick(4) == 0 else ("", "", "  ")[layout.pick(3)]
        gap = " " * (1 + layout.pick(2))
        if isinstance(item, dict) and item and (key in never_flow or layout.pick(3)):
            lines += [f"{pad}{key}:{behind}", *block(item, indent + layout.step, layout, never_flow)]
        elif isinstance(item, list) and item and isinstance(item[0], dict) and layout.pick(3):
            lines += [f"{pad}{key}:{behind}", *items(item, indent + layout.pick(2) * layout.step, layout)]
        else:
            lines.append(f"{pad}{key}:{gap}{flow(item, layout)}{behind}")
    return lines


def items(value: list[dict[str, Any]], indent: int, layout: Layout) -> list[str]:
    lines = []
    for item in value:
        gap = 1 + layout.pick(3)
        inner = block(item, indent + 1 + gap, layout, frozenset())
        first = next(number for number, line in enumerate(inner) if line.strip() and not line.strip().startswith("#"))
        inner[first] = " " * indent + "-" + " " * gap + inner[first].lstrip(" ")
        # what stands above the first key may not be indented like a key of the item before
        lines += [line if not line.strip() else " " * indent + line.strip() for line in inner[:first]] + inner[first:]
    return lines


@st.composite
def stacks(draw: st.DrawFn, release: str, legacy: tuple[dict[str, Any], ...]) -> tuple[str, list[str]]:
    """The text of a stack file, and its comments."""
    layout = Layout(
        choices=draw(st.lists(st.integers(0, 40), min_size=7, max_size=60)),
        newline=draw(st.sampled_from(["\n", "\r\n"])),
        step=draw(st.integers(1, 6)),
    )
    bridge: dict[str, Any] = dict(draw(st.sampled_from(legacy)))
    variables: dict[str, Any] = {"CODER_TELEMETRY_ENABLE": "false"}
    if draw(st.booleans()):
        variables |= {
            f"CODER_AIBRIDGE_{OF_VARIABLES[f'{group}.{key}']}": value for group, keys in bridge.items() for key, value in keys.items()
        }
        bridge = {}
    if draw(st.booleans()) and legacy != ({},):
        variables["CODER_NOTIFICATIONS_EMAIL_FROM"] = "coder@example.com"
    variables["CODER_DISABLE_PASSWORD_AUTH"] = True
    providers = draw(st.sampled_from(PROVIDERS))
    if draw(st.booleans()):
        bridge = {"enabled": True, **bridge}
    if providers:
        pairs = [*bridge.items()]
        pairs.insert(draw(st.integers(0, len(pairs))), ("providers", providers))
        bridge = dict(pairs)
    data = {
        "encryptionsalt": "v1:salt",
        "config": {
            "aws:region": "eu-central-1",
            "coder:release": release,
            "coder:deployment": {
                "access_url": "https://coder.example.com",
                "ai": {"bridge": bridge},
                "docs_url": "https://docs.example.com/" + "long/" * 40,
                "pg_connection_url": SECRETS[1],
            },
            "coder:env": variables,
            "other:thing": {"a": [1, 2.50, None], "b": "x"},
        },
    }
    lines = block(data, 0, layout, frozenset(("config",)))
    if draw(st.booleans()):
        lines.insert(0, layout.comment())
    end = draw(st.sampled_from(["", layout.newline]))
    return layout.newline.join(lines) + end, layout.comments
