-- One row is the clinical record of one visit.
CREATE TABLE ClinicalCare (
    clinical_id           BIGINT      NOT NULL AUTO_INCREMENT,
    visit_id              BIGINT      NOT NULL,
    room_id               BIGINT      NULL,
    signs_and_symptoms    MEDIUMTEXT  NULL,
    discharge_diagnosis   MEDIUMTEXT  NULL,
    prescriptions         MEDIUMTEXT  NULL,
    tests_and_procedures  MEDIUMTEXT  NULL,
    notes                 MEDIUMTEXT  NULL,
    recorded_at           DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (clinical_id),
    CONSTRAINT clinical_record_once_a_visit UNIQUE (visit_id),
    CONSTRAINT clinical_record_visit FOREIGN KEY (visit_id) REFERENCES Visit (visit_id),
    CONSTRAINT clinical_record_room FOREIGN KEY (room_id) REFERENCES Room (room_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
