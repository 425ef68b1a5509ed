-- An answer is told by whoever is signed in, not in the future. "None known" is refused while an allergy stands; the
-- patient's row is locked, so that two people at once cannot say both.
CREATE TRIGGER RuleInsertAllergyStatement BEFORE INSERT ON AllergyStatement FOR EACH ROW
BEGIN
    DECLARE v_found BIGINT;
    SET NEW.stated_by = COALESCE(NEW.stated_by, @emr_user_id);
    IF NEW.stated_at > UTC_TIMESTAMP(6) + INTERVAL 5 MINUTE THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'allergy_in_future';
    END IF;
    SELECT COUNT(*) INTO v_found FROM Patient WHERE patient_id = NEW.patient_id FOR UPDATE;
    IF NEW.answer = 'none_known' THEN
        -- A locking read: it sees what was committed while this waited.
        SELECT COUNT(*) INTO v_found FROM Allergy
         WHERE patient_id = NEW.patient_id AND live_substance IS NOT NULL AND certainty <> 'refuted' FOR UPDATE;
        IF v_found > 0 THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'allergies_are_recorded';
        END IF;
    END IF;
END
