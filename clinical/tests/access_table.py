"""Who gets which status from the pages of the chart; how to read it: emr_site/tests/access_table.py."""

TABLE = """
name                               method of                  anon Pat Doc Nur Rec Sta Rep Adm
clinical:my_prescriptions          GET    -                   302  200 403 403 403 403 403 403
clinical:my_prescription           GET    ann.prescription    302  200 403 403 403 403 403 403
clinical:my_prescription           GET    bo.prescription     302  404 403 403 403 403 403 403
clinical:chart                     GET    ann                 302  404 200 200 403 403 403 200
clinical:visits                    GET    ann                 302  404 200 200 403 403 403 200
clinical:records                   GET    ann                 302  404 200 200 403 200 403 200
clinical:clinical_record           GET    ann                 302  404 200 200 403 200 403 200
clinical:clinical_records          GET    -                   302  404 200 200 403 200 403 200
clinical:start_visit               GET    ann                 302  404 405 403 403 403 403 405
clinical:start_visit               POST   ann                 302  404 409 403 403 403 403 409
clinical:vital_signs               GET    ann                 302  404 200 200 403 403 403 200
clinical:record_vital_signs        GET    ann                 302  404 405 405 403 403 403 405
clinical:record_vital_signs        POST   ann                 302  404 409 409 403 403 403 409
clinical:void_vital_signs          GET    ann.vital_signs     302  404 200 200 403 403 403 200
clinical:void_vital_signs          POST   ann.vital_signs     302  404 409 409 403 403 403 409
clinical:visit                     GET    ann                 302  404 200 200 403 403 403 200
clinical:visit_news                GET    ann                 302  404 200 200 403 403 403 200
clinical:prescribe_at_visit        GET    ann                 302  404 405 403 403 403 403 405
clinical:prescribe_at_visit        POST   ann                 302  404 409 403 403 403 403 409
clinical:order_test_at_visit       GET    ann                 302  404 405 405 403 403 403 405
clinical:order_test_at_visit       POST   ann                 302  404 409 409 403 403 403 409
clinical:add_favourite             GET    ann                 302  404 405 405 403 403 403 405
clinical:add_favourite             POST   ann                 302  404 409 409 403 403 403 409
clinical:remove_favourite_at_visit GET    ann.favourite       302  404 405 405 403 403 403 405
clinical:remove_favourite_at_visit POST   ann.favourite       302  404 409 409 403 403 403 409
clinical:favourites                GET    -                   302  404 200 200 403 403 403 200
clinical:remove_favourite          GET    pk=1                302  404 405 405 403 403 403 405
clinical:remove_favourite          POST   pk=1                302  404 404 404 403 403 403 404
clinical:follow_up_times           GET    ann                 302  404 422 422 403 403 403 422
clinical:book_follow_up            GET    ann                 302  404 405 405 403 403 403 405
clinical:book_follow_up            POST   ann                 302  404 409 409 403 403 403 409
clinical:my_day                    GET    -                   302  404 200 403 403 403 403 200
clinical:printed_summary           GET    ann                 302  404 200 200 403 403 403 200
clinical:phrases                   GET    -                   302  404 200 200 403 403 403 200
clinical:phrases                   POST   -                   302  404 422 422 403 403 403 422
clinical:delete_phrase             GET    pk=1                302  404 405 405 403 403 403 405
clinical:delete_phrase             POST   pk=1                302  404 404 404 403 403 403 404
clinical:phrase_list               GET    -                   302  404 200 200 403 403 403 200
clinical:note_state                GET    ann.note            302  404 200 200 403 403 403 200
clinical:save_note                 GET    ann.note            302  404 405 405 403 403 403 405
clinical:save_note                 POST   ann.note            302  404 409 409 403 403 403 409
clinical:use_template              GET    ann.note            302  404 405 405 403 403 403 405
clinical:use_template              POST   ann.note            302  404 409 409 403 403 403 409
clinical:carry_forward             GET    ann.note            302  404 405 405 403 403 403 405
clinical:carry_forward             POST   ann.note            302  404 409 409 403 403 403 409
clinical:mark_read                 GET    ann.note            302  404 405 403 403 403 403 405
clinical:mark_read                 POST   ann.note            302  404 409 403 403 403 403 409
clinical:sign_note                 GET    ann.note            302  404 200 403 403 403 403 200
clinical:sign_note                 POST   ann.note            302  404 409 403 403 403 403 409
clinical:cosign_note               GET    ann.note            302  404 405 403 403 403 403 405
clinical:cosign_note               POST   ann.note            302  404 409 403 403 403 403 409
clinical:add_addendum              GET    ann.note            302  404 200 200 403 403 403 200
clinical:add_addendum              POST   ann.note            302  404 409 409 403 403 403 409
clinical:create_clinical_record    GET    ann                 302  404 200 403 403 403 403 200
clinical:create_clinical_record    POST   ann                 302  404 409 403 403 403 403 409
clinical:update_clinical_record    GET    ann.clinical_record 302  404 200 403 403 403 403 200
clinical:update_clinical_record    POST   ann.clinical_record 302  404 409 403 403 403 403 409
clinical:delete_clinical_record    GET    ann.clinical_record 302  404 200 403 403 403 403 200
clinical:delete_clinical_record    POST   ann.clinical_record 302  404 409 403 403 403 403 409
clinical:prescriptions             GET    ann                 302  404 200 200 403 403 403 200
clinical:create_prescription       GET    ann                 302  404 200 403 403 403 403 200
clinical:create_prescription       POST   ann                 302  404 409 403 403 403 403 409
clinical:prescription              GET    ann.prescription    302  404 200 200 403 403 403 200
clinical:update_prescription       GET    ann.prescription    302  404 200 403 403 403 403 200
clinical:update_prescription       POST   ann.prescription    302  404 409 403 403 403 403 409
clinical:end_prescription          GET    ann.prescription    302  404 200 403 403 403 403 200
clinical:end_prescription          POST   ann.prescription    302  404 409 403 403 403 403 409
clinical:delete_prescription       GET    ann.prescription    302  404 200 403 403 403 403 200
clinical:delete_prescription       POST   ann.prescription    302  404 409 403 403 403 403 409
clinical:tests                     GET    ann                 302  404 200 200 403 403 403 200
clinical:create_test               GET    ann                 302  404 200 200 403 403 403 200
clinical:create_test               POST   ann                 302  404 409 409 403 403 403 409
clinical:test                      GET    ann.test            302  404 200 200 403 403 403 200
clinical:update_test               GET    ann.test            302  404 200 200 403 403 403 200
clinical:update_test               POST   ann.test            302  404 409 409 403 403 403 409
clinical:delete_test               GET    ann.test            302  404 200 403 403 403 403 200
clinical:delete_test               POST   ann.test            302  404 409 403 403 403 403 409
clinical:diagnoses                 GET    ann                 302  404 200 200 403 403 403 200
clinical:add_diagnosis             GET    ann                 302  404 200 403 403 403 403 200
clinical:add_diagnosis             POST   ann                 302  404 409 403 403 403 403 409
clinical:remove_diagnosis          GET    ann.diagnosis       302  404 405 403 403 403 403 405
clinical:remove_diagnosis          POST   ann.diagnosis       302  404 409 403 403 403 403 409
clinical:icd10_options             GET    -                   302  404 200 200 403 403 403 200
clinical:medicine_options          GET    -                   302  404 200 403 403 403 403 200
clinical:problems                  GET    ann                 302  404 200 200 403 403 403 200
clinical:add_problem               GET    ann                 302  404 200 403 403 403 403 200
clinical:add_problem               POST   ann                 302  404 409 403 403 403 403 409
clinical:update_problem            GET    ann.problem         302  404 200 403 403 403 403 200
clinical:update_problem            POST   ann.problem         302  404 409 403 403 403 403 409
clinical:resolve_problem           GET    ann.problem         302  404 200 403 403 403 403 200
clinical:resolve_problem           POST   ann.problem         302  404 409 403 403 403 403 409
clinical:reopen_problem            GET    ann.problem         302  404 200 403 403 403 403 200
clinical:reopen_problem            POST   ann.problem         302  404 409 403 403 403 403 409
clinical:void_problem              GET    ann.problem         302  404 200 403 403 403 403 200
clinical:void_problem              POST   ann.problem         302  404 409 403 403 403 403 409
clinical:allergies                 GET    ann                 302  404 200 200 403 403 403 200
clinical:create_allergy            GET    ann                 302  404 200 200 403 403 403 200
clinical:create_allergy            POST   ann                 302  404 409 409 403 403 403 409
clinical:state_allergies           GET    ann                 302  404 405 405 403 403 403 405
clinical:state_allergies           POST   ann                 302  404 409 409 403 403 403 409
clinical:update_allergy            GET    ann.allergy         302  404 200 200 403 403 403 200
clinical:update_allergy            POST   ann.allergy         302  404 409 409 403 403 403 409
clinical:verify_allergy            GET    ann.allergy         302  404 405 405 403 403 403 405
clinical:verify_allergy            POST   ann.allergy         302  404 409 409 403 403 403 409
clinical:end_allergy               GET    ann.allergy         302  404 405 405 403 403 403 405
clinical:end_allergy               POST   ann.allergy         302  404 409 409 403 403 403 409
clinical:void_allergy              GET    ann.allergy         302  404 200 403 403 403 403 200
clinical:void_allergy              POST   ann.allergy         302  404 409 403 403 403 403 409
clinical:history                   GET    ann                 302  404 200 200 403 403 403 200
clinical:add_family_history        GET    ann                 302  404 200 200 403 403 403 200
clinical:add_family_history        POST   ann                 302  404 409 409 403 403 403 409
clinical:void_family_history       GET    ann.family          302  404 200 200 403 403 403 200
clinical:void_family_history       POST   ann.family          302  404 409 409 403 403 403 409
clinical:add_surgical_history      GET    ann                 302  404 200 200 403 403 403 200
clinical:add_surgical_history      POST   ann                 302  404 409 409 403 403 403 409
clinical:void_surgical_history     GET    ann.surgical        302  404 200 200 403 403 403 200
clinical:void_surgical_history     POST   ann.surgical        302  404 409 409 403 403 403 409
clinical:add_social_history        GET    ann                 302  404 200 200 403 403 403 200
clinical:add_social_history        POST   ann                 302  404 409 409 403 403 403 409
clinical:void_social_history       GET    ann.social          302  404 200 200 403 403 403 200
clinical:void_social_history       POST   ann.social          302  404 409 409 403 403 403 409
clinical:add_smoking_history       GET    ann                 302  404 200 200 403 403 403 200
clinical:add_smoking_history       POST   ann                 302  404 409 409 403 403 403 409
clinical:void_smoking_history      GET    ann.smoking         302  404 200 200 403 403 403 200
clinical:void_smoking_history      POST   ann.smoking         302  404 409 409 403 403 403 409
"""

BACK_OFFICE = """
model                          Sta  Adm
clinical_clinicalrecord        v    v
clinical_prescription          -    v
clinical_test                  -    v
clinical_notetemplate          -    vac
clinical_referencerange        -    vacd
clinical_phrase                -    vacd
clinical_icd10term             vacd vacd
"""
