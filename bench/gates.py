"""The budgets: what each row measures and which figure it may not exceed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

NOISE = 0.07  # a wall ratio of one interleaved run moves by this much; instruction counts do not move


class Verdict(Enum):
    """How a row ended."""

    OK = "ok"
    NOISE = "ok: missed by less than the noise, and the instructions hold"
    BROKEN = "BROKEN"
    AHEAD = "not reached yet"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Gate:
    """One budget.

    Attributes:
        row: Its number: `B1`; `B3i` is the instruction count that belongs to the wall ratio `B3`.
        what: What is divided by what.
        limit: The largest figure that holds.
        decided_by: The instruction row that decides when a wall ratio misses by less than the noise.
        goal: A figure to work towards, which never held: missing it is shown and breaks nothing.
    """

    row: str
    what: str
    limit: float
    decided_by: str | None = None
    goal: bool = False

    def verdict(self, figures: dict[str, float]) -> Verdict:
        """The verdict on this row.

        Args:
            figures: What was measured, by row; a row that could not be measured is missing.
        """
        figure = figures.get(self.row)
        if figure is None:
            return Verdict.SKIPPED
        if figure <= self.limit:
            return Verdict.OK
        decides = next((gate for gate in GATES if gate.row == self.decided_by), None)
        near = figure <= self.limit * (1 + NOISE)
        if near and decides is not None and figures.get(decides.row, decides.limit + 1) <= decides.limit:
            return Verdict.NOISE
        return Verdict.AHEAD if self.goal else Verdict.BROKEN


GATES = (
    Gate("B1", "check, one stack, cold ÷ pydantic floor: wall", 1.55, decided_by="B2"),
    Gate("B2", "the same: instructions", 1.60),
    Gate("B3", "render, one stack, cold ÷ pydantic floor: wall", 1.60, decided_by="B3i"),
    Gate("B3i", "the same: instructions", 1.65),
    Gate("B4", "render, cold ÷ helm template of 10 objects with 150 variables: wall", 3.3, decided_by="B3i"),
    Gate("B6", "peak memory of check and render, MB", 36),
    Gate("B6h", "the same ÷ helm template", 0.75),
    Gate("B7", "--help and --version ÷ python -c pass: wall", 3.0),
    Gate("B7m", "the same: peak memory, MB", 13),
    Gate("B8", "validate a document with every option ÷ json.loads of it", 3.0),
    Gate("B9", "YAML text to validated stack ÷ PyYAML's C parser on the same text", 1.5),
    Gate("B9r", "the same with all rules", 1.5),
    Gate("B10", "checked stack to objects ÷ YAML text to checked stack", 3.0),
    Gate("B11", "print the objects ÷ PyYAML's C printer", 0.3),
    Gate("B12", "read 300 variables ÷ validate the same values", 10),
    Gate("B14", "check of a further stack ÷ one helm template in a loop", 1 / 45),
    Gate("B15", "check of a further stack ÷ python -c pass: processor time", 0.0635),
    Gate("B16", "slope of 100 to 1,000 checks ÷ slope of 1 to 100: processor time", 1.2),
    Gate("B16m", "memory of 1,000 checks above that of 1, MB", 3),
    Gate("B17", "render 5 stacks in one process ÷ 5 helm templates: wall", 1.0),
    Gate("B18", "Pulumi program of 10 objects under mocks ÷ import pulumi: wall", 2.1),
    Gate("B21", "program part of a preview of 10 objects as files: seconds, where `import pulumi` takes 0.21", 0.5),
    Gate("B21m", "the same: peak memory, MB", 70),
    Gate("B22", "program part of a preview of 10 objects in a cluster: seconds, as B21", 0.5),
    Gate("B22m", "the same: peak memory, MB", 70),
    Gate("B23", "fleet preview of 50 stacks of 10 objects ÷ 50 CLI runs in a row: wall", 1 / 3),
    Gate("B23c", "the same: processor time", 1 / 2),
    Gate("B19", "a stack with 1,000 AI providers ÷ one with 1", 40),
    Gate("B20", "a stack with four mistakes ÷ the same without", 2.5),
)
