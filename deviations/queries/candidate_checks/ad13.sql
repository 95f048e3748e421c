-- SIP inte uppföljd: a week after the agreed day nothing had followed.
SELECT e.case_id, e.id AS event_id, '' AS subject
FROM (SELECT *, nullif(coalesce(data->>'next_on', data->>'follow_up_on'), '')::date AS day FROM true_event
      WHERE name IN ('sip_established', 'sip_existing_linked', 'sip_followed_up')) e
CROSS JOIN LATERAL (SELECT ((e.day + 1)::timestamp AT TIME ZONE 'Europe/Stockholm') + interval '7 days' AS due_at) d
LEFT JOIN LATERAL (SELECT at FROM true_event n WHERE n.case_id = e.case_id AND n.seq > e.seq AND n.name IN
    ('sip_established', 'sip_existing_linked', 'sip_followed_up', 'sip_poll_opened', 'sip_summons_sent',
     'sip_meeting_held', 'sip_closed', 'sip_replaced_by_care_plan', 'patient_deceased_recorded')
  ORDER BY n.seq LIMIT 1) n ON true
WHERE d.due_at <= %(at)s AND e.at < d.due_at AND (n.at IS NULL OR n.at > d.due_at)
  AND (EXISTS (SELECT 1 FROM true_event c WHERE c.case_id = e.case_id AND c.name = 'sip_summons_sent')
       OR EXISTS (SELECT 1 FROM party u WHERE u.case_id = e.case_id AND u.is_active
                  AND u.role IN ('primary_care', 'outpatient_psychiatry', 'outpatient')))
