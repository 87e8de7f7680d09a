"""Changes against another year or figure: amount, rate, direction, points, multiples."""
