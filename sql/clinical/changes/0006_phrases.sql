-- Short words a clinic begins with; the administrator changes them, and everybody adds their own.
INSERT INTO Phrase (user_id, abbreviation, body) VALUES
(NULL, 'htn', 'Hypertension: home readings reviewed, medicines taken as prescribed, no chest pain, no headache, no ankle swelling.'),
(NULL, 'dm2', 'Type 2 diabetes: diet and medicines reviewed, no hypoglycaemia, feet examined, eye screening up to date.'),
(NULL, 'urti', 'Sore throat, runny nose and cough; no breathlessness, no rash, drinking well.'),
(NULL, 'nad', 'No abnormality detected.'),
(NULL, 'cvs', 'Heart sounds normal, no murmur. Pulse regular. No peripheral oedema.'),
(NULL, 'resp', 'Chest clear, air entry equal on both sides, no wheeze, no crackles.'),
(NULL, 'abdo', 'Abdomen soft, not tender, no masses, bowel sounds present.'),
(NULL, 'neuro', 'Alert and oriented. Cranial nerves, power, sensation and reflexes normal.'),
(NULL, 'msk', 'Full range of movement, no swelling, no tenderness, neurovascular status intact.'),
(NULL, 'safety', 'Told what to watch for, and to come back or call at once if worse or not better as expected.'),
(NULL, 'lifestyle', 'Talked about smoking, alcohol, food and exercise.'),
(NULL, 'consented', 'Benefits, risks and alternatives explained; questions answered; the patient agrees.')
