"""Documents on paper: an installed browser prints the finished page of a plan into a PDF file."""
