-- Inskrivningsmeddelande för sent: more than 24 hours after admission, or after the need when that was judged later.
SELECT n.case_id, n.id AS event_id, '' AS subject
FROM notice n JOIN stay s USING (case_id)
LEFT JOIN LATERAL (SELECT at FROM need WHERE need.case_id = n.case_id AND NOT goes_on ORDER BY seq DESC LIMIT 1) w
  ON true
WHERE date_trunc('second', n.at)
      > greatest(date_trunc('second', s.admitted_at), date_trunc('second', w.at)) + interval '24 hours'
