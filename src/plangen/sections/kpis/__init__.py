"""The KPIs: what is measured and how, what counts as good, and who does what when it is not."""
