-- Utskrivningsklar utan utsedd fast vårdkontakt, where there is an outpatient unit to name one.
SELECT p.case_id, p.id AS event_id, '' AS subject FROM spell p
LEFT JOIN LATERAL (SELECT at FROM true_event e WHERE e.case_id = p.case_id
    AND e.name IN ('care_contact_named', 'care_contact_changed') ORDER BY seq LIMIT 1) c ON true
WHERE (c.at IS NULL OR c.at > p.sent_at)
  AND EXISTS (SELECT 1 FROM party u WHERE u.case_id = p.case_id AND u.is_active
              AND u.role IN ('primary_care', 'outpatient_psychiatry', 'outpatient'))
