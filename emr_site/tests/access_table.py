"""Who gets which status from which address: one line an address, method and owner of what the address names.

of      whose objects the address names: ann's or bo's ("ann.prescription": the address' pk is cast.ann_prescription;
        patient_id is always cast.<name>_record, visit_id cast.<name>_visit), a slug ("slug=average-age"), or nothing (-)
columns the status for nobody, then for one person of each role; the patient is Ann
302 asks to sign in (or has done what was asked); 403: a colleague without the right; 404: a patient, or another's row
405: the address takes POST only; 422: let in, but the empty form is not valid
"""

TABLE = """
name                                method of                anon Pat Doc Nur Rec Sta Rep Adm
home                                GET    -                 302  302 302 302 302 302 302 302
health_live                         GET    -                 200  200 200 200 200 200 200 200
health_ready                        GET    -                 200  200 200 200 200 200 200 200
back_office_sign_in                 GET    -                 302  404 403 403 403 302 403 302
accounts:sign_in                    GET    -                 200  302 302 302 302 302 302 302
accounts:sign_in                    POST   -                 422  302 302 302 302 302 302 302
accounts:sign_out                   GET    -                 405  405 405 405 405 405 405 405
accounts:sign_out                   POST   -                 302  302 302 302 302 302 302 302
accounts:change_password            GET    -                 302  200 200 200 200 200 200 200
accounts:change_password            POST   -                 302  422 422 422 422 422 422 422
accounts:profile                    GET    -                 302  200 200 200 200 200 200 200
accounts:profile                    POST   -                 302  302 302 302 302 302 302 302
reception:my_home                   GET    -                 302  200 403 403 403 403 403 403
reception:my_information            GET    -                 302  200 403 403 403 403 403 403
reception:my_appointments           GET    -                 302  200 403 403 403 403 403 403
reception:my_appointment            GET    ann.appointment   302  200 403 403 403 403 403 403
reception:my_appointment            GET    bo.appointment    302  404 403 403 403 403 403 403
clinical:my_prescriptions           GET    -                 302  200 403 403 403 403 403 403
clinical:my_prescription            GET    ann.prescription  302  200 403 403 403 403 403 403
clinical:my_prescription            GET    bo.prescription   302  404 403 403 403 403 403 403
reports:index                       GET    -                 302  404 403 403 403 403 200 200
reports:report                      GET    slug=average-age  302  404 403 403 403 403 200 200
reports:report                      GET    slug=patients-by-room 302 404 403 403 403 403 200 200
reports:report                      GET    slug=billing-analysis 302 404 403 403 403 403 200 200
reports:report                      GET    slug=no-such      404  404 404 404 404 404 404 404
reports:report_csv                  GET    slug=average-age  302  404 403 403 403 403 200 200
reports:report_csv                  GET    slug=patients-by-room 302 404 403 403 403 403 200 200
reports:report_csv                  GET    slug=billing-analysis 302 404 403 403 403 403 200 200
"""

# The back office, a line a model: what Staff and Administrator may do with it there, as v(iew) a(dd) c(hange) d(elete).
# Whoever may not open the back office at all is sent to the sign-in (302).
BACK_OFFICE = """
model                               Sta  Adm
accounts_user                       -    vac
auth_group                          -    v
reception_patient                   v    vac
reception_insurance                 vac  vacd
reception_provider                  vac  vac
reception_room                      vacd vacd
reception_appointment               -    vac
reception_visit                     v    v
clinical_clinicalrecord             v    v
clinical_prescription               -    v
clinical_test                       -    v
billing_billing                     vac  vacd
audit_auditlog                      -    v
audit_look                          -    v
emr_site_adoptionfinding            -    v
emr_site_externalidentifier         -    v
"""
