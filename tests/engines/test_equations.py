from __future__ import annotations

import pytest

from linter.engines.equations import Equation, parse_equation


def test_both_sides() -> None:
    text = "本年新收 + 上年结转 - 撤回 = 办理结果"
    assert parse_equation(text) == Equation(text, (("本年新收", 1), ("上年结转", 1), ("撤回", -1)), (("办理结果", 1),))


def test_a_hyphen_within_a_name_is_no_sign() -> None:
    assert parse_equation("sub-total ＝ all").terms == (("sub-total", 1), ("all", 1))


@pytest.mark.parametrize("text", ["a + b", "a = b = c", "a +  = c", " = c"])
def test_what_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"no equation|lacks a name"):
        parse_equation(text)
