-- Nothing is measured before birth, after death or in the future, and nothing that cannot be at the patient's age.
CREATE TRIGGER RuleInsertVitalSigns BEFORE INSERT ON VitalSigns FOR EACH ROW
BEGIN
    DECLARE v_born, v_died DATE;
    DECLARE v_days INT;
    DECLARE v_refused VARCHAR(20);
    SELECT date_of_birth, deceased_on INTO v_born, v_died FROM Patient WHERE patient_id = NEW.patient_id;
    -- A few minutes: the clocks of two machines differ. A day: the clinic's midnight is not UTC's.
    IF NEW.taken_at > UTC_TIMESTAMP(6) + INTERVAL 5 MINUTE THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_signs_in_future';
    END IF;
    IF NEW.taken_at < v_born - INTERVAL 1 DAY OR NEW.taken_at > v_died + INTERVAL 2 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_signs_in_life';
    END IF;
    SET v_days = GREATEST(DATEDIFF(NEW.taken_at, v_born), 0);
    SELECT MIN(measure) INTO v_refused FROM ReferenceRange
     WHERE kind = 'plausible' AND v_days >= from_days AND v_days < to_days
       AND (measure = 'weight' AND (NEW.weight_kg < low OR NEW.weight_kg > high)
            OR measure = 'height' AND (NEW.height_cm < low OR NEW.height_cm > high)
            OR measure = 'systolic' AND (NEW.systolic_mmhg < low OR NEW.systolic_mmhg > high));
    CASE v_refused
        WHEN 'weight' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_weight_for_age';
        WHEN 'height' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_height_for_age';
        WHEN 'systolic' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_systolic_for_age';
        ELSE BEGIN END;
    END CASE;
END
