"""What is needed to publish: books become a staged site, which takes the place of the one before."""
