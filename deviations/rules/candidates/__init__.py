"""Föreslagna avvikelser (intern rutin): what the record of a case says went wrong, one small rule for each kind."""
