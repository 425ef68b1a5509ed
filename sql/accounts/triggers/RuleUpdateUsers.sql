-- The name of somebody who works here stands under what they sign: only who may change users changes it.
CREATE TRIGGER RuleUpdateUsers BEFORE UPDATE ON Users FOR EACH ROW
BEGIN
    IF @emr_user_id IS NOT NULL
       AND NOT (CAST(NEW.username AS BINARY) <=> CAST(OLD.username AS BINARY)
                AND CAST(NEW.given_name AS BINARY) <=> CAST(OLD.given_name AS BINARY)
                AND CAST(NEW.family_name AS BINARY) <=> CAST(OLD.family_name AS BINARY)) THEN
        IF UserMay(OLD.user_id, 'accounts.enter_staff_pages') AND NOT UserMay(@emr_user_id, 'accounts.change_user') THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'name_by_administrator';
        END IF;
    END IF;
END
