"""The procedures: ordered steps, who takes them, how long they last, and where they go back."""
