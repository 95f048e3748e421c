-- Utskriven utan inskrivningsmeddelande, though a need was judged.
SELECT s.case_id, s.discharge_id AS event_id, '' AS subject
FROM stay s JOIN need w ON w.case_id = s.case_id AND w.from_last = 1 AND w.is_any
LEFT JOIN notice n ON n.case_id = s.case_id
WHERE s.discharge_id IS NOT NULL AND n.id IS NULL
