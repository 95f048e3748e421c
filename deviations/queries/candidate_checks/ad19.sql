-- Bestridd rad utan svar i 30 dagar, the last dispute of each month.
SELECT d.case_id, d.id AS event_id, '' AS subject
FROM (SELECT DISTINCT ON (case_id, data->>'month') * FROM true_event WHERE name = 'payment_line_disputed'
      ORDER BY case_id, data->>'month', seq DESC) d
WHERE d.at + interval '720 hours' <= %(at)s
  AND NOT EXISTS (SELECT 1 FROM true_event e WHERE e.case_id = d.case_id AND e.seq > d.seq
    AND e.name IN ('payment_dispute_answered', 'settlement_closed') AND e.data->>'month' = d.data->>'month'
    AND e.at <= d.at + interval '720 hours')
  AND EXISTS (SELECT 1 FROM party u WHERE u.case_id = d.case_id AND u.is_active
              AND u.role IN ('municipality', 'municipal_health'))
