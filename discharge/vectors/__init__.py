"""Test vectors: CSV files in fixed formats, run through the same rules as the application."""
