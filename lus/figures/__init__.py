"""Tal som får visas och förstås: small numbers hidden, change told from chance. Plain Python, for any report."""
