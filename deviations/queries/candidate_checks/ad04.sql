-- Fel mottagare: put right after a report, or more than a day after the first sending.
SELECT r.case_id, r.id AS event_id, '' AS subject FROM true_event r
WHERE r.name = 'recipient_corrected' AND (
  r.at - coalesce((r.data->>'first_sent_at')::timestamptz, r.at) > interval '24 hours'
  OR EXISTS (SELECT 1 FROM true_event w WHERE w.case_id = r.case_id AND w.name = 'wrong_recipient_reported'
             AND w.data->>'unit_id' = r.data->>'old_unit_id'))
