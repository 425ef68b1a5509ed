-- Keeps with a measurement the usual ranges of that day, for they are data and may change.
CREATE TRIGGER RecordInsertVitalSigns AFTER INSERT ON VitalSigns FOR EACH ROW
BEGIN
    DECLARE v_born DATE;
    DECLARE v_days INT;
    SELECT date_of_birth INTO v_born FROM Patient WHERE patient_id = NEW.patient_id;
    SET v_days = GREATEST(DATEDIFF(NEW.taken_at, v_born), 0);
    INSERT INTO VitalRange (vital_signs_id, measure, low, high, source)
    SELECT NEW.vital_signs_id, measure, low, high, source
      FROM ReferenceRange
     WHERE kind = 'normal' AND v_days >= from_days AND v_days < to_days
       AND CASE measure
           WHEN 'systolic' THEN NEW.systolic_mmhg WHEN 'diastolic' THEN NEW.diastolic_mmhg
           WHEN 'pulse' THEN NEW.pulse_per_min WHEN 'respirations' THEN NEW.respirations_per_min
           WHEN 'temperature' THEN NEW.temperature_c WHEN 'spo2' THEN NEW.spo2_percent
           WHEN 'weight' THEN NEW.weight_kg WHEN 'height' THEN NEW.height_cm WHEN 'bmi' THEN NEW.bmi END IS NOT NULL;
END
