"""The shell: arguments, standard error, exit codes. The only package that prints."""
