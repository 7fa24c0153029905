"""How much each piece of evidence counts that a repetition is a mistake. Written by bench/fit_copies.py."""

from __future__ import annotations

WEIGHTS = {
    "bias": -3.277,
    "adjacent": 1.087,
    "apart": 0.204,
    "blocks": -0.319,
    "changed": -1.705,
    "code": -0.721,
    "distance": -0.665,
    "exact": 1.250,
    "figures": -0.785,
    "headed": 1.696,
    "items": -1.433,
    "lead_in": 0.675,
    "links": 0.441,
    "listed": 1.647,
    "parallel": 0.293,
    "partial": 0.208,
    "pasted": 2.728,
    "quotes": -0.544,
    "recurs": -1.472,
    "retitled": -2.232,
    "rows": -1.359,
    "same_section": 0.990,
    "shifted": -1.015,
    "size": 3.112,
    "sound": 0.898,
    "statute": -1.264,
    "tail": -1.792,
    "unlike": -1.808,
}
