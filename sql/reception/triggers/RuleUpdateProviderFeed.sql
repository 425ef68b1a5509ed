-- An address of a calendar is revoked once and for good, and nothing else about it changes.
CREATE TRIGGER RuleUpdateProviderFeed BEFORE UPDATE ON ProviderFeed FOR EACH ROW
BEGIN
    IF OLD.revoked_at IS NOT NULL OR NEW.provider_id <> OLD.provider_id OR NEW.token_sha256 <> OLD.token_sha256
       OR NEW.created_at <> OLD.created_at OR NEW.created_by <> OLD.created_by THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'provider_feed_is_history';
    END IF;
END
