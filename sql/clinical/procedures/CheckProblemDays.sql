-- Refuses days on which a patient cannot have had a problem: before the birth, after the death, to come. Called by the
-- rules of Problem; a day of which the year or the month alone is known counts as the whole of that.
CREATE PROCEDURE CheckProblemDays(
    IN p_patient_id BIGINT, IN p_onset_on DATE, IN p_onset_as VARCHAR(10), IN p_resolved_on DATE)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_born DATE;
    DECLARE v_died DATE;
    DECLARE v_onset_by DATE;
    SELECT date_of_birth, deceased_on INTO v_born, v_died FROM Patient WHERE patient_id = p_patient_id;
    SET v_onset_by = CASE CHAR_LENGTH(p_onset_as)
                     WHEN 4 THEN p_onset_on + INTERVAL 1 YEAR - INTERVAL 1 DAY
                     WHEN 7 THEN LAST_DAY(p_onset_on)
                     ELSE p_onset_on END;
    -- A clinic east of UTC is already in tomorrow.
    IF p_onset_on > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'problem_onset_in_future';
    END IF;
    IF p_resolved_on > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'problem_resolved_in_future';
    END IF;
    IF v_onset_by < v_born THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'problem_onset_before_birth';
    END IF;
    IF p_resolved_on < v_born THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'problem_resolved_before_birth';
    END IF;
    IF p_onset_on > v_died THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'problem_onset_after_death';
    END IF;
    IF p_resolved_on > v_died THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'problem_resolved_after_death';
    END IF;
END
