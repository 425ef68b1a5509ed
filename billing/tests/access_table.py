"""Who gets which status from the pages of the bills; how to read it: emr_site/tests/access_table.py."""

TABLE = """
name                     method of          anon Pat Doc Nur Rec Sta Rep Adm
billing:billings         GET    -            302 404 403 403 403 200 403 200
billing:billing          GET    ann.billing  302 404 403 403 403 200 403 200
billing:proposed_charges GET    ann          302 404 200 200 200 200 403 200
billing:propose_charges  GET    ann          302 404 405 405 403 403 403 405
billing:propose_charges  POST   ann          302 404 409 409 403 403 403 409
billing:balance          GET    ann          302 404 403 403 200 403 403 200
billing:patient_billings GET    ann          302 404 403 403 403 200 403 200
"""

BACK_OFFICE = """
model                          Sta  Adm
billing_fee                    vac  vac
billing_billing                vac  vacd
"""
