"""The live process: one stream to each open browser, and nothing else."""
