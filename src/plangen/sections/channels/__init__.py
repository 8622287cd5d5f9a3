"""The channels: ways to customers, by kind, with how many, whom they reach and what they are to bring."""
