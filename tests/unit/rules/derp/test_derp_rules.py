"""Relays and STUN."""

from __future__ import annotations

import pytest

from codercfg.catalog.catalog import catalog
from codercfg.configuration.configuration import Configuration
from codercfg.configuration.setting import Setting
from codercfg.diagnostics.origin import Origin
from codercfg.releases.release import Release
from codercfg.rules.derp.relay_map import read_regions
from codercfg.rules.files import FileFaultError
from unit.rules.reports import codes, findings

FILES = {
    "/etc/coder/derp.json": "DERP map with region 10",
    "/etc/coder/derp-1000.json": "DERP map with region 1000",
    "/etc/coder/bad.json": "broken JSON",
}
MAP = {"DERP_CONFIG_PATH": "/etc/coder/derp.json"}
ADDRESS = {"DERP_CONFIG_URL": "https://relays.example.com/map.json"}


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        ("stun.example.com:3478", []),
        ("[::1]:3478", []),
        ("a:-1", []),
        ("disable", []),
        ("", []),
        ("::1:3478", ["DRP002"]),
        ("stun.example.com", ["DRP002"]),
        ("a:b", ["DRP002"]),
        ("a:", ["DRP002"]),
        ("Disable", ["DRP002"]),
        ("bad,disable", ["DRP002", "DRP009"]),
        ("a:1,disable,bad", ["DRP009"]),
    ],
)
def test_disable_is_an_item_that_ends_the_list(addresses: str, expected: list[str]) -> None:
    assert codes("DRP", "2.33", {"DERP_SERVER_STUN_ADDRESSES": addresses}) == expected


@pytest.mark.parametrize("off", [{"BLOCK_DIRECT": "true"}, {"DERP_SERVER_ENABLE": "false"} | MAP])
def test_stun_addresses_are_ignored_without_direct_connections_or_built_in_relay(off: dict[str, str]) -> None:
    assert codes("DRP", "2.33", {"DERP_SERVER_STUN_ADDRESSES": "bad"} | off) == ["DRP010"]


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        (MAP, []),
        (MAP | ADDRESS, ["DRP001"]),
        ({"DERP_CONFIG_PATH": "/etc/coder/bad.json"}, ["DRP003"]),
        ({"DERP_CONFIG_PATH": "/etc/coder/missing.json"}, ["DRP003"]),
        (MAP | {"DERP_SERVER_REGION_ID": "10"}, ["DRP004"]),
        (MAP | {"DERP_SERVER_REGION_ID": "9"}, ["DRP004"]),
        (MAP | {"DERP_SERVER_REGION_ID": "9", "DERP_SERVER_STUN_ADDRESSES": "disable"}, []),
        (MAP | {"DERP_SERVER_REGION_ID": "9", "BLOCK_DIRECT": "true"}, []),
        (MAP | {"DERP_SERVER_REGION_ID": "10", "DERP_SERVER_ENABLE": "false"}, []),
        ({"DERP_CONFIG_PATH": "/etc/coder/derp-1000.json"}, ["DRP004"]),
        ({"DERP_SERVER_REGION_ID": "1"}, []),
        (ADDRESS | {"DERP_SERVER_REGION_ID": "0"}, ["DRP007"]),
        (ADDRESS | {"DERP_SERVER_REGION_ID": "12"}, ["DRP008"]),
        (ADDRESS | {"DERP_SERVER_REGION_ID": "-9"}, []),
        ({"DERP_CONFIG_URL": "://x"}, ["DRP011"]),
        ({"DERP_CONFIG_URL": "relays.example.com"}, ["DRP011"]),
    ],
)
def test_a_custom_map_must_be_readable_and_leave_the_own_regions_free(environ: dict[str, str], expected: list[str]) -> None:
    assert codes("DRP", "2.33", environ, files=FILES) == expected


def test_no_relay_at_all_is_fatal_before_2_34_only() -> None:
    off = {"DERP_SERVER_ENABLE": "false"}
    assert [(item.code, item.severity.value) for item in findings("DRP", "2.33", off)] == [("DRP005", "error")]
    assert [(item.code, item.severity.value) for item in findings("DRP", "2.34", off)] == [("DRP006", "warning")]
    assert codes("DRP", "2.33", off | ADDRESS) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"{}", {}),
        (b'{"regions": {"7": {}}}', {7: {}}),
        (b'{"Regions": null}', {}),
    ],
)
def test_a_map_is_read_as_go_reads_it(content: bytes, expected: dict[int, object]) -> None:
    assert read_regions(_config(content)) == expected


@pytest.mark.parametrize("content", [b"[]", b'{"Regions": []}', b'{"Regions": {"x": {}}}', b"\xff", b"[" * 100_000])
def test_what_is_no_map_is_a_fault(content: bytes) -> None:
    with pytest.raises(FileFaultError, match=r"JSON|relay map"):
        read_regions(_config(content))


def _config(content: bytes) -> Configuration:
    option = catalog(Release.parse("2.33")).by_path["derp.config.path"][0]
    setting = Setting(option, "/etc/coder/derp.json", Origin("env", name="CODER_DERP_CONFIG_PATH"))
    return Configuration(Release.parse("2.33"), {"derp.config.path": setting}, read_file=lambda _path: content)
