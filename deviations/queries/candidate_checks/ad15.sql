-- Utskrivningsklar efter utskrivningen.
SELECT p.case_id, p.id AS event_id, '' AS subject FROM spell p JOIN stay s USING (case_id)
WHERE p.sent_at > s.left_at
