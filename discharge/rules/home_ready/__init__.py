"""Hemgångsklar: the checklist that tells whether somebody can go home (never whether they are *utskrivningsklar*)."""
