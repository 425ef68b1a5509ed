-- Writes the clinical record of a visit from its signed note, so that the record's views and procedures tell the same.
CREATE PROCEDURE FillClinicalRecord(IN p_note_id BIGINT, IN p_visit_id BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    INSERT INTO ClinicalCare
        (visit_id, room_id, signs_and_symptoms, discharge_diagnosis, prescriptions, tests_and_procedures, notes)
    VALUES (p_visit_id,
            (SELECT room_id FROM RoomStay WHERE visit_id = p_visit_id ORDER BY room_stay_id DESC LIMIT 1),
            NULLIF(CONCAT_WS('\n\n', SectionText(p_note_id, 'intake'), SectionText(p_note_id, 'subjective'),
                             SectionText(p_note_id, 'objective')), ''),
            NULLIF(CONCAT_WS('\n', VisitDiagnoses(p_visit_id), SectionText(p_note_id, 'assessment')), ''),
            VisitPrescriptions(p_visit_id),
            VisitTests(p_visit_id),
            SectionText(p_note_id, 'plan'));
END
