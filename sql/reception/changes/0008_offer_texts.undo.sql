DELETE FROM MessageTemplate WHERE code = 'slot_offer'
