-- What is so of every case, read from the rows of the record alone: nothing here knows the rules or the fold.
-- Times of free days are laid down by hand, as an almanac has them.

CREATE TEMP TABLE free_day (day date PRIMARY KEY, is_red boolean) ON COMMIT DROP;
INSERT INTO free_day VALUES
  ('2025-01-01', true), ('2025-01-06', true), ('2025-04-18', true), ('2025-04-20', true), ('2025-04-21', true),
  ('2025-05-01', true), ('2025-05-29', true), ('2025-06-06', true), ('2025-06-08', true), ('2025-06-20', false),
  ('2025-06-21', true), ('2025-11-01', true), ('2025-12-24', false), ('2025-12-25', true), ('2025-12-26', true),
  ('2025-12-31', false),
  ('2026-01-01', true), ('2026-01-06', true), ('2026-04-03', true), ('2026-04-05', true), ('2026-04-06', true),
  ('2026-05-01', true), ('2026-05-14', true), ('2026-05-24', true), ('2026-06-06', true), ('2026-06-19', false),
  ('2026-06-20', true), ('2026-10-31', true), ('2026-12-24', false), ('2026-12-25', true), ('2026-12-26', true),
  ('2026-12-31', false),
  ('2027-01-01', true), ('2027-01-06', true), ('2027-03-26', true), ('2027-03-28', true), ('2027-03-29', true),
  ('2027-05-01', true), ('2027-05-06', true), ('2027-05-16', true), ('2027-06-06', true), ('2027-06-25', false),
  ('2027-06-26', true), ('2027-11-06', true), ('2027-12-24', false), ('2027-12-25', true), ('2027-12-26', true),
  ('2027-12-31', false);

CREATE TEMP TABLE covered ON COMMIT DROP AS
SELECT c.case_id FROM events_event c WHERE c.name = 'case_opened'
  AND EXISTS (SELECT 1 FROM events_event e WHERE e.case_id = c.case_id AND e.name = 'patient_admitted')
  AND NOT EXISTS (SELECT 1 FROM events_event e WHERE e.case_id = c.case_id
                  AND e.name IN ('case_entered_in_error', 'block_set'))
  AND coalesce((SELECT e.name FROM events_event e WHERE e.case_id = c.case_id
                AND e.name IN ('marked_outside_act', 'marked_covered_by_act') ORDER BY e.seq DESC LIMIT 1), '')
      <> 'marked_outside_act';

-- Taken back whole by the event that says so: the newest one before it.
CREATE TEMP TABLE taken_back ON COMMIT DROP AS
SELECT (SELECT e.id FROM events_event e
        WHERE e.case_id = u.case_id AND e.seq < u.seq AND e.name = CASE u.name
          WHEN 'admission_notice_withdrawn' THEN 'admission_notice_sent'
          WHEN 'ready_notice_entered_in_error' THEN 'ready_notice_sent'
          WHEN 'discharge_corrected' THEN 'patient_discharged'
          ELSE 'patient_deceased_recorded' END
        ORDER BY e.seq DESC LIMIT 1) AS id
FROM events_event u WHERE u.name IN
  ('admission_notice_withdrawn', 'ready_notice_entered_in_error', 'discharge_corrected', 'death_record_corrected');

-- When each event really happened: as somebody corrected it, or as a paper that the other side has not denied says.
CREATE TEMP TABLE put_right ON COMMIT DROP AS
SELECT DISTINCT ON (id) id, at FROM (
  SELECT (data->>'event_id')::uuid AS id, (data->'new'->>'happened_at')::timestamptz AS at, 1 AS weight, seq
  FROM events_event WHERE name = 'event_corrected' AND data->'new' ? 'happened_at'
  UNION ALL
  SELECT (m.data->>'event_id')::uuid, m.happened_at, 2, m.seq
  FROM events_event m JOIN events_event c ON c.case_id = m.case_id AND c.name = 'late_registration_confirmed'
    AND c.data->>'registration_id' = m.id::text
  WHERE m.name = 'late_registration_made') one
ORDER BY id, weight DESC, seq DESC;

CREATE TEMP TABLE true_event ON COMMIT DROP AS
SELECT e.id, e.case_id, e.seq, e.name, coalesce(p.at, e.happened_at) AS at, e.happened_at AS said_at, e.recorded_at,
       e.unit_id, e.data
FROM events_event e JOIN covered USING (case_id) LEFT JOIN put_right p ON p.id = e.id
WHERE e.id NOT IN (SELECT id FROM taken_back WHERE id IS NOT NULL);
CREATE INDEX ON true_event (case_id, name, seq);
CREATE INDEX ON true_event (name);

CREATE TEMP TABLE stay ON COMMIT DROP AS
SELECT a.case_id, a.at AS admitted_at, d.id AS discharge_id, d.seq AS discharge_seq, d.data AS discharge_data,
       d.recorded_at AS discharged_recorded,
       CASE WHEN d.id IS NOT NULL THEN greatest(d.at, a.at) END AS left_at,
       (SELECT min(e.at) FROM true_event e WHERE e.case_id = a.case_id AND e.name = 'patient_deceased_recorded')
         AS died_at,
       (SELECT min(e.at) FROM true_event e WHERE e.case_id = a.case_id AND e.name = 'patient_transferred')
         AS moved_at,
       (SELECT CASE WHEN e.name = 'case_closed' THEN e.at END FROM true_event e WHERE e.case_id = a.case_id
          AND e.name IN ('case_closed', 'case_reopened', 'death_record_corrected') ORDER BY e.seq DESC LIMIT 1)
         AS closed_at
