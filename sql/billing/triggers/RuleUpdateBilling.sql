-- A bill stays with its patient, unless two records of one are merged; its claim moves from Pending to Processed to Approved or Rejected, never back.
CREATE TRIGGER RuleUpdateBilling BEFORE UPDATE ON Billing FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
    END IF;
    IF NEW.insurance_claim_status <> OLD.insurance_claim_status
       AND NOT (OLD.insurance_claim_status = 'Pending'
                OR (OLD.insurance_claim_status = 'Processed' AND NEW.insurance_claim_status IN ('Approved', 'Rejected'))) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'claim_status_path';
    END IF;
    IF NEW.amount <> OLD.amount AND OLD.insurance_claim_status IN ('Approved', 'Rejected') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'claim_closed';
    END IF;
END
