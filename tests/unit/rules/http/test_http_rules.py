"""Listeners, access URL, proxies, HSTS, content policy and cookies."""

from __future__ import annotations

import pytest

from unit.rules.reports import codes


@pytest.mark.parametrize(
    ("release", "environ", "expected"),
    [
        ("2.33", {"HTTP_ADDRESS": ""}, []),
        ("2.34", {"HTTP_ADDRESS": ""}, ["HTP001"]),
        ("2.34", {"HTTP_ADDRESS": "", "TLS_ENABLE": "true"}, []),
        ("2.34", {"HTTP_ADDRESS": "", "ADDRESS": ":8080"}, ["HTP016"]),
        ("2.33", {"HTTP_ADDRESS": "8080"}, ["HTP002"]),
        ("2.33", {"HTTP_ADDRESS": "http://0.0.0.0:3000"}, ["HTP002"]),
        ("2.33", {"HTTP_ADDRESS": "[::1:80"}, ["HTP002"]),
        ("2.33", {"HTTP_ADDRESS": ":65536"}, ["HTP002"]),
        ("2.33", {"HTTP_ADDRESS": ":-1"}, ["HTP002"]),
        ("2.33", {"HTTP_ADDRESS": " :80"}, ["HTP002"]),
        ("2.33", {"HTTP_ADDRESS": ":abc"}, ["HTP002"]),
        ("2.33", {"HTTP_ADDRESS": ":http"}, []),
        ("2.33", {"HTTP_ADDRESS": "[::]:3000"}, []),
        ("2.33", {"HTTP_ADDRESS": "0.0.0.0:"}, []),
        ("2.33", {"HTTP_ADDRESS": "bad", "ADDRESS": "0.0.0.0:7000"}, ["HTP016"]),
        ("2.33", {"ADDRESS": "0.0.0.0:70000"}, ["HTP002"]),
    ],
)
def test_plain_http_needs_an_address_that_can_be_listened_on(release: str, environ: dict[str, str], expected: list[str]) -> None:
    assert codes("HTP", release, environ) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://coder.example.com:8443/sub?x=1", []),
        ("HTTP://coder.example.com", []),
        ("coder.example.com", ["HTP003"]),
        ("localhost:3000", ["HTP003"]),
        ("/just/path", ["HTP003"]),
        ("ftp://coder.example.com", ["HTP003"]),
        ("http://", ["HTP014"]),
        ("https:coder.example.com", ["HTP014"]),
        ("http://localhost:3000", ["HTP015"]),
        ("https://127.1.2.3", ["HTP015"]),
        ("http://[::1]:3000", ["HTP015"]),
        ("", ["HTP013"]),
    ],
)
def test_only_the_access_url_needs_a_scheme(url: str, expected: list[str]) -> None:
    assert codes("HTP", "2.34", {"ACCESS_URL": url}) == expected
    assert codes("HTP", "2.34", {"DOCS_URL": url}) == []


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        ("10.0.0.0/8,192.168.0.0/16", []),
        ("10.1.2.3/8", []),
        ("fd00::/8", []),
        ("10.0.0.1", ["HTP004"]),
        ("fd00::1", ["HTP004"]),
        ("localhost", ["HTP004"]),
        ("10.0.0.0/33", ["HTP004"]),
        ("10.0.0.0/255.0.0.0", ["HTP004"]),
        ("10.0.0.0/8, 172.16.0.0/12", ["HTP004"]),
        ("10.0.0.0/8,", ["HTP004"]),
        ("0.0.0.0/0", ["HTP020"]),
        ("::/00", ["HTP020"]),
    ],
)
def test_trusted_origins_are_networks_without_blanks(origins: str, expected: list[str]) -> None:
    assert codes("HTP", "2.33", {"PROXY_TRUSTED_ORIGINS": origins, "PROXY_TRUSTED_HEADERS": "X-Real-Ip"}) == expected


def test_trusted_headers_and_origins_need_each_other() -> None:
    assert codes("HTP", "2.33", {"PROXY_TRUSTED_HEADERS": "X-Real-Ip"}) == ["HTP018"]
    assert codes("HTP", "2.33", {"PROXY_TRUSTED_ORIGINS": "10.0.0.0/8"}) == ["HTP019"]


@pytest.mark.parametrize(
    ("age", "options", "expected"),
    [
        ("31536000", "includeSubDomains,PRELOAD", []),
        ("31536000", "", []),
        ("31536000", "includeSubDomains, preload", ["HTP005"]),
        ("1", "max-age", ["HTP005"]),
        ("0", "bogus", ["HTP006"]),
        ("-1", "preload", ["HTP006"]),
    ],
)
def test_hsts_options_are_checked_only_with_an_age(age: str, options: str, expected: list[str]) -> None:
    environ = {"STRICT_TRANSPORT_SECURITY": age, "STRICT_TRANSPORT_SECURITY_OPTIONS": options}
    assert codes("HTP", "2.33", environ) == expected


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("frame-src *,img-src data: https:", []),
        ("bogus", ["HTP007"]),
        ("bogus *", ["HTP009"]),
        ("frame-src a,Frame-Src b", ["HTP008"]),
    ],
)
def test_content_policy_is_never_fatal(policy: str, expected: list[str]) -> None:
    assert codes("HTP", "2.33", {"ADDITIONAL_CSP_POLICY": policy}) == expected


@pytest.mark.parametrize(
    ("release", "environ", "expected"),
    [
        ("2.33", {"HOST_PREFIX_COOKIE": "true"}, []),
        ("2.33", {"HOST_PREFIX_COOKIE": "true", "SECURE_AUTH_COOKIE": "false"}, ["HTP010"]),
        ("2.33", {"HOST_PREFIX_COOKIE": "true", "ACCESS_URL": "http://coder.example.com"}, ["HTP010"]),
        ("2.33", {"SAMESITE_AUTH_COOKIE": "None"}, []),
        ("2.33", {"SAMESITE_AUTH_COOKIE": "None", "ACCESS_URL": "http://coder.example.com"}, ["HTP011"]),
        ("2.31", {"SAMESITE_AUTH_COOKIE": "none"}, ["HTP011"]),
        ("2.31", {"SAMESITE_AUTH_COOKIE": "none", "SECURE_AUTH_COOKIE": "true"}, []),
        ("2.33", {"SECURE_AUTH_COOKIE": "true", "ACCESS_URL": "http://coder.example.com"}, ["HTP012"]),
    ],
)
def test_cookies_follow_the_scheme_of_the_access_url(release: str, environ: dict[str, str], expected: list[str]) -> None:
    assert codes("HTP", release, environ) == expected


def test_a_redirect_loops_only_in_front_of_plain_http() -> None:
    assert codes("HTP", "2.33", {"REDIRECT_TO_ACCESS_URL": "true"}) == ["HTP017"]
    assert codes("HTP", "2.33", {"REDIRECT_TO_ACCESS_URL": "true", "TLS_ENABLE": "true"}) == []
    assert codes("HTP", "2.33", {"REDIRECT_TO_ACCESS_URL": "true", "ACCESS_URL": "http://coder.example.com"}) == []
