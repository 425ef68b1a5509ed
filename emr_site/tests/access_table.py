"""Who gets which status from which address: one line an address, method and owner of what the address names.

of      whose objects the address names: ann's or bo's ("ann.prescription": the address' pk is cast.ann_prescription;
        patient_id is always cast.<name>_record, visit_id cast.<name>_visit; what is named is there, with or without a
        pk in the address), a slug ("slug=average-age"), or nothing (-)
columns the status for nobody, then for one person of each role; the patient is Ann
302 asks to sign in (or has done what was asked); 403: a colleague without the right; 404: a patient, or another's row
405: the address takes POST only; 422: let in, but the empty form is not valid; 409: nor does it name the patient
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
reception:board                     GET    -                302  404 200 200 200 403 403 200
reception:week                      GET    -                302  404 200 200 200 403 403 200
reception:rooms                     GET    -                302  404 200 200 200 403 403 200
reception:absences                  GET    -                302  404 403 403 200 403 403 200
reception:absences                  POST   -                302  404 403 403 422 403 403 422
reception:end_absence               GET    pk=1             302  404 403 403 405 403 403 405
reception:end_absence               POST   pk=1             302  404 403 403 404 403 403 404
reception:to_do                     GET    kind=still-here  302  404 200 200 200 403 403 200
reception:appointments              GET    -                302  404 200 200 200 403 403 200
reception:choose_patient            GET    -                302  404 403 403 200 403 403 200
reception:choose_patient            POST   -                302  404 403 403 200 403 403 200
reception:create_appointment        GET    ann              302  404 403 403 200 403 403 200
reception:create_appointment        POST   ann              302  404 403 403 409 403 403 409
reception:appointment               GET    ann.appointment  302  404 200 200 200 403 403 200
reception:move_appointment          GET    ann.appointment  302  404 403 403 200 403 403 200
reception:move_appointment          POST   ann.appointment  302  404 403 403 422 403 403 422
reception:edit_appointment          GET    ann.appointment  302  404 403 403 200 403 403 200
reception:edit_appointment          POST   ann.appointment  302  404 403 403 422 403 403 422
reception:free_times                GET    -                302  404 200 200 200 403 403 200
reception:cancel_appointment        GET    ann.appointment  302  404 403 403 200 403 403 200
reception:cancel_appointment        POST   ann.appointment  302  404 403 403 422 403 403 422
reception:complete_appointment      GET    ann.appointment  302  404 403 403 405 403 403 405
reception:complete_appointment      POST   ann.appointment  302  404 403 403 302 403 403 302
reception:advance_appointment       GET    ann.appointment  302  404 405 405 405 403 403 405
reception:advance_appointment       POST   ann.appointment  302  404 302 302 302 403 403 302
reception:undo_step                 GET    ann.appointment  302  404 200 200 200 403 403 200
reception:undo_step                 POST   ann.appointment  302  404 422 422 422 403 403 422
reception:check_in                  GET    ann.appointment  302  404 403 403 405 403 403 405
reception:check_in                  POST   ann.appointment  302  404 403 403 302 403 403 302
reception:patients                  GET    -                302  404 200 200 200 200 403 200
reception:patients                  POST   -                302  404 302 302 302 302 403 302
reception:open_by_number            GET    -                302  404 200 200 200 200 403 200
reception:open_by_number            POST   -                302  404 422 422 422 422 403 422
reception:find_patients             GET    -                302  404 405 405 405 405 403 405
reception:find_patients             POST   -                302  404 200 200 200 200 403 200
reception:register_patient          GET    -                302  404 403 403 200 403 403 200
reception:register_patient          POST   -                302  404 403 403 422 403 403 422
reception:likely_duplicates         GET    -                302  404 403 403 405 403 403 405
reception:likely_duplicates         POST   -                302  404 403 403 200 403 403 200
reception:duplicates                GET    -                302  404 403 403 200 403 403 200
reception:not_duplicates            GET    ann.pair         302  404 403 403 405 403 403 405
reception:not_duplicates            POST   ann.pair         302  404 403 403 302 403 403 302
reception:choose_other              GET    ann              302  404 403 403 200 403 403 200
reception:choose_other              POST   ann              302  404 403 403 409 403 403 409
reception:merge_patients            GET    ann              302  404 403 403 200 403 403 200
reception:merge_patients            POST   ann              302  404 403 403 409 403 403 409
reception:undo_merge                GET    ann.merge        302  404 403 403 200 403 403 200
reception:undo_merge                POST   ann.merge        302  404 403 403 409 403 403 409
reception:read_birth_date           GET    -                302  404 405 405 405 405 403 405
reception:read_birth_date           POST   -                302  404 200 200 200 200 403 200
reception:register_unknown          GET    -                302  404 403 403 405 403 403 405
reception:register_unknown          POST   -                302  404 403 403 422 403 403 422
reception:photo                     GET    ann.photo        302  404 200 200 200 200 403 200
reception:change_photo              GET    ann              302  404 403 403 200 403 403 200
reception:change_photo              POST   ann              302  404 403 403 409 403 403 409
reception:remove_photo              GET    ann              302  404 403 403 405 403 403 405
reception:remove_photo              POST   ann              302  404 403 403 409 403 403 409
reception:my_photo                  GET    ann.photo        302  200 403 403 403 403 403 403
reception:patient                   GET    ann              302  404 200 200 200 200 403 200
reception:edit_patient              GET    ann              302  404 403 403 200 403 403 200
reception:edit_patient              POST   ann              302  404 403 403 409 403 403 409
reception:deactivate_patient        GET    ann              302  404 403 403 200 403 403 200
reception:deactivate_patient        POST   ann              302  404 403 403 409 403 403 409
reception:reactivate_patient        GET    ann              302  404 403 403 200 403 403 200
reception:reactivate_patient        POST   ann              302  404 403 403 409 403 403 409
reception:delete_patient            GET    ann              302  404 403 403 200 403 403 200
reception:delete_patient            POST   ann              302  404 403 403 409 403 403 409
reception:add_insurance             GET    ann              302  404 403 403 200 200 403 200
reception:order_insurances          GET    ann              302  404 403 403 200 200 403 200
reception:order_insurances          POST   ann              302  404 403 403 409 409 403 409
reception:add_insurance             POST   ann              302  404 403 403 409 409 403 409
reception:edit_insurance            GET    ann.insurance    302  404 403 403 200 200 403 200
reception:edit_insurance            POST   ann.insurance    302  404 403 403 409 409 403 409
reception:identify                  GET    -                200  200 200 200 200 200 200 200
reception:identify                  POST   -                422  422 422 422 422 422 422 422
reception:self_check_in             GET    token=none       200  200 200 200 200 200 200 200
reception:check_in_poster           GET    -                302  404 200 200 200 403 403 200
reception:check_in_code_picture     GET    -                302  404 200 200 200 403 403 200
reception:self_check_ins            GET    -                302  404 403 403 200 403 403 200
reception:see_to_check_in           GET    ann.check_in     302  404 403 403 405 403 403 405
reception:see_to_check_in           POST   ann.check_in     302  404 403 403 302 403 403 302
reception:show_code                 GET    ann.appointment  302  404 403 403 405 403 403 405
reception:show_code                 POST   ann.appointment  302  404 403 403 302 403 403 302
reception:my_requests               GET    -                302  200 403 403 403 403 403 403
reception:ask_practice              GET    -                302  200 403 403 403 403 403 403
reception:ask_practice              POST   -                302  422 403 403 403 403 403 403
reception:requests                  GET    -                302  404 403 403 200 403 403 200
reception:answer_request            GET    ann.request      302  404 403 403 200 403 403 200
reception:answer_request            POST   ann.request      302  404 403 403 422 403 403 422
reception:waiting_list              GET    -                302  404 200 200 200 403 403 200
reception:offer_slot                GET    ann.freed_slot   302  404 403 403 200 403 403 200
reception:offer_slot                POST   ann.freed_slot   302  404 403 403 302 403 403 302
reception:answer_offer              GET    ann.offer        302  404 403 403 405 403 403 405
reception:answer_offer              POST   ann.offer        302  404 403 403 302 403 403 302
reception:ask_for_earlier           GET    ann              302  404 403 403 200 403 403 200
reception:ask_for_earlier           POST   ann              302  404 403 403 409 403 403 409
reception:edit_waiting              GET    ann.wish         302  404 403 403 200 403 403 200
reception:edit_waiting              POST   ann.wish         302  404 403 403 409 403 403 409
reception:take_off                  GET    ann.wish         302  404 403 403 405 403 403 405
reception:take_off                  POST   ann.wish         302  404 403 403 409 403 403 409
reception:slot_offer                GET    token=none       404  404 404 404 404 404 404 404
reception:answer_slot_offer         GET    token=none       405  405 405 405 405 405 405 405
reception:answer_slot_offer         POST   token=none       404  404 404 404 404 404 404 404
reception:stop_by_offer             GET    token=none       405  405 405 405 405 405 405 405
reception:stop_by_offer             POST   token=none       404  404 404 404 404 404 404 404
reception:messages                  GET    -                302  404 403 403 200 403 403 200
reception:send_message_again        GET    ann.message      302  404 403 403 405 403 403 405
reception:send_message_again        POST   ann.message      302  404 403 403 302 403 403 302
reception:mark_message_as_sent      GET    ann.message      302  404 403 403 405 403 403 405
reception:mark_message_as_sent      POST   ann.message      302  404 403 403 302 403 403 302
reception:cancel_message            GET    ann.message      302  404 403 403 405 403 403 405
reception:cancel_message            POST   ann.message      302  404 403 403 302 403 403 302
reception:see_to_answer             GET    ann.answer       302  404 403 403 405 403 403 405
reception:see_to_answer             POST   ann.answer       302  404 403 403 302 403 403 302
reception:patient_messages          GET    ann              302  404 403 403 200 403 403 200
reception:opt_out                   GET    ann              302  404 403 403 405 403 403 405
reception:opt_out                   POST   ann              302  404 403 403 409 403 403 409
reception:appointment_calendar      GET    ann.appointment  302  404 200 200 200 403 403 200
reception:calendar_by_link          GET    token=wrong      404  404 404 404 404 404 404 404
reception:answer_appointment        GET    token=wrong      404  404 404 404 404 404 404 404
reception:confirm_by_link           GET    token=wrong      405  405 405 405 405 405 405 405
reception:confirm_by_link           POST   token=wrong      404  404 404 404 404 404 404 404
reception:cancel_by_link            GET    token=wrong      405  405 405 405 405 405 405 405
reception:cancel_by_link            POST   token=wrong      404  404 404 404 404 404 404 404
reception:another_time_by_link      GET    token=wrong      405  405 405 405 405 405 405 405
reception:another_time_by_link      POST   token=wrong      404  404 404 404 404 404 404 404
reception:stop_by_link              GET    token=wrong      405  405 405 405 405 405 405 405
reception:stop_by_link              POST   token=wrong      404  404 404 404 404 404 404 404
reception:appointment_letter        GET    ann.appointment  302  404 200 200 200 403 403 200
reception:day_list                  GET    -                302  404 200 200 200 403 403 200
reception:my_calendar               GET    -                302  404 200 200 403 403 403 200
reception:make_my_calendar          GET    -                302  404 405 405 403 403 403 405
reception:make_my_calendar          POST   -                302  404 422 422 403 403 403 422
reception:stop_my_calendar          GET    -                302  404 405 405 403 403 403 405
reception:stop_my_calendar          POST   -                302  404 302 302 403 403 403 302
reception:provider_calendar         GET    token=wrong      404  404 404 404 404 404 404 404
reception:withdraw_consent          GET    ann.consent      302  404 403 403 200 403 403 200
reception:withdraw_consent          POST   ann.consent      302  404 403 403 409 403 403 409
reception:record_consent            GET    ann.consent_form 302  404 403 403 200 403 403 200
reception:record_consent            POST   ann.consent_form 302  404 403 403 409 403 403 409
reception:add_phone                 GET    ann              302  404 403 403 200 403 403 200
reception:add_phone                 POST   ann              302  404 403 403 409 403 403 409
reception:edit_phone                GET    ann.phone        302  404 403 403 200 403 403 200
reception:edit_phone                POST   ann.phone        302  404 403 403 409 403 403 409
reception:remove_phone              GET    ann.phone        302  404 403 403 200 403 403 200
reception:remove_phone              POST   ann.phone        302  404 403 403 409 403 403 409
reception:add_contact               GET    ann              302  404 403 403 200 403 403 200
reception:add_contact               POST   ann              302  404 403 403 409 403 403 409
reception:edit_contact              GET    ann.contact      302  404 403 403 200 403 403 200
reception:edit_contact              POST   ann.contact      302  404 403 403 409 403 403 409
reception:remove_contact            GET    ann.contact      302  404 403 403 200 403 403 200
reception:remove_contact            POST   ann.contact      302  404 403 403 409 403 403 409
clinical:my_prescriptions           GET    -                 302  200 403 403 403 403 403 403
clinical:my_prescription            GET    ann.prescription  302  200 403 403 403 403 403 403
clinical:my_prescription            GET    bo.prescription   302  404 403 403 403 403 403 403
reception:state_reason              GET    ann              302  404 302 302 302 302 403 302
reception:state_reason              POST   ann              302  404 409 409 409 409 403 409
clinical:chart                      GET    ann              302  404 200 200 403 403 403 200
clinical:visits                     GET    ann              302  404 200 200 403 403 403 200
clinical:records                    GET    ann              302  404 200 200 403 200 403 200
clinical:clinical_record            GET    ann              302  404 200 200 403 200 403 200
clinical:clinical_records           GET    -                302  404 200 200 403 200 403 200
clinical:start_visit                GET    ann              302  404 405 403 403 403 403 405
clinical:start_visit                POST   ann              302  404 409 403 403 403 403 409
clinical:vital_signs                GET    ann              302  404 200 200 403 403 403 200
clinical:record_vital_signs         GET    ann              302  404 405 405 403 403 403 405
clinical:record_vital_signs         POST   ann              302  404 409 409 403 403 403 409
clinical:void_vital_signs           GET    ann.vital_signs  302  404 200 200 403 403 403 200
clinical:void_vital_signs           POST   ann.vital_signs  302  404 409 409 403 403 403 409
clinical:visit                      GET    ann              302  404 200 200 403 403 403 200
clinical:visit_news                 GET    ann              302  404 200 200 403 403 403 200
clinical:prescribe_at_visit         GET    ann              302  404 405 403 403 403 403 405
clinical:prescribe_at_visit         POST   ann              302  404 409 403 403 403 403 409
clinical:order_test_at_visit        GET    ann              302  404 405 405 403 403 403 405
clinical:order_test_at_visit        POST   ann              302  404 409 409 403 403 403 409
clinical:add_favourite              GET    ann              302  404 405 405 403 403 403 405
clinical:add_favourite              POST   ann              302  404 409 409 403 403 403 409
clinical:remove_favourite_at_visit  GET    ann.favourite    302  404 405 405 403 403 403 405
clinical:remove_favourite_at_visit  POST   ann.favourite    302  404 409 409 403 403 403 409
clinical:follow_up_times            GET    ann              302  404 422 422 403 403 403 422
clinical:book_follow_up             GET    ann              302  404 405 405 403 403 403 405
clinical:book_follow_up             POST   ann              302  404 409 409 403 403 403 409
clinical:my_day                     GET    -                302  404 200 403 403 403 403 200
clinical:printed_summary            GET    ann              302  404 200 200 403 403 403 200
clinical:favourites                 GET    -                302  404 200 200 403 403 403 200
clinical:remove_favourite           GET    pk=1             302  404 405 405 403 403 403 405
clinical:remove_favourite           POST   pk=1             302  404 404 404 403 403 403 404
clinical:phrases                    GET    -                302  404 200 200 403 403 403 200
clinical:phrases                    POST   -                302  404 422 422 403 403 403 422
clinical:delete_phrase              GET    pk=1             302  404 405 405 403 403 403 405
clinical:delete_phrase              POST   pk=1             302  404 404 404 403 403 403 404
clinical:phrase_list                GET    -                302  404 200 200 403 403 403 200
clinical:note_state                 GET    ann.note         302  404 200 200 403 403 403 200
clinical:save_note                  GET    ann.note         302  404 405 405 403 403 403 405
clinical:save_note                  POST   ann.note         302  404 409 409 403 403 403 409
clinical:use_template               GET    ann.note         302  404 405 405 403 403 403 405
clinical:use_template               POST   ann.note         302  404 409 409 403 403 403 409
clinical:carry_forward              GET    ann.note         302  404 405 405 403 403 403 405
clinical:carry_forward              POST   ann.note         302  404 409 409 403 403 403 409
clinical:mark_read                  GET    ann.note         302  404 405 403 403 403 403 405
clinical:mark_read                  POST   ann.note         302  404 409 403 403 403 403 409
clinical:sign_note                  GET    ann.note         302  404 200 403 403 403 403 200
clinical:sign_note                  POST   ann.note         302  404 409 403 403 403 403 409
clinical:cosign_note                GET    ann.note         302  404 405 403 403 403 403 405
clinical:cosign_note                POST   ann.note         302  404 409 403 403 403 403 409
clinical:add_addendum               GET    ann.note         302  404 200 200 403 403 403 200
clinical:add_addendum               POST   ann.note         302  404 409 409 403 403 403 409
clinical:create_clinical_record     GET    ann              302  404 200 403 403 403 403 200
clinical:create_clinical_record     POST   ann              302  404 409 403 403 403 403 409
clinical:update_clinical_record     GET    ann.clinical_record 302  404 200 403 403 403 403 200
clinical:update_clinical_record     POST   ann.clinical_record 302  404 409 403 403 403 403 409
clinical:delete_clinical_record     GET    ann.clinical_record 302  404 200 403 403 403 403 200
clinical:delete_clinical_record     POST   ann.clinical_record 302  404 409 403 403 403 403 409
clinical:prescriptions              GET    ann              302  404 200 200 403 403 403 200
clinical:create_prescription        GET    ann              302  404 200 403 403 403 403 200
clinical:create_prescription        POST   ann              302  404 409 403 403 403 403 409
clinical:prescription               GET    ann.prescription 302  404 200 200 403 403 403 200
clinical:update_prescription        GET    ann.prescription 302  404 200 403 403 403 403 200
clinical:update_prescription        POST   ann.prescription 302  404 409 403 403 403 403 409
clinical:end_prescription           GET    ann.prescription 302  404 200 403 403 403 403 200
clinical:end_prescription           POST   ann.prescription 302  404 409 403 403 403 403 409
clinical:delete_prescription        GET    ann.prescription 302  404 200 403 403 403 403 200
clinical:delete_prescription        POST   ann.prescription 302  404 409 403 403 403 403 409
clinical:tests                      GET    ann              302  404 200 200 403 403 403 200
clinical:create_test                GET    ann              302  404 200 200 403 403 403 200
clinical:create_test                POST   ann              302  404 409 409 403 403 403 409
clinical:test                       GET    ann.test         302  404 200 200 403 403 403 200
clinical:update_test                GET    ann.test         302  404 200 200 403 403 403 200
clinical:update_test                POST   ann.test         302  404 409 409 403 403 403 409
clinical:delete_test                GET    ann.test         302  404 200 403 403 403 403 200
clinical:delete_test                POST   ann.test         302  404 409 403 403 403 403 409
clinical:diagnoses                  GET    ann              302  404 200 200 403 403 403 200
clinical:add_diagnosis              GET    ann              302  404 200 403 403 403 403 200
clinical:add_diagnosis              POST   ann              302  404 409 403 403 403 403 409
clinical:remove_diagnosis           GET    ann.diagnosis    302  404 405 403 403 403 403 405
clinical:remove_diagnosis           POST   ann.diagnosis    302  404 409 403 403 403 403 409
clinical:icd10_options              GET    -                302  404 200 200 403 403 403 200
clinical:medicine_options           GET    -                302  404 200 403 403 403 403 200
clinical:problems                   GET    ann              302  404 200 200 403 403 403 200
clinical:add_problem                GET    ann              302  404 200 403 403 403 403 200
clinical:add_problem                POST   ann              302  404 409 403 403 403 403 409
clinical:update_problem             GET    ann.problem      302  404 200 403 403 403 403 200
clinical:update_problem             POST   ann.problem      302  404 409 403 403 403 403 409
clinical:resolve_problem            GET    ann.problem      302  404 200 403 403 403 403 200
clinical:resolve_problem            POST   ann.problem      302  404 409 403 403 403 403 409
clinical:reopen_problem             GET    ann.problem      302  404 200 403 403 403 403 200
clinical:reopen_problem             POST   ann.problem      302  404 409 403 403 403 403 409
clinical:void_problem               GET    ann.problem      302  404 200 403 403 403 403 200
clinical:void_problem               POST   ann.problem      302  404 409 403 403 403 403 409
clinical:allergies                  GET    ann              302  404 200 200 403 403 403 200
clinical:create_allergy             GET    ann              302  404 200 200 403 403 403 200
clinical:create_allergy             POST   ann              302  404 409 409 403 403 403 409
clinical:state_allergies            GET    ann              302  404 405 405 403 403 403 405
clinical:state_allergies            POST   ann              302  404 409 409 403 403 403 409
clinical:update_allergy             GET    ann.allergy      302  404 200 200 403 403 403 200
clinical:update_allergy             POST   ann.allergy      302  404 409 409 403 403 403 409
clinical:verify_allergy             GET    ann.allergy      302  404 405 405 403 403 403 405
clinical:verify_allergy             POST   ann.allergy      302  404 409 409 403 403 403 409
clinical:end_allergy                GET    ann.allergy      302  404 405 405 403 403 403 405
clinical:end_allergy                POST   ann.allergy      302  404 409 409 403 403 403 409
clinical:void_allergy               GET    ann.allergy      302  404 200 403 403 403 403 200
clinical:void_allergy               POST   ann.allergy      302  404 409 403 403 403 403 409
clinical:history                    GET    ann              302  404 200 200 403 403 403 200
clinical:add_family_history         GET    ann              302  404 200 200 403 403 403 200
clinical:add_family_history         POST   ann              302  404 409 409 403 403 403 409
clinical:void_family_history        GET    ann.family       302  404 200 200 403 403 403 200
clinical:void_family_history        POST   ann.family       302  404 409 409 403 403 403 409
clinical:add_surgical_history       GET    ann              302  404 200 200 403 403 403 200
clinical:add_surgical_history       POST   ann              302  404 409 409 403 403 403 409
clinical:void_surgical_history      GET    ann.surgical     302  404 200 200 403 403 403 200
clinical:void_surgical_history      POST   ann.surgical     302  404 409 409 403 403 403 409
clinical:add_social_history         GET    ann              302  404 200 200 403 403 403 200
clinical:add_social_history         POST   ann              302  404 409 409 403 403 403 409
clinical:void_social_history        GET    ann.social       302  404 200 200 403 403 403 200
clinical:void_social_history        POST   ann.social       302  404 409 409 403 403 403 409
clinical:add_smoking_history        GET    ann              302  404 200 200 403 403 403 200
clinical:add_smoking_history        POST   ann              302  404 409 409 403 403 403 409
clinical:void_smoking_history       GET    ann.smoking      302  404 200 200 403 403 403 200
clinical:void_smoking_history       POST   ann.smoking      302  404 409 409 403 403 403 409
billing:billings                    GET    -                302  404 403 403 403 200 403 200
billing:billing                     GET    ann.billing      302  404 403 403 403 200 403 200
billing:proposed_charges            GET    ann              302  404 200 200 200 200 403 200
billing:propose_charges             GET    ann              302  404 405 405 403 403 403 405
billing:propose_charges             POST   ann              302  404 409 409 403 403 403 409
billing:balance                     GET    ann              302  404 403 403 200 403 403 200
billing:patient_billings            GET    ann              302  404 403 403 403 200 403 200
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
reception_place                     vac  vac
reception_providerexception         vacd vacd
reception_holiday                   vacd vacd
reception_appointmenttype           vac  vac
reception_consentform               vac  vac
reception_consent                   v    v
reception_appointmentevent          -    v
reception_appointmentanswer         -    v
reception_appointmentseries         -    v
reception_messageoptout             -    v
reception_roomstay                  -    v
reception_visit                     v    v
reception_message                   -    v
reception_messagetemplate           -    vac
reception_outboxdelivery            -    v
clinical_clinicalrecord             v    v
clinical_prescription               -    v
clinical_test                       -    v
clinical_notetemplate               -    vac
clinical_referencerange             -    vacd
clinical_phrase                     -    vacd
billing_fee                         vac  vac
billing_billing                     vac  vacd
clinical_icd10term                  vacd vacd
audit_auditlog                      -    v
audit_look                          -    v
emr_site_adoptionfinding            -    v
emr_site_externalidentifier         -    v
"""
