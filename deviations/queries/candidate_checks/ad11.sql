-- Kallelse till SIP: none by the end of the third day after the notice (moved on from a free day), or a week after home.
WITH agreed AS (
  SELECT s.* FROM stay s
  WHERE (SELECT (e.data->>'needed')::boolean FROM true_event e WHERE e.case_id = s.case_id
           AND e.name = 'sip_need_assessed' ORDER BY seq DESC LIMIT 1)
    AND (SELECT e.name = 'consent_recorded' AND e.data->>'state' = 'given' FROM true_event e
           WHERE e.case_id = s.case_id AND ((e.name = 'consent_recorded' AND e.data->>'kind' = 'sip_summons')
             OR (e.name = 'consent_withdrawn' AND e.data->>'kind' = 'sip_summons')
             OR e.name IN ('sip_declined_by_person', 'sip_accepted_by_person')) ORDER BY seq DESC LIMIT 1)
    AND coalesce((SELECT e.data->>'new' FROM true_event e WHERE e.case_id = s.case_id
           AND e.name = 'legal_status_changed' ORDER BY seq DESC LIMIT 1),
         (SELECT e.data->>'legal_status' FROM true_event e WHERE e.case_id = s.case_id AND e.name = 'case_opened'),
         '') NOT IN ('opt', 'orv')
    AND EXISTS (SELECT 1 FROM party u WHERE u.case_id = s.case_id AND u.is_active
                AND u.role IN ('primary_care', 'outpatient_psychiatry', 'outpatient'))
), summons AS (
  SELECT a.case_id, (
    SELECT e.at FROM true_event e WHERE e.case_id = a.case_id AND e.name = 'sip_summons_sent'
      AND (e.data->>'satisfies_lus_4_3')::boolean
      AND NOT EXISTS (SELECT 1 FROM true_event x WHERE x.case_id = e.case_id AND x.seq > e.seq
                      AND x.name = 'sip_meeting_cancelled')
    ORDER BY e.seq LIMIT 1) AS at
  FROM agreed a
), asked AS (
  SELECT DISTINCT ON (p.case_id) p.*, c.at AS summoned_at,
    (p.sent_at AT TIME ZONE 'Europe/Stockholm')::date + 3 AS third_day
  FROM spell p JOIN summons c USING (case_id)
  WHERE (c.at IS NULL OR p.sent_at <= c.at)
    AND (p.ended_by IS DISTINCT FROM 'ready_notice_withdrawn' OR (c.at IS NOT NULL AND c.at <= p.ended_at))
  ORDER BY p.case_id, p.seq DESC
), last_day AS (
  SELECT k.*, (SELECT min(k.third_day + n) FROM generate_series(0, 12) n LEFT JOIN free_day f
                 ON f.day = k.third_day + n
               WHERE f.day IS NULL AND extract(isodow FROM k.third_day + n) < 6) AS day
  FROM asked k
), late AS (
  SELECT l.*, ((l.day + 1)::timestamp AT TIME ZONE 'Europe/Stockholm') AS due_at,
    ((l.third_day + 1)::timestamp AT TIME ZONE 'Europe/Stockholm') AS raw_due_at
  FROM last_day l
)
SELECT l.case_id, l.id AS event_id, 'K06.2' AS subject FROM late l
WHERE l.due_at <= %(at)s AND (l.summoned_at IS NULL OR l.summoned_at >= l.due_at)
  AND EXISTS (SELECT 1 FROM true_event e WHERE e.case_id = l.case_id AND e.name = 'consent_recorded'
              AND e.data->>'kind' = 'sip_summons' AND e.data->>'state' = 'given' AND e.said_at < l.raw_due_at)
UNION ALL
SELECT a.case_id, a.discharge_id, 'K06.1' FROM agreed a JOIN summons c USING (case_id)
WHERE a.left_at + interval '7 days' <= %(at)s
  AND (c.at IS NULL OR c.at >= a.left_at + interval '7 days')
  AND (a.died_at IS NULL OR a.died_at > a.left_at + interval '7 days')
