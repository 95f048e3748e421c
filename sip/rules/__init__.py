"""What a joint plan asks for: plain Python."""
