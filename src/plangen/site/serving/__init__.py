"""The live preview of a handbook that is being written."""
