"""The frozen values that flow between the stages; they know nothing of files, engines or formats."""
