-- The whole of a note as it is signed: each part after a line with its name and its length in characters.
CREATE FUNCTION NoteContent(p_note_id BIGINT)
RETURNS MEDIUMTEXT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_visit_id BIGINT DEFAULT (SELECT visit_id FROM Note WHERE note_id = p_note_id);
    RETURN CONCAT(
        'visit ', v_visit_id, '\n',
        ContentPart('intake', SectionText(p_note_id, 'intake')),
        ContentPart('subjective', SectionText(p_note_id, 'subjective')),
        ContentPart('objective', SectionText(p_note_id, 'objective')),
        ContentPart('assessment', SectionText(p_note_id, 'assessment')),
        ContentPart('plan', SectionText(p_note_id, 'plan')),
        ContentPart('diagnoses', VisitDiagnoses(v_visit_id)),
        ContentPart('prescriptions', VisitPrescriptions(v_visit_id)),
        ContentPart('tests', VisitTests(v_visit_id)));
END
