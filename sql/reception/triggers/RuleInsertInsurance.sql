-- A new insurance takes the first free place of three in the order of asking; one that has ended takes none.
CREATE TRIGGER RuleInsertInsurance BEFORE INSERT ON Insurance FOR EACH ROW
BEGIN
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.holder_birth_date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'insurance_holder_birth_in_future';
    END IF;
    -- On its last day it holds, west of Greenwich too.
    IF NEW.ends_on < CURRENT_DATE - INTERVAL 1 DAY AND NEW.priority IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'insurance_has_ended';
    END IF;
    IF NEW.priority IS NULL AND (NEW.ends_on IS NULL OR NEW.ends_on >= CURRENT_DATE) THEN
        SET NEW.priority = CASE
            WHEN NOT EXISTS (SELECT 1 FROM Insurance WHERE patient_id = NEW.patient_id AND priority = 1) THEN 1
            WHEN NOT EXISTS (SELECT 1 FROM Insurance WHERE patient_id = NEW.patient_id AND priority = 2) THEN 2
            WHEN NOT EXISTS (SELECT 1 FROM Insurance WHERE patient_id = NEW.patient_id AND priority = 3) THEN 3
        END;
    END IF;
END
