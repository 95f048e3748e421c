"""Meddelanden i galleriet: one thread in all the states that a message can have."""

THREAD = {
    "id": "g-thread",
    "heading": "Hjälpmedel",
    "messages": [
        {
            "id": "g1",
            "sender": "Avdelning 72",
            "when": "i dag 09.12",
            "iso": "2026-03-02T09:12:00+01:00",
            "to": "Mottagningen, Nacka kommun",
            "text": "Rullatorn är beställd till onsdag.",
            "corrections": [
                {
                    "when": "i dag 09.40",
                    "reason": "Fel dag.",
                    "parts": [
                        {"kind": "same", "text": "Rullatorn är beställd till"},
                        {"kind": "removed", "text": "onsdag."},
                        {"kind": "added", "text": "torsdag."},
                    ],
                }
            ],
            "files": [{"title": "Fil 1 (PDF)", "note": "84 kB", "url": "#g-thread"}],
            "receipts": [
                {
                    "receivers": [
                        {
                            "name": "Mottagningen, Nacka kommun",
                            "word": "kvitterad 09.20",
                            "state": "kvitt",
                            "role": "biståndshandläggare",
                        }
                    ]
                }
            ],
            "to_read": [],
            "links": [{"label": "Svara", "url": "#g-thread"}],
            "note_url": "#g-thread",
            "is_new": True,
        },
        {
            "id": "g2",
            "sender": "Vårdcentralen Eken",
            "when": "i dag 10.02",
            "iso": "2026-03-02T10:02:00+01:00",
            "to": "Avdelning 72",
            "text": "Vem hämtar?",
            "withdrawn": "Återkallat i dag 10.05: skrevs i fel ärende.",
            "corrections": [],
            "files": [],
            "receipts": [],
            "to_read": [],
            "links": [],
            "note_url": "#g-thread",
            "is_new": False,
        },
    ],
}
