"""The one door to read cases: every function takes the viewer first, and logs the patients it shows."""
