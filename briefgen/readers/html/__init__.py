"""Web pages: the main part found, then walked."""
