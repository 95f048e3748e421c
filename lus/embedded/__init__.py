"""PostgreSQL and Valkey out of their wheels, and the processes of the demo: nothing to install, nothing left running.

Used by `make demo`, `make test` and `python -m lus.embedded.shell`. Production has its own servers (`DATABASE_URL`,
`REDIS_URL`) and imports nothing from here but `process_table`.
"""
