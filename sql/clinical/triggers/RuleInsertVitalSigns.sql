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
    SELECT MIN(measure) INTO v_refused
      FROM ReferenceRange
     WHERE kind = 'plausible' AND v_days >= from_days AND v_days < to_days
       AND CASE measure
           WHEN 'systolic' THEN NEW.systolic_mmhg WHEN 'diastolic' THEN NEW.diastolic_mmhg
           WHEN 'pulse' THEN NEW.pulse_per_min WHEN 'respirations' THEN NEW.respirations_per_min
           WHEN 'temperature' THEN NEW.temperature_c WHEN 'spo2' THEN NEW.spo2_percent
           WHEN 'weight' THEN NEW.weight_kg WHEN 'height' THEN NEW.height_cm END
           NOT BETWEEN COALESCE(low, 0) AND COALESCE(high, 99999);
    CASE v_refused
        WHEN 'weight' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_weight_for_age';
        WHEN 'height' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_height_for_age';
        WHEN 'systolic' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_systolic_for_age';
        WHEN 'diastolic' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_diastolic_for_age';
        WHEN 'pulse' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_pulse_for_age';
        WHEN 'respirations' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_respirations_for_age';
        WHEN 'temperature' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_temperature_for_age';
        WHEN 'spo2' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_spo2_for_age';
        ELSE BEGIN END;
    END CASE;
END
