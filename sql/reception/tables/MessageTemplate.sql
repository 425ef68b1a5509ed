-- One row is the clinic's words for one purpose, channel and language; {names} in braces are filled in.
CREATE TABLE MessageTemplate (
    template_id  BIGINT       NOT NULL AUTO_INCREMENT,
    code         VARCHAR(30)  NOT NULL,
    channel      VARCHAR(10)  NOT NULL,
    -- BCP 47 tag: "es", or "es-MX" for the words of one country.
    language     VARCHAR(35)  NOT NULL,
    subject      VARCHAR(150) NOT NULL DEFAULT '',
    body         TEXT         NOT NULL,
    PRIMARY KEY (template_id),
    CONSTRAINT message_template_once UNIQUE (code, channel, language),
    CONSTRAINT message_template_channel_known_word CHECK (channel IN ('email', 'sms', 'letter')),
    CONSTRAINT message_template_body_not_blank CHECK (TRIM(body) <> ''),
    CONSTRAINT message_template_email_has_subject CHECK (channel <> 'email' OR TRIM(subject) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
