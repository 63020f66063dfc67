"""Names in the text → what they mean: places, times, and the gazetteer and context packs that they are looked up in."""
