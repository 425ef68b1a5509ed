-- One row is one version of a text that patients are asked to agree to.
CREATE TABLE ConsentForm (
    consent_form_id  BIGINT       NOT NULL AUTO_INCREMENT,
    code             VARCHAR(30)  NOT NULL,
    title            VARCHAR(150) NOT NULL,
    version          VARCHAR(20)  NOT NULL,
    body             TEXT         NOT NULL,
    -- Asked of every patient; what is missing is counted at the desk.
    is_required      BOOLEAN      NOT NULL DEFAULT 1,
    starts_on        DATE         NOT NULL,
    retired_at       DATETIME(6)  NULL,
    live_code        VARCHAR(30)  GENERATED ALWAYS AS (IF(retired_at IS NULL, code, NULL)) STORED,
    PRIMARY KEY (consent_form_id),
    CONSTRAINT consent_form_version_taken UNIQUE (code, version),
    CONSTRAINT consent_form_live_once UNIQUE (live_code),
    CONSTRAINT consent_form_title_not_blank CHECK (TRIM(title) <> ''),
    CONSTRAINT consent_form_body_not_blank CHECK (TRIM(body) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
