"""The competitors: compared along dimensions, with what is done about each."""
