-- Kommunens besked uteblir: 24 hours after the notice, or after the unit was told when that came later.
SELECT p.case_id, p.id AS event_id, u.unit_id AS subject
FROM spell p JOIN party u ON u.case_id = p.case_id AND u.is_active AND u.role IN ('municipality', 'municipal_health')
CROSS JOIN LATERAL (SELECT greatest(p.sent_at, u.told_at) + interval '24 hours' AS due_at) d
LEFT JOIN LATERAL (SELECT at FROM true_event e WHERE e.case_id = p.case_id AND e.data->>'unit_id' = u.unit_id
    AND e.name IN ('unit_ready_to_receive', 'unit_ready_withdrawn', 'case_declined') ORDER BY seq LIMIT 1) a ON true
WHERE d.due_at <= %(at)s AND (p.ended_at IS NULL OR p.ended_at > d.due_at) AND (a.at IS NULL OR a.at > d.due_at)
