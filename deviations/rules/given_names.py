"""Vanliga tilltalsnamn: what makes two capitalised words look like somebody's name. A list to extend, never proof."""

from typing import Final

_NAMES: Final = """
Maria Anna Margareta Elisabeth Eva Kristina Birgitta Karin Marie Ingrid Christina Sofia Linnea Kerstin Lena
Helena Emma Marianne Inger Johanna Linda Susanne Elin Sara Monica Katarina Anette Gun Ulla Britt Berit Barbro
Gunilla Maj Astrid Alice Ida Hanna Annika Therese Gunnel Siv Elsa Camilla Viktoria Julia Agneta Jenny Amanda
Irene Ann Lars Anders Mikael Johan Karl Per Erik Peter Jan Thomas Daniel Fredrik Andreas Hans Stefan Mats Bengt
Mattias Marcus Sven Bo Magnus Nils Jonas Patrik Niklas Alexander Oskar Robert Martin Henrik Leif Ulf Gustav
Christer Kjell Roger Rolf Göran Håkan Lennart Stig Arne Åke Kent Tommy Tord Bertil Gösta Olof Gunnar Ali Ahmed
Mohamed Hassan Amir Fatima Leila Yusuf Ibrahim Elias William Lucas Oliver Liam Hugo Ella Maja Wilma Ebba Saga
"""
GIVEN_NAMES: Final = frozenset(_NAMES.split())
