"""Who answers now, and where the roster has holes: plain Python."""
