"""What translates: the engine as the ladder sees it, CTranslate2 behind it, and the models it opens."""
