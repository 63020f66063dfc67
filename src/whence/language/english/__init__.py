"""English: word lists (`*.toml`), the shipped networks (`model/`) and the component that runs them."""
