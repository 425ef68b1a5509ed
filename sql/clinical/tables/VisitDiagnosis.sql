-- One row is one problem that a visit was about, the principal one first; what does not belong there is removed and stays to be read.
CREATE TABLE VisitDiagnosis (
    visit_diagnosis_id  BIGINT       NOT NULL AUTO_INCREMENT,
    visit_id            BIGINT       NOT NULL,
    patient_id          BIGINT       NOT NULL,
    problem_id          BIGINT       NOT NULL,
    -- 1 is the principal diagnosis.
    diagnosis_rank      SMALLINT     NOT NULL,
    recorded_at         DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    recorded_by         BIGINT       NULL,
    removed_at          DATETIME(6)  NULL,
    removed_by          BIGINT       NULL,
    live_rank           SMALLINT     GENERATED ALWAYS AS (IF(removed_at IS NULL, diagnosis_rank, NULL)) STORED,
    live_problem_id     BIGINT       GENERATED ALWAYS AS (IF(removed_at IS NULL, problem_id, NULL)) STORED,
    PRIMARY KEY (visit_diagnosis_id),
    -- The diagnoses of a visit, in their order.
    CONSTRAINT visit_diagnosis_rank_once UNIQUE (visit_id, live_rank),
    CONSTRAINT visit_diagnosis_once UNIQUE (visit_id, live_problem_id),
    CONSTRAINT visit_diagnosis_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    CONSTRAINT visit_diagnosis_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT visit_diagnosis_problem FOREIGN KEY (problem_id) REFERENCES Problem (problem_id),
    CONSTRAINT visit_diagnosis_recorded_by FOREIGN KEY (recorded_by) REFERENCES Users (user_id),
    CONSTRAINT visit_diagnosis_removed_by FOREIGN KEY (removed_by) REFERENCES Users (user_id),
    CONSTRAINT visit_diagnosis_ranked CHECK (diagnosis_rank >= 1),
    CONSTRAINT visit_diagnosis_removed_whole CHECK (removed_at IS NOT NULL OR removed_by IS NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
