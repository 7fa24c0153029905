"""How much each piece of evidence counts that a repetition is a mistake. Written by bench/fit_copies.py."""

from __future__ import annotations

WEIGHTS = {
    "bias": -3.126,
    "adjacent": 1.067,
    "apart": 0.192,
    "blocks": -0.167,
    "changed": -1.693,
    "code": -0.731,
    "distance": -0.850,
    "exact": 1.255,
    "figures": -0.809,
    "headed": 1.831,
    "items": -1.365,
    "lead_in": 0.767,
    "links": 0.450,
    "listed": 2.059,
    "parallel": 0.367,
    "partial": 0.271,
    "pasted": 2.656,
    "quotes": -0.528,
    "recurs": -1.593,
    "retitled": -2.301,
    "rows": -1.350,
    "same_section": 0.941,
    "shifted": -0.965,
    "size": 2.753,
    "sound": 1.031,
    "statute": -1.179,
    "tail": -1.806,
    "unlike": -1.797,
}
