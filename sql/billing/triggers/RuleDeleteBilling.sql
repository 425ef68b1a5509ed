-- A bill can be removed only while its claim is pending.
CREATE TRIGGER RuleDeleteBilling BEFORE DELETE ON Billing FOR EACH ROW
BEGIN
    IF OLD.insurance_claim_status <> 'Pending' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'claim_not_pending';
    END IF;
END
