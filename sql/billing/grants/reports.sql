-- What the reports' account may do: read the views of this room, which run with their definer's rights.
GRANT SELECT ON Report_Billing_Analysis TO reports
GRANT SELECT ON View_Billing_Summary TO reports
