-- Hem före det sista datum som var sagt.
SELECT s.case_id, s.discharge_id AS event_id, '' AS subject
FROM stay s JOIN LATERAL (SELECT day FROM expected e WHERE e.case_id = s.case_id AND e.at <= s.left_at
                          ORDER BY seq DESC LIMIT 1) d ON true
WHERE (s.left_at AT TIME ZONE 'Europe/Stockholm')::date < d.day
