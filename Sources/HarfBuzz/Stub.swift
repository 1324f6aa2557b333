// HarfBuzz
