"""Word documents (docx), as Word and WPS write them: read to lines, and written again with comments."""
