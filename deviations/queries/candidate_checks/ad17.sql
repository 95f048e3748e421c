-- Öppna punkter vid utskrivningen, by the code of the point, where somebody in the case owes the answer.
SELECT DISTINCT s.case_id, s.discharge_id AS event_id, c.code AS subject
FROM stay s CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(s.discharge_data->'open_points', '[]')) p
JOIN jsonb_to_recordset(%(points)s) AS c(id text, code text, owners text) ON c.id = p
WHERE c.code <> '' AND (c.owners ~ '[SP]'
  OR (c.owners LIKE '%%O%%' AND EXISTS (SELECT 1 FROM party u WHERE u.case_id = s.case_id AND u.is_active
        AND u.role IN ('primary_care', 'outpatient_psychiatry', 'outpatient')))
  OR (c.owners LIKE '%%K%%' AND EXISTS (SELECT 1 FROM party u WHERE u.case_id = s.case_id AND u.is_active
        AND u.role IN ('municipality', 'municipal_health'))))
