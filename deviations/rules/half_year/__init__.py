"""Halvårsrapporten: from what the register holds to what may be published. Plain Python; nothing here asks the time."""
