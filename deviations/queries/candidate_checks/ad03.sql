-- Öppenvård saknas som mottagare: municipal health care is marked, and no regional outpatient unit was told.
SELECT n.case_id, n.id AS event_id, '' AS subject
FROM notice n JOIN need w ON w.case_id = n.case_id AND w.from_last = 1 AND w.health
WHERE NOT EXISTS (SELECT 1 FROM told t WHERE t.case_id = n.case_id
                  AND t.role IN ('primary_care', 'outpatient_psychiatry', 'outpatient'))
