"""The register of documents: manuals, rules, forms and files, with owner, cycle and how long they are kept."""
