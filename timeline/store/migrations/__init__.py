"""How stores of earlier versions become stores of today, a file a step."""
