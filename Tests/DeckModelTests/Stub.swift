// DeckModel
