"""Work on glossaries: editing, merging, mining, faults and figures. Nothing of the translation needs it."""
