// Imposition
