-- Datum passerat i tysthet: the next day began without another date, a notice of readiness or a way out.
SELECT e.case_id, e.id AS event_id, '' AS subject
FROM (SELECT *, ((day + 1)::timestamp AT TIME ZONE 'Europe/Stockholm') AS passed FROM expected) e
JOIN stay s USING (case_id)
WHERE e.at < e.passed AND e.passed <= %(at)s
  AND (e.next_at IS NULL OR e.next_at > e.passed)
  AND coalesce(least(s.left_at, s.died_at, s.moved_at, s.closed_at) > e.passed, true)
  AND NOT EXISTS (SELECT 1 FROM spell p WHERE p.case_id = e.case_id AND p.sent_at <= e.passed
                  AND (p.ended_at IS NULL OR p.ended_at > e.passed))
