//! What counsel would remind of before a document goes out. Messages for the person who drafts; never part of the document.

use crate::{Context, Draft};

/// The reminders for `draft`. They are general and no legal advice.
pub fn reminders(draft: &Draft, context: &Context<'_>) -> Vec<String> {
    let mut reminders = Vec::new();
    let recipient = context.directory.recipient(&draft.to);
    let enacts = recipient.is_some_and(|recipient| {
        draft.measures.iter().filter_map(|id| recipient.power(id)).any(|power| {
            use dossier_measures::PowerRole;
            matches!(power.role, PowerRole::Enact | PowerRole::Oversee)
        })
    });
    let what = if enacts { "asking Congress for legislation or oversight" } else { "asking an executive official for action" };
    reminders.push(format!(
        "Lobbying: {what} can be a lobbying contact under the Lobbying Disclosure Act (2 U.S.C. 1601 and following). Ask counsel whether the sender is registered, and whether this belongs in the next report."
    ));
    reminders.push(
        "False statements: a materially false statement or omission to Congress or an agency can be a crime (18 U.S.C. 1001). Have a person who knows the facts read each sentence against its footnote.".to_owned(),
    );
    let rule = match draft.to.as_str() {
        "bis" => "15 C.F.R. 4.9 (Department of Commerce) and 50 U.S.C. 4820(h)",
        "ofac" => "31 C.F.R. 1.5 (Department of the Treasury)",
        _ => "the agency's own rules",
    };
    let freedom = if draft.to.as_str().starts_with("senate") || draft.to.as_str().starts_with("house") {
        "Confidentiality: Congress is not bound by the Freedom of Information Act, and can publish what it is sent. Agree on handling with staff before sending anything that is not public.".to_owned()
    } else {
        format!(
            "Confidentiality: what an agency receives can be asked for under the Freedom of Information Act. To protect trade secrets and confidential business information (exemption 4, 5 U.S.C. 552(b)(4)), send a request for confidential treatment with it and mark the pages, under {rule}."
        )
    };
    reminders.push(freedom);
    let case = context.case;
    let unreviewed = super::cited_sources(draft, case)
        .into_iter()
        .filter_map(|id| case.source(id))
        .filter(|source| source.handling == dossier_model::Handling::Unreviewed)
        .count();
    if unreviewed > 0 {
        reminders.push(format!(
            "Handling: {} cited here {} not been reviewed for privilege and confidentiality (`dossier source FILE ID --set handling=public`).",
            crate::write::words::counted(unreviewed, "source", "sources"),
            if unreviewed == 1 { "has" } else { "have" }
        ));
    }
    reminders
}
