from __future__ import annotations

from codercfg.component.stack_key import StackKeyProvider


def test_every_key_is_another_and_has_256_bits() -> None:
    made = [StackKeyProvider().create({}).outs for _ in range(2)]
    keys = [outs["key"] for outs in made if outs]
    assert [len(bytes.fromhex(key)) for key in keys] == [32, 32]
    assert keys[0] != keys[1]
