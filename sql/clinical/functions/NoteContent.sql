-- The whole of a note as it is signed: each part after a line with its name and its length in characters. Of the parts
-- that a signature locks, each says the same ever after; patient, provider and tests are as then known.
CREATE FUNCTION NoteContent(p_note_id BIGINT)
RETURNS MEDIUMTEXT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_visit_id BIGINT DEFAULT (SELECT visit_id FROM Note WHERE note_id = p_note_id);
    DECLARE v_patient, v_provider, v_encounter, v_saved TEXT;
    SELECT CONCAT_WS('\n', p.patient_id, p.mrn, p.name, p.date_of_birth), d.name,
           CONCAT_WS('\n', v.date, v.time, CONCAT('provider ', v.provider_id), v.reason)
      INTO v_patient, v_provider, v_encounter
      FROM Visit AS v
      LEFT JOIN Patient AS p ON p.patient_id = v.patient_id
      LEFT JOIN Provider AS d ON d.provider_id = v.provider_id
     WHERE v.visit_id = v_visit_id;
    SELECT GROUP_CONCAT(section, ' ', version, ' ', saved_at, ' ', COALESCE(saved_by, '') ORDER BY section SEPARATOR '\n')
      INTO v_saved
      FROM NoteSection WHERE note_id = p_note_id;
    RETURN CONCAT(
        'visit ', v_visit_id, '\n',
        ContentPart('patient', v_patient),
        ContentPart('provider', v_provider),
        ContentPart('encounter', v_encounter),
        ContentPart('intake', SectionText(p_note_id, 'intake')),
        ContentPart('subjective', SectionText(p_note_id, 'subjective')),
        ContentPart('objective', SectionText(p_note_id, 'objective')),
        ContentPart('assessment', SectionText(p_note_id, 'assessment')),
        ContentPart('plan', SectionText(p_note_id, 'plan')),
        ContentPart('saved', v_saved),
        ContentPart('diagnoses', VisitDiagnoses(v_visit_id)),
        ContentPart('prescriptions', VisitPrescriptions(v_visit_id)),
        ContentPart('tests', VisitTests(v_visit_id)),
        ContentPart('ordered', VisitOrders(v_visit_id)));
END
