// Prepress
