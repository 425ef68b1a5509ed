-- Text is carried from a signed note of the same patient into one that is not signed, and nobody has read it yet.
CREATE TRIGGER RuleInsertCarriedText BEFORE INSERT ON CarriedText FOR EACH ROW
BEGIN
    DECLARE v_visit_id, v_source_visit_id BIGINT;
    SELECT visit_id INTO v_visit_id FROM Note WHERE note_id = NEW.note_id FOR UPDATE;
    SELECT visit_id INTO v_source_visit_id FROM Note WHERE note_id = NEW.source_note_id;
    IF IsSigned(v_visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
    IF NOT IsSigned(v_source_visit_id) OR
       (SELECT patient_id FROM Visit WHERE visit_id = v_visit_id)
       <> (SELECT patient_id FROM Visit WHERE visit_id = v_source_visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'carried_text_of_patient';
    END IF;
    SET NEW.carried_at = UtcNow(), NEW.read_at = NULL, NEW.read_by = NULL;
END
