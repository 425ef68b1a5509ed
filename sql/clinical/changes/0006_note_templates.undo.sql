DELETE FROM NoteTemplate WHERE title IN ('Acute illness', 'Follow-up', 'Annual review')
