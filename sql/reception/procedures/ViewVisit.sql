-- One visit.
CREATE PROCEDURE ViewVisit(IN p_visit_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM Visit WHERE visit_id = p_visit_id
