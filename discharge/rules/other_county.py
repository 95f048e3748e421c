"""Patient från ett annat län: whether the municipality of registration lies in another county than the hospital."""

from __future__ import annotations

from .facts import CaseFacts

COUNTY_DIGITS = 2  # a municipality's code begins with its county's


def is_another_county(region_code: str, municipality_code: str) -> bool:
    """Whether the municipality lies outside the region; False while either is not known."""
    return bool(region_code and municipality_code) and municipality_code[:COUNTY_DIGITS] != region_code


def is_from_another_county(facts: CaseFacts) -> bool:
    """Whether the patient is registered in another county than the one that gives the care."""
    return is_another_county(facts.region_code, facts.registered_municipality)
