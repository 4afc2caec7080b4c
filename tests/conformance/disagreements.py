"""Prints where we and the real server differ: `python tests/conformance/disagreements.py [release] [family] [--full]`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "infra"), str(ROOT / "tests")]

from conformance.cases import ABSENT, FAMILIES, cases, releases  # noqa: E402  (the path comes first)
from conformance.verdict import disagreements  # noqa: E402


def main() -> int:
    """Print each disagreement and a count by release and family."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("release", nargs="?", help="such as 2.33; all when left out")
    parser.add_argument("family", nargs="?", help="such as f4; all when left out")
    parser.add_argument("--full", action="store_true", help="print the whole input too")
    parser.add_argument("--stage", help="only cases that the server left at this stage: parse, startup, panic")
    options = parser.parse_args()
    if not releases():
        print(ABSENT)  # noqa: T201  (a command for people)
        return 2
    total: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for release in [options.release] if options.release else releases():
        for family in [options.family] if options.family else FAMILIES:
            for case in cases(release, family):
                if options.stage and case.stage != options.stage:
                    continue
                found = disagreements(case)
                total[f"{release} {family}"] += 1
                wrong[f"{release} {family}"] += bool(found)
                for item in found:
                    print(item)  # noqa: T201
                if found and options.full:
                    print(f"    env: {case.environ}\n    yaml: {case.yaml!r}\n    args: {case.args}\n    files: {case.files}")  # noqa: T201
    for name, count in total.items():
        print(f"{name}: {count - wrong[name]} of {count} agree")  # noqa: T201
    return int(any(wrong.values()))


if __name__ == "__main__":
    sys.exit(main())
