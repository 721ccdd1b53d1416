"""What stands inside a line, in any format: raised figures, fractions, ruby, struck and private characters."""
