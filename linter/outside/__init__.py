"""The only room with files, subprocesses, the environment and the clock."""
