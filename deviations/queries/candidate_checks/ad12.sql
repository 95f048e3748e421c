-- Part uteblev: called and needed, absent from the held meeting, had not said no, and sent nobody.
SELECT h.case_id, h.id AS event_id, x->>'unit_id' AS subject
FROM true_event h CROSS JOIN LATERAL jsonb_array_elements(h.data->'attendance') x
JOIN LATERAL (SELECT * FROM true_event e WHERE e.case_id = h.case_id AND e.name = 'sip_summons_sent'
              AND e.seq < h.seq ORDER BY e.seq DESC LIMIT 1) s ON true
JOIN LATERAL (SELECT coalesce(max(e.seq), s.seq) AS seq FROM true_event e WHERE e.case_id = h.case_id
              AND e.name = 'sip_time_changed' AND e.data->>'meeting_at' <> e.data->>'old_meeting_at'
              AND e.seq BETWEEN s.seq AND h.seq) t ON true
WHERE (s.data->'recipients' ? (x->>'unit_id')
       OR EXISTS (SELECT 1 FROM true_event e CROSS JOIN LATERAL jsonb_array_elements(e.data->'added') a
                  WHERE e.case_id = h.case_id AND e.name = 'sip_participant_changed'
                    AND e.seq BETWEEN s.seq AND h.seq AND a->>'unit_id' = x->>'unit_id'))
  AND NOT EXISTS (SELECT 1 FROM true_event e CROSS JOIN LATERAL jsonb_array_elements(e.data->'removed') r
                  WHERE e.case_id = h.case_id AND e.name = 'sip_participant_changed'
                    AND e.seq BETWEEN s.seq AND h.seq AND r->>'unit_id' = x->>'unit_id')
  AND h.name = 'sip_meeting_held' AND x->>'how' = 'absent' AND x->>'unit_id' <> s.unit_id::text
  AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(coalesce(s.data->'participants', '[]')) p
                  WHERE p->>'unit_id' = x->>'unit_id' AND NOT coalesce((p->>'required')::boolean, true))
  AND coalesce((SELECT CASE e.name WHEN 'sip_substitute_named' THEN 'sent' ELSE e.data->>'answer' END
      FROM true_event e WHERE e.case_id = h.case_id AND e.data->>'unit_id' = x->>'unit_id'
        AND e.name IN ('sip_attendance_answered', 'sip_substitute_named') AND e.seq BETWEEN t.seq AND h.seq
      ORDER BY e.seq DESC LIMIT 1), '') NOT IN ('cannot', 'sent')
