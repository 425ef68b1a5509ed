-- How a note may begin; the administrator changes these and adds those of the clinic's own kinds of visit.
INSERT INTO NoteTemplate (title, subjective, objective, assessment, plan) VALUES
('Acute illness', 'Complaint and since when:
Course:
Tried so far:
Red flags:', 'General impression:
Examination:', 'Most likely:
Also considered:', 'Treatment:
Safety net:
Follow-up:'),
('Follow-up', 'How since the last visit:
Medicines taken and tolerated:', 'Findings:', 'Compared with the last visit:', 'Continue:
Change:
Next visit:'),
('Annual review', 'Well-being:
Concerns:
Smoking, alcohol, exercise:', 'Examination:
Measurements reviewed:', 'Conditions reviewed:', 'Targets:
Tests due:
Next review:')
