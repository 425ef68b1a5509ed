-- Refuses what would change a test that a signed note names: one that was there when the visit's note was signed.
CREATE PROCEDURE RefuseSignedTest(IN p_visit_id BIGINT, IN p_recorded_at DATETIME(6))
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_visit_id BIGINT;
    SELECT visit_id INTO v_visit_id FROM Visit WHERE visit_id = p_visit_id LOCK IN SHARE MODE;
    IF p_recorded_at <= SignedAt(v_visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
END
