"""Engångskoder: what lets somebody without an account do one thing, such as answering a summons."""
