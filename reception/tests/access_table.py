"""Who gets which status from the pages of the desk and of patients; how to read it: emr_site/tests/access_table.py."""

TABLE = """
name                            method of               anon Pat Doc Nur Rec Sta Rep Adm
reception:my_home               GET    -                 302 200 403 403 403 403 403 403
reception:my_information        GET    -                 302 200 403 403 403 403 403 403
reception:my_appointments       GET    -                 302 200 403 403 403 403 403 403
reception:my_appointment        GET    ann.appointment   302 200 403 403 403 403 403 403
reception:my_appointment        GET    bo.appointment    302 404 403 403 403 403 403 403
reception:board                 GET    -                 302 404 200 200 200 403 403 200
reception:week                  GET    -                 302 404 200 200 200 403 403 200
reception:rooms                 GET    -                 302 404 200 200 200 403 403 200
reception:absences              GET    -                 302 404 403 403 200 403 403 200
reception:absences              POST   -                 302 404 403 403 422 403 403 422
reception:end_absence           GET    pk=1              302 404 403 403 405 403 403 405
reception:end_absence           POST   pk=1              302 404 403 403 404 403 403 404
reception:to_do                 GET    kind=still-here   302 404 200 200 200 403 403 200
reception:appointments          GET    -                 302 404 200 200 200 403 403 200
reception:choose_patient        GET    -                 302 404 403 403 200 403 403 200
reception:choose_patient        POST   -                 302 404 403 403 200 403 403 200
reception:create_appointment    GET    ann               302 404 403 403 200 403 403 200
reception:create_appointment    POST   ann               302 404 403 403 409 403 403 409
reception:appointment           GET    ann.appointment   302 404 200 200 200 403 403 200
reception:move_appointment      GET    ann.appointment   302 404 403 403 200 403 403 200
reception:move_appointment      POST   ann.appointment   302 404 403 403 422 403 403 422
reception:edit_appointment      GET    ann.appointment   302 404 403 403 200 403 403 200
reception:edit_appointment      POST   ann.appointment   302 404 403 403 422 403 403 422
reception:free_times            GET    -                 302 404 200 200 200 403 403 200
reception:cancel_appointment    GET    ann.appointment   302 404 403 403 200 403 403 200
reception:cancel_appointment    POST   ann.appointment   302 404 403 403 422 403 403 422
reception:complete_appointment  GET    ann.appointment   302 404 403 403 405 403 403 405
reception:complete_appointment  POST   ann.appointment   302 404 403 403 302 403 403 302
reception:advance_appointment   GET    ann.appointment   302 404 405 405 405 403 403 405
reception:advance_appointment   POST   ann.appointment   302 404 302 302 302 403 403 302
reception:undo_step             GET    ann.appointment   302 404 200 200 200 403 403 200
reception:undo_step             POST   ann.appointment   302 404 422 422 422 403 403 422
reception:check_in              GET    ann.appointment   302 404 403 403 405 403 403 405
reception:check_in              POST   ann.appointment   302 404 403 403 302 403 403 302
reception:patients              GET    -                 302 404 200 200 200 200 403 200
reception:patients              POST   -                 302 404 302 302 302 302 403 302
reception:open_by_number        GET    -                 302 404 200 200 200 200 403 200
reception:open_by_number        POST   -                 302 404 422 422 422 422 403 422
reception:find_patients         GET    -                 302 404 405 405 405 405 403 405
reception:find_patients         POST   -                 302 404 200 200 200 200 403 200
reception:register_patient      GET    -                 302 404 403 403 200 403 403 200
reception:register_patient      POST   -                 302 404 403 403 422 403 403 422
reception:likely_duplicates     GET    -                 302 404 403 403 405 403 403 405
reception:likely_duplicates     POST   -                 302 404 403 403 200 403 403 200
reception:duplicates            GET    -                 302 404 403 403 200 403 403 200
reception:not_duplicates        GET    ann.pair          302 404 403 403 405 403 403 405
reception:not_duplicates        POST   ann.pair          302 404 403 403 302 403 403 302
reception:choose_other          GET    ann               302 404 403 403 200 403 403 200
reception:choose_other          POST   ann               302 404 403 403 409 403 403 409
reception:merge_patients        GET    ann               302 404 403 403 200 403 403 200
reception:merge_patients        POST   ann               302 404 403 403 409 403 403 409
reception:undo_merge            GET    ann.merge         302 404 403 403 200 403 403 200
reception:undo_merge            POST   ann.merge         302 404 403 403 409 403 403 409
reception:read_birth_date       GET    -                 302 404 405 405 405 405 403 405
reception:read_birth_date       POST   -                 302 404 200 200 200 200 403 200
reception:register_unknown      GET    -                 302 404 403 403 405 403 403 405
reception:register_unknown      POST   -                 302 404 403 403 422 403 403 422
reception:photo                 GET    ann.photo         302 404 200 200 200 200 403 200
reception:change_photo          GET    ann               302 404 403 403 200 403 403 200
reception:change_photo          POST   ann               302 404 403 403 409 403 403 409
reception:remove_photo          GET    ann               302 404 403 403 405 403 403 405
reception:remove_photo          POST   ann               302 404 403 403 409 403 403 409
reception:my_photo              GET    ann.photo         302 200 403 403 403 403 403 403
reception:patient               GET    ann               302 404 200 200 200 200 403 200
reception:edit_patient          GET    ann               302 404 403 403 200 403 403 200
reception:edit_patient          POST   ann               302 404 403 403 409 403 403 409
reception:deactivate_patient    GET    ann               302 404 403 403 200 403 403 200
reception:deactivate_patient    POST   ann               302 404 403 403 409 403 403 409
reception:reactivate_patient    GET    ann               302 404 403 403 200 403 403 200
reception:reactivate_patient    POST   ann               302 404 403 403 409 403 403 409
reception:delete_patient        GET    ann               302 404 403 403 200 403 403 200
reception:delete_patient        POST   ann               302 404 403 403 409 403 403 409
reception:add_insurance         GET    ann               302 404 403 403 200 200 403 200
reception:order_insurances      GET    ann               302 404 403 403 200 200 403 200
reception:order_insurances      POST   ann               302 404 403 403 409 409 403 409
reception:add_insurance         POST   ann               302 404 403 403 409 409 403 409
reception:edit_insurance        GET    ann.insurance     302 404 403 403 200 200 403 200
reception:edit_insurance        POST   ann.insurance     302 404 403 403 409 409 403 409
reception:identify              GET    -                 200 200 200 200 200 200 200 200
reception:identify              POST   -                 422 422 422 422 422 422 422 422
reception:self_check_in         GET    token=none        200 200 200 200 200 200 200 200
reception:check_in_poster       GET    -                 302 404 200 200 200 403 403 200
reception:check_in_code_picture GET    -                 302 404 200 200 200 403 403 200
reception:self_check_ins        GET    -                 302 404 403 403 200 403 403 200
reception:see_to_check_in       GET    ann.check_in      302 404 403 403 405 403 403 405
reception:see_to_check_in       POST   ann.check_in      302 404 403 403 302 403 403 302
reception:show_code             GET    ann.appointment   302 404 403 403 405 403 403 405
reception:show_code             POST   ann.appointment   302 404 403 403 302 403 403 302
reception:my_requests           GET    -                 302 200 403 403 403 403 403 403
reception:ask_practice          GET    -                 302 200 403 403 403 403 403 403
reception:ask_practice          POST   -                 302 422 403 403 403 403 403 403
reception:requests              GET    -                 302 404 403 403 200 403 403 200
reception:answer_request        GET    ann.request       302 404 403 403 200 403 403 200
reception:answer_request        POST   ann.request       302 404 403 403 422 403 403 422
reception:waiting_list          GET    -                 302 404 200 200 200 403 403 200
reception:offer_slot            GET    ann.freed_slot    302 404 403 403 200 403 403 200
reception:offer_slot            POST   ann.freed_slot    302 404 403 403 302 403 403 302
reception:answer_offer          GET    ann.offer         302 404 403 403 405 403 403 405
reception:answer_offer          POST   ann.offer         302 404 403 403 302 403 403 302
reception:ask_for_earlier       GET    ann               302 404 403 403 200 403 403 200
reception:ask_for_earlier       POST   ann               302 404 403 403 409 403 403 409
reception:edit_waiting          GET    ann.wish          302 404 403 403 200 403 403 200
reception:edit_waiting          POST   ann.wish          302 404 403 403 409 403 403 409
reception:take_off              GET    ann.wish          302 404 403 403 405 403 403 405
reception:take_off              POST   ann.wish          302 404 403 403 409 403 403 409
reception:slot_offer            GET    token=none        404 404 404 404 404 404 404 404
reception:answer_slot_offer     GET    token=none        405 405 405 405 405 405 405 405
reception:answer_slot_offer     POST   token=none        404 404 404 404 404 404 404 404
reception:stop_by_offer         GET    token=none        405 405 405 405 405 405 405 405
reception:stop_by_offer         POST   token=none        404 404 404 404 404 404 404 404
reception:messages              GET    -                 302 404 403 403 200 403 403 200
reception:send_message_again    GET    ann.message       302 404 403 403 405 403 403 405
reception:send_message_again    POST   ann.message       302 404 403 403 302 403 403 302
reception:mark_message_as_sent  GET    ann.message       302 404 403 403 405 403 403 405
reception:mark_message_as_sent  POST   ann.message       302 404 403 403 302 403 403 302
reception:cancel_message        GET    ann.message       302 404 403 403 405 403 403 405
reception:cancel_message        POST   ann.message       302 404 403 403 302 403 403 302
reception:see_to_answer         GET    ann.answer        302 404 403 403 405 403 403 405
reception:see_to_answer         POST   ann.answer        302 404 403 403 302 403 403 302
reception:patient_messages      GET    ann               302 404 403 403 200 403 403 200
reception:opt_out               GET    ann               302 404 403 403 405 403 403 405
reception:opt_out               POST   ann               302 404 403 403 409 403 403 409
reception:appointment_calendar  GET    ann.appointment   302 404 200 200 200 403 403 200
reception:calendar_by_link      GET    token=wrong       404 404 404 404 404 404 404 404
reception:answer_appointment    GET    token=wrong       404 404 404 404 404 404 404 404
reception:confirm_by_link       GET    token=wrong       405 405 405 405 405 405 405 405
reception:confirm_by_link       POST   token=wrong       404 404 404 404 404 404 404 404
reception:cancel_by_link        GET    token=wrong       405 405 405 405 405 405 405 405
reception:cancel_by_link        POST   token=wrong       404 404 404 404 404 404 404 404
reception:another_time_by_link  GET    token=wrong       405 405 405 405 405 405 405 405
reception:another_time_by_link  POST   token=wrong       404 404 404 404 404 404 404 404
reception:stop_by_link          GET    token=wrong       405 405 405 405 405 405 405 405
reception:stop_by_link          POST   token=wrong       404 404 404 404 404 404 404 404
reception:appointment_letter    GET    ann.appointment   302 404 200 200 200 403 403 200
reception:day_list              GET    -                 302 404 200 200 200 403 403 200
reception:my_calendar           GET    -                 302 404 200 200 403 403 403 200
reception:make_my_calendar      GET    -                 302 404 405 405 403 403 403 405
reception:make_my_calendar      POST   -                 302 404 422 422 403 403 403 422
reception:stop_my_calendar      GET    -                 302 404 405 405 403 403 403 405
reception:stop_my_calendar      POST   -                 302 404 302 302 403 403 403 302
reception:provider_calendar     GET    token=wrong       404 404 404 404 404 404 404 404
reception:withdraw_consent      GET    ann.consent       302 404 403 403 200 403 403 200
reception:withdraw_consent      POST   ann.consent       302 404 403 403 409 403 403 409
reception:record_consent        GET    ann.consent_form  302 404 403 403 200 403 403 200
reception:record_consent        POST   ann.consent_form  302 404 403 403 409 403 403 409
reception:add_phone             GET    ann               302 404 403 403 200 403 403 200
reception:add_phone             POST   ann               302 404 403 403 409 403 403 409
reception:edit_phone            GET    ann.phone         302 404 403 403 200 403 403 200
reception:edit_phone            POST   ann.phone         302 404 403 403 409 403 403 409
reception:remove_phone          GET    ann.phone         302 404 403 403 200 403 403 200
reception:remove_phone          POST   ann.phone         302 404 403 403 409 403 403 409
reception:add_contact           GET    ann               302 404 403 403 200 403 403 200
reception:add_contact           POST   ann               302 404 403 403 409 403 403 409
reception:edit_contact          GET    ann.contact       302 404 403 403 200 403 403 200
reception:edit_contact          POST   ann.contact       302 404 403 403 409 403 403 409
reception:remove_contact        GET    ann.contact       302 404 403 403 200 403 403 200
reception:remove_contact        POST   ann.contact       302 404 403 403 409 403 403 409
reception:state_reason          GET    ann               302 404 302 302 302 302 403 302
reception:state_reason          POST   ann               302 404 409 409 409 409 403 409
"""

BACK_OFFICE = """
model                          Sta  Adm
reception_patient              v    vac
reception_insurance            vac  vacd
reception_provider             vac  vac
reception_room                 vacd vacd
reception_appointment          -    vac
reception_place                vac  vac
reception_providerexception    vacd vacd
reception_holiday              vacd vacd
reception_appointmenttype      vac  vac
reception_consentform          vac  vac
reception_consent              v    v
reception_appointmentevent     -    v
reception_appointmentanswer    -    v
reception_appointmentseries    -    v
reception_messageoptout        -    v
reception_roomstay             -    v
reception_visit                v    v
reception_message              -    v
reception_messagetemplate      -    vac
reception_outboxdelivery       -    v
"""