FROM (SELECT DISTINCT ON (case_id) * FROM true_event WHERE name = 'patient_admitted' ORDER BY case_id, seq DESC) a
LEFT JOIN (SELECT DISTINCT ON (case_id) * FROM true_event WHERE name = 'patient_discharged'
           ORDER BY case_id, seq DESC) d USING (case_id);
CREATE INDEX ON stay (case_id);

CREATE TEMP TABLE need ON COMMIT DROP AS
SELECT case_id, seq, at, coalesce((data->>'municipal_health')::boolean, false) AS health, is_any,
       is_any AND coalesce(lag(is_any) OVER one, false) AS goes_on,
       row_number() OVER (PARTITION BY case_id ORDER BY seq DESC) AS from_last
FROM (SELECT e.*, coalesce((data->>'municipal_health')::boolean, false)
           OR coalesce((data->>'social_services')::boolean, false)
           OR coalesce((data->>'outpatient')::boolean, false) AS is_any
      FROM true_event e WHERE name = 'need_assessed') e
WINDOW one AS (PARTITION BY case_id ORDER BY seq);

CREATE TEMP TABLE notice ON COMMIT DROP AS
SELECT DISTINCT ON (case_id) case_id, id, seq, at FROM true_event WHERE name = 'admission_notice_sent'
ORDER BY case_id, seq;
CREATE INDEX ON notice (case_id);

-- Who was told of the patient, and what was last heard of each unit in the case.
CREATE TEMP TABLE told ON COMMIT DROP AS
SELECT case_id, seq, at, (r->>'unit_id') AS unit_id, r->>'role' AS role
FROM true_event, jsonb_array_elements(data->'recipients') r WHERE name = 'admission_notice_sent'
UNION ALL
SELECT case_id, seq, CASE WHEN name = 'recipient_corrected'
         THEN coalesce((data->>'first_sent_at')::timestamptz, at) ELSE at END,
       data->>'unit_id', data->>'role'
FROM true_event
WHERE name IN ('concerned_unit_added', 'concerned_unit_readded', 'recipient_corrected', 'case_forwarded');

CREATE TEMP TABLE heard ON COMMIT DROP AS
SELECT DISTINCT ON (case_id, unit_id) * FROM (
  SELECT case_id, unit_id, seq, 'told' AS what, at FROM told
  UNION ALL
  SELECT case_id, data->>'unit_id', seq, 'left', at FROM true_event
  WHERE name IN ('concerned_unit_removed', 'case_declined', 'wrong_recipient_reported')
  UNION ALL
  SELECT case_id, data->>'old_unit_id', seq, 'forwarded', at FROM true_event WHERE name = 'case_forwarded') one
ORDER BY case_id, unit_id, seq DESC, what;

CREATE TEMP TABLE party ON COMMIT DROP AS
SELECT h.case_id, h.unit_id, t.role, f.at AS told_at, h.what <> 'left' AS takes_part, h.at AS changed_at,
       h.what = 'told' OR (h.what = 'forwarded' AND NOT EXISTS (
         SELECT 1 FROM true_event e JOIN heard u ON u.case_id = e.case_id AND u.unit_id = e.data->>'unit_id'
         WHERE e.case_id = h.case_id AND e.name = 'case_forwarded' AND e.data->>'old_unit_id' = h.unit_id
           AND u.what <> 'left')) AS is_active
FROM heard h
JOIN (SELECT DISTINCT ON (case_id, unit_id) * FROM told ORDER BY case_id, unit_id, seq DESC) t
  USING (case_id, unit_id)
JOIN (SELECT DISTINCT ON (case_id, unit_id) * FROM told ORDER BY case_id, unit_id, seq) f USING (case_id, unit_id);
CREATE INDEX ON party (case_id);

CREATE TEMP TABLE expected ON COMMIT DROP AS
SELECT case_id, id, seq, at, day, lead(at) OVER (PARTITION BY case_id ORDER BY seq) AS next_at
FROM (SELECT *, lag(day) OVER (PARTITION BY case_id ORDER BY seq) AS before
      FROM (SELECT case_id, id, seq, at, nullif(CASE WHEN name = 'admission_notice_sent'
                     THEN data->>'expected_discharge' ELSE data->>'new' END, '')::date AS day
            FROM true_event WHERE name IN
              ('admission_notice_sent', 'expected_discharge_set', 'expected_discharge_changed')) all_days
      WHERE day IS NOT NULL) days
WHERE before IS DISTINCT FROM day;
CREATE INDEX ON expected (case_id);

CREATE TEMP TABLE spell ON COMMIT DROP AS
SELECT r.case_id, r.id, r.seq, r.at AS sent_at, x.name AS ended_by,
       CASE WHEN x.name IS NOT NULL THEN greatest(x.at, r.at) END AS ended_at
FROM true_event r LEFT JOIN LATERAL (
  SELECT e.name, e.at FROM true_event e WHERE e.case_id = r.case_id AND e.seq > r.seq AND e.name IN
    ('ready_notice_withdrawn', 'patient_discharged', 'patient_deceased_recorded', 'patient_transferred')
  ORDER BY e.seq LIMIT 1) x ON true
WHERE r.name = 'ready_notice_sent';
CREATE INDEX ON spell (case_id);
ANALYZE true_event; ANALYZE party; ANALYZE stay; ANALYZE spell; ANALYZE expected; ANALYZE notice;
