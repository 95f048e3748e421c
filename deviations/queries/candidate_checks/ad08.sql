-- Inte kvitterat i tid: 24 hours for what tells of the patient, 4 open hours for a notice of readiness and a handover.
WITH message AS (
  SELECT e.case_id, e.id, e.seq, r.unit_id, e.said_at AS at, 'admission' AS matter FROM true_event e,
    LATERAL (SELECT x->>'unit_id' AS unit_id FROM jsonb_array_elements(e.data->'recipients') x) r
  WHERE e.name = 'admission_notice_sent'
  UNION ALL
  SELECT case_id, id, seq, data->>'unit_id', said_at, 'admission' FROM true_event
  WHERE name IN ('concerned_unit_added', 'concerned_unit_readded', 'recipient_corrected')
  UNION ALL
  SELECT e.case_id, e.id, e.seq, x #>> '{}', e.said_at, 'ready' FROM true_event e,
    jsonb_array_elements(e.data->'recipients') x
  WHERE e.name IN ('ready_notice_sent', 'ready_notice_forwarded')
  UNION ALL
  SELECT e.case_id, e.id, e.seq, x #>> '{}', e.at, 'handover' FROM true_event e,
    jsonb_array_elements(e.data->'recipients') x
  WHERE e.name = 'handover_sent' AND e.data ? 'versions'
), replacing AS (
  SELECT case_id, unit_id, at, matter FROM message
  UNION ALL
  SELECT e.case_id, coalesce(x->>'unit_id', x #>> '{}'), e.happened_at,
    CASE WHEN e.name = 'admission_notice_withdrawn' THEN 'admission' ELSE 'ready' END
  FROM events_event e, jsonb_array_elements(e.data->'recipients') x
  WHERE e.name IN ('admission_notice_withdrawn', 'ready_notice_withdrawn', 'ready_notice_entered_in_error')
), waited AS (
  SELECT m.*, a.at AS read_at,
    least((SELECT min(o.at) FROM replacing o WHERE o.case_id = m.case_id AND o.unit_id = m.unit_id
             AND o.matter = m.matter AND o.at > m.at),
          (SELECT changed_at FROM party p WHERE p.case_id = m.case_id AND p.unit_id = m.unit_id
             AND NOT p.takes_part)) AS over_at
  FROM message m LEFT JOIN LATERAL (
    SELECT at FROM true_event e WHERE e.case_id = m.case_id AND e.data->>'unit_id' = m.unit_id AND CASE m.matter
        WHEN 'handover' THEN e.name = 'handover_received' AND e.seq > m.seq
        ELSE e.name = 'message_acknowledged' AND e.data->>'event_id' = m.id::text END
    ORDER BY e.seq LIMIT 1) a ON true
), span AS (
  SELECT w.id, w.unit_id, greatest(o.opens, w.at) AS start, o.closes
  FROM waited w CROSS JOIN generate_series(0, 24) step
  CROSS JOIN LATERAL (SELECT (w.at AT TIME ZONE 'Europe/Stockholm')::date + step AS day) d
  LEFT JOIN free_day f ON f.day = d.day
  LEFT JOIN organisations_openingexception x ON x.unit_id = w.unit_id::uuid AND x.day = d.day
  LEFT JOIN organisations_openinghours h ON h.unit_id = w.unit_id::uuid AND h.weekday =
    CASE WHEN f.is_red OR extract(isodow FROM d.day) = 7 THEN 6
         WHEN f.day IS NOT NULL AND extract(isodow FROM d.day) < 6 THEN 5
         ELSE extract(isodow FROM d.day) - 1 END
  CROSS JOIN LATERAL (SELECT
    (d.day + CASE WHEN x.day IS NULL THEN h.opens ELSE x.opens END) AT TIME ZONE 'Europe/Stockholm' AS opens,
    CASE WHEN CASE WHEN x.day IS NULL THEN h.closes ELSE x.closes END >= '23:59'
         THEN (d.day + 1)::timestamp ELSE d.day + CASE WHEN x.day IS NULL THEN h.closes ELSE x.closes END END
      AT TIME ZONE 'Europe/Stockholm' AS closes) o
  WHERE w.matter <> 'admission' AND o.opens IS NOT NULL AND o.closes > w.at
), opened AS (
  SELECT *, sum(closes - start) OVER (PARTITION BY id, unit_id ORDER BY start) AS so_far FROM span
), due AS (
  SELECT w.*, CASE WHEN w.matter = 'admission' THEN w.at + interval '24 hours' ELSE coalesce(
    (SELECT min(o.closes - (o.so_far - interval '4 hours')) FROM opened o WHERE o.id = w.id
       AND o.unit_id = w.unit_id AND o.so_far >= interval '4 hours'), w.at + interval '4 hours') END AS due_at
  FROM waited w
)
SELECT case_id, id AS event_id, unit_id AS subject FROM due d
WHERE due_at <= %(at)s AND (read_at IS NULL OR read_at > due_at) AND (over_at IS NULL OR over_at > due_at)
  AND NOT (read_at IS NULL AND matter <> 'handover' AND EXISTS (
    SELECT 1 FROM true_event e WHERE e.case_id = d.case_id AND e.name = 'wrong_recipient_reported'
      AND e.data->>'unit_id' = d.unit_id AND e.seq > d.seq))
