"""Run the command line as ``python -m hiwar``."""

from hiwar.cli import main

if __name__ == "__main__":
    main()
