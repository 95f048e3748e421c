"""`make pictures`: the README's pictures, taken of real pages in the invented county."""
