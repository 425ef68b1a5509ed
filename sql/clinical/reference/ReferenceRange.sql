-- One row is what one measure can be at all at some ages: without it any number would be let in.
SELECT CONCAT(kind, ' ', measure, ' from day ', from_days) FROM ReferenceRange WHERE kind = 'plausible'
