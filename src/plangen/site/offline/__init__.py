"""A site that works from a folder, without a server: what browsers refuse to pages of files is done another way."""
