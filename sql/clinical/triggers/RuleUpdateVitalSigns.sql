-- A measurement is taken back at most, and moves when records are merged; a wrong one is measured, or typed, anew.
CREATE TRIGGER RuleUpdateVitalSigns BEFORE UPDATE ON VitalSigns FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR NEW.patient_id = OLD.patient_id AND (OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL)
       OR NOT (NEW.visit_id <=> OLD.visit_id AND NEW.taken_at <=> OLD.taken_at
               AND NEW.systolic_mmhg <=> OLD.systolic_mmhg AND NEW.diastolic_mmhg <=> OLD.diastolic_mmhg
               AND NEW.pulse_per_min <=> OLD.pulse_per_min
               AND NEW.respirations_per_min <=> OLD.respirations_per_min
               AND NEW.temperature_c <=> OLD.temperature_c AND NEW.spo2_percent <=> OLD.spo2_percent
               AND NEW.weight_kg <=> OLD.weight_kg AND NEW.height_cm <=> OLD.height_cm
               AND NEW.pain_0_to_10 <=> OLD.pain_0_to_10 AND NEW.recorded_at <=> OLD.recorded_at
               AND NEW.recorded_by <=> OLD.recorded_by
               AND CAST(NEW.blood_pressure_typed AS BINARY) <=> CAST(OLD.blood_pressure_typed AS BINARY)
               AND CAST(NEW.blood_pressure_unit AS BINARY) <=> CAST(OLD.blood_pressure_unit AS BINARY)
               AND CAST(NEW.temperature_typed AS BINARY) <=> CAST(OLD.temperature_typed AS BINARY)
               AND CAST(NEW.temperature_unit AS BINARY) <=> CAST(OLD.temperature_unit AS BINARY)
               AND CAST(NEW.weight_typed AS BINARY) <=> CAST(OLD.weight_typed AS BINARY)
               AND CAST(NEW.weight_unit AS BINARY) <=> CAST(OLD.weight_unit AS BINARY)
               AND CAST(NEW.height_typed AS BINARY) <=> CAST(OLD.height_typed AS BINARY)
               AND CAST(NEW.height_unit AS BINARY) <=> CAST(OLD.height_unit AS BINARY)) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vital_signs_stay';
    END IF;
END
