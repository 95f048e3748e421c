-- Ingen överlämning samma dag som utskrivningen. What was registered late counts from when it was registered.
SELECT s.case_id, s.discharge_id AS event_id, '' AS subject
FROM stay s JOIN notice n USING (case_id)
CROSS JOIN LATERAL (SELECT (((s.left_at AT TIME ZONE 'Europe/Stockholm')::date + 1)::timestamp
                            AT TIME ZONE 'Europe/Stockholm') AS due_at) d
LEFT JOIN LATERAL (SELECT CASE WHEN e.data ? 'late' THEN greatest(e.recorded_at, e.at) ELSE e.at END AS at
                   FROM true_event e WHERE e.case_id = s.case_id AND e.name = 'handover_sent'
                   ORDER BY seq LIMIT 1) h ON true
WHERE s.discharge_id IS NOT NULL AND d.due_at <= %(at)s AND (h.at IS NULL OR h.at >= d.due_at)
