-- Datum ändrat mindre än 24 timmar före det gamla, eller samma dag.
SELECT case_id, id AS event_id, '' AS subject
FROM (SELECT e.*, nullif(data->>'old', '')::date AS old_day FROM true_event e
      WHERE name = 'expected_discharge_changed') e
WHERE (old_day::timestamp AT TIME ZONE 'Europe/Stockholm') - at < interval '24 hours'
  AND at < ((old_day + 1)::timestamp AT TIME ZONE 'Europe/Stockholm')
