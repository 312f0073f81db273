"""The documentation as a site: what MkDocs is told beside docs/, and the pages made of the code."""
