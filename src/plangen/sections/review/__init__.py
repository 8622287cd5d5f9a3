"""The review: results of a past period against what they are compared with."""
