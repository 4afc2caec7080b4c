"""serpent `URL`: whatever Go's `url.Parse` accepts, which includes empty text, plain paths and words before a colon."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from codercfg.values.error import ValueParseError
from codercfg.values.kept import kept
from codercfg.values.url_escape import FRAGMENT, HOST, KEPT_FRAGMENT, KEPT_PATH, PATH, USERINFO, escape, unescape
from codercfg.values.url_host import parse_host, split_host

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*+):")
_USERINFO_TEXT = re.compile(r"[A-Za-z0-9._:~!$&'()*+,;=%@-]*+")
_HELP = "write the whole URL, such as https://coder.example.com"


@dataclass(frozen=True, slots=True, repr=False)
class GoURL:
    """A URL that remembers how it was written; equal when written alike. May hold a password, so it prints without one.

    Attributes:
        text: What the user wrote, which is what the server shall read.
        scheme: In lower case, empty when there is none.
        opaque: What follows `scheme:` when that is not a slash (`mailto:a@b`, and `localhost:3000` too).
        username: With escapes resolved, None when there is no user information.
        password: With escapes resolved, None when there is none.
        host: Host and port with escapes resolved, letters as written.
        raw_path: As written.
        raw_query: As written, without the question mark.
        force_query: The URL ends with a lone question mark.
        raw_fragment: As written, without the number sign.
        omit_host: The scheme is followed by a single slash, or by none.
    """

    text: str
    scheme: str = field(default="", compare=False)
    opaque: str = field(default="", compare=False)
    username: str | None = field(default=None, compare=False)
    password: str | None = field(default=None, compare=False)
    host: str = field(default="", compare=False)
    raw_path: str = field(default="", compare=False)
    raw_query: str = field(default="", compare=False)
    force_query: bool = field(default=False, compare=False)
    raw_fragment: str = field(default="", compare=False)
    omit_host: bool = field(default=False, compare=False)

    @property
    def path(self) -> str:
        """The path with escapes resolved."""
        return unescape(self.raw_path)

    @property
    def hostname(self) -> str:
        """The host without port and brackets."""
        return split_host(self.host)[0]

    @property
    def port(self) -> str:
        """The port in digits, empty when there is none."""
        return split_host(self.host)[1]

    def wire(self) -> str:
        """Go's `URL.String()`, the text in upstream's JSON document."""
        start = f"{self.scheme}:" if self.scheme else ""
        body = self.opaque or self._authority() + self._wire_path(start)
        query = f"?{self.raw_query}" if self.force_query or self.raw_query else ""
        return start + body + query + self._wire_fragment()

    def _authority(self) -> str:
        if self.username is None and not self.host:
            return "//" if self.scheme and self.raw_path and not self.omit_host else ""
        user = ""
        if self.username is not None:
            password = "" if self.password is None else ":" + escape(self.password, USERINFO)
            user = f"{escape(self.username, USERINFO)}{password}@"
        return f"//{user}{escape(self.host, HOST)}"

    def _wire_path(self, start: str) -> str:
        path = self.raw_path
        if path == "%2A":
            path = "*"  # Go never escapes a lone star
        elif not KEPT_PATH.fullmatch(path):
            path = escape(unescape(path), PATH)
        if not start and not self.host and self.username is None and ":" in path.partition("/")[0]:
            return "./" + path  # else the text before the colon would read as a scheme
        return path

    def _wire_fragment(self) -> str:
        fragment = self.raw_fragment
        if not fragment:
            return ""
        return "#" + (fragment if KEPT_FRAGMENT.fullmatch(fragment) else escape(unescape(fragment), FRAGMENT))

    def __repr__(self) -> str:
        return f"GoURL(scheme={self.scheme!r}, host={self.host!r})"


def parse(text: str, *, strict_port: bool = False) -> GoURL:
    """The parts of `text` by Go's rules.

    Args:
        text: Any text.
        strict_port: Whether the server was built with Go 1.26, which refuses a second colon in the host of http and https.

    Raises:
        ValueParseError: Control characters, a colon in the first path segment (`10.0.0.5:80`), a broken host, port or escape.
    """
    _check_encodable(text)
    rest, _, fragment = text.partition("#")
    if _CONTROL.search(rest):
        raise ValueParseError("the URL holds a control character, such as a line end", _HELP)
    unescape(fragment)
    scheme, rest = _split_scheme(rest)
    rest, mark, query = rest.partition("?")
    force_query = bool(mark) and not query
    if scheme and not rest.startswith("/"):
        return GoURL(text, scheme, opaque=rest, raw_query=query, force_query=force_query, raw_fragment=fragment)
    if ":" in rest.partition("/")[0]:
        raise ValueParseError("the first path segment of a URL without a scheme cannot contain a colon", "put https:// or http:// in front")
    username = password = None
    host = ""
    omit_host = False
    if rest.startswith("//") and (scheme or not rest.startswith("///")):
        authority, slash, path = rest[2:].partition("/")
        rest = slash + path
        username, password, host = _parse_authority(authority, one_colon=strict_port and scheme in {"http", "https"})
    elif scheme:
        omit_host = True
    unescape(rest)
    return GoURL(text, scheme, "", username, password, host, rest, query, force_query, fragment, omit_host)


parse_kept = kept(parse)
"""`parse` for addresses that are no secrets."""


def to_env(value: GoURL) -> str:
    """The user's own text."""
    return value.text


def _check_encodable(text: str) -> None:
    if text.isascii():
        return
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise ValueParseError("the URL holds half of a surrogate pair, which no environment can carry", _HELP) from None


def _split_scheme(text: str) -> tuple[str, str]:
    found = _SCHEME.match(text)
    if found:
        return found[1].lower(), text[found.end() :]
    if text.startswith(":"):
        raise ValueParseError("the URL has a colon but no scheme in front of it", _HELP)
    return "", text


def _parse_authority(authority: str, *, one_colon: bool) -> tuple[str | None, str | None, str]:
    userinfo, at, host = authority.rpartition("@")
    host = parse_host(host, one_colon=one_colon)
    if not at:
        return None, None, host
    if not _USERINFO_TEXT.fullmatch(userinfo):
        raise ValueParseError("the user name or password in the URL holds a character that must be escaped", "write it as %XX")
    username, colon, password = userinfo.partition(":")
    return unescape(username), unescape(password) if colon else None, host
