"""What stands on a signature page, step by step: words, kinds of cell, cells, columns, blocks, entities."""
