-- Hem när kommunens mottagare hade stängt, and the warning was not answered by an agreement.
SELECT s.case_id, s.discharge_id AS event_id, '' AS subject
FROM stay s JOIN LATERAL (SELECT * FROM true_event e WHERE e.case_id = s.case_id AND e.seq > s.discharge_seq
    AND e.name = 'weekend_warning_raised' AND e.data->>'about' = 'discharge' ORDER BY seq DESC LIMIT 1) w ON true
WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(w.data->'closed') c JOIN party u ON u.case_id = s.case_id
              AND u.unit_id = c->>'unit_id' AND u.is_active AND u.role IN ('municipality', 'municipal_health'))
  AND coalesce((SELECT e.data->>'choice' FROM true_event e WHERE e.case_id = s.case_id AND e.seq > w.seq
      AND e.name = 'weekend_warning_answered' ORDER BY seq DESC LIMIT 1), '') <> 'agreed'
