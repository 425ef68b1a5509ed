-- A proposal is dropped once; its price is never rewritten.
CREATE TRIGGER RuleUpdateProposedCharge BEFORE UPDATE ON ProposedCharge FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id THEN
        IF NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'proposed_charge_stays';
        END IF;
    ELSEIF OLD.dropped_at IS NOT NULL OR NEW.fee_id <> OLD.fee_id OR NEW.amount <> OLD.amount
           OR NEW.visit_id <> OLD.visit_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'proposed_charge_stays';
    END IF;
END
