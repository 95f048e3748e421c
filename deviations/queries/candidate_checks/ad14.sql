-- Återtagen mer än 4 timmar efter att läget enligt avdelningen ändrats.
SELECT case_id, id AS event_id, '' AS subject FROM true_event
WHERE name = 'ready_notice_withdrawn' AND at - (data->>'changed_at')::timestamptz > interval '4 hours'
