-- At every age there is one range of a kind of a measure at most. The locking read sees what another
-- writes now, or one of the two is given up and tries again.
CREATE TRIGGER RuleUpdateReferenceRange BEFORE UPDATE ON ReferenceRange FOR EACH ROW
BEGIN
    DECLARE v_found BIGINT;
    SELECT COUNT(*) INTO v_found FROM ReferenceRange
     WHERE kind = NEW.kind AND measure = NEW.measure
       AND from_days < NEW.to_days AND to_days > NEW.from_days AND reference_range_id <> NEW.reference_range_id LOCK IN SHARE MODE;
    IF v_found > 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reference_ranges_overlap';
    END IF;
END
