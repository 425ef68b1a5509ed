DELETE FROM ReferenceRange
