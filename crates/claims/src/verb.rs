//! Verbs in the form that tells of the past, so that an event bears one name.

/// The form of a verb that tells of the past: one event has one name, whether it is planned, told or reported in the passive.
pub(crate) fn past(verb: &str) -> String {
    const IRREGULAR: &[(&[&str], &str)] = &[
        (&["begin", "begins", "begun"], "began"),
        (&["take", "takes", "taken"], "took"),
        (&["become", "becomes"], "became"),
        (&["come", "comes"], "came"),
        (&["go", "goes", "gone"], "went"),
        (&["meet"], "met"),
        (&["hold"], "held"),
        (&["send"], "sent"),
        (&["leave"], "left"),
        (&["make"], "made"),
        (&["give", "given"], "gave"),
        (&["sell"], "sold"),
        (&["steal", "stolen"], "stole"),
        (&["write", "written"], "wrote"),
        (&["say", "says"], "said"),
        (&["tell"], "told"),
        (&["see", "seen"], "saw"),
        (&["know", "known"], "knew"),
        (&["find"], "found"),
        (&["bring"], "brought"),
        (&["buy"], "bought"),
        (&["build"], "built"),
        (&["keep"], "kept"),
        (&["lose"], "lost"),
        (&["pay"], "paid"),
        (&["run"], "ran"),
        (&["rise"], "rose"),
        (&["fall"], "fell"),
        (&["win"], "won"),
        (&["seek"], "sought"),
        (&["plead", "pleads", "pled"], "pleaded"),
        (&["shows", "show", "shown"], "showed"),
        (&["seize"], "seized"),
    ];
    if let Some((_, past)) = IRREGULAR.iter().find(|(forms, _)| forms.contains(&verb)) {
        return (*past).to_owned();
    }
    let known = IRREGULAR.iter().any(|(_, past)| *past == verb);
    let ends = |end: &str| verb.ends_with(end);
    if known
        || ends("ed")
        || ["put", "cut", "set", "hit", "shut", "read", "struck", "shot", "sued", "fled", "led", "did"].contains(&verb)
    {
        return verb.to_owned();
    }
    let bare = verb.strip_suffix("es").filter(|bare| bare.ends_with(['s', 'x'])).or_else(|| verb.strip_suffix('s'));
    let bare = bare.filter(|bare| !bare.ends_with('s')).unwrap_or(verb);
    // The other irregular forms of the past stay as they are written.
    if verb == bare && !regular(bare) {
        return verb.to_owned();
    }
    match bare.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ied"),
        None if bare.ends_with('e') => format!("{bare}d"),
        None => format!("{bare}ed"),
    }
}

/// Whether a word that is no form in "-ed" is the bare form of a regular verb, and not an irregular past.
fn regular(verb: &str) -> bool {
    const PASTS: &[&str] = &[
        "broke",
        "brought",
        "built",
        "caught",
        "dealt",
        "drew",
        "felt",
        "flew",
        "fought",
        "grew",
        "hid",
        "kept",
        "laid",
        "lost",
        "sought",
        "spent",
        "spoke",
        "spun",
        "swore",
        "taught",
        "understood",
        "withdrew",
        "woke",
        "bought",
        "shown",
    ];
    !PASTS.contains(&verb)
}

#[cfg(test)]
#[test]
fn an_event_has_one_name() {
    for (verb, name) in [
        ("introduce", "introduced"),
        ("vote", "voted"),
        ("begin", "began"),
        ("begun", "began"),
        ("expires", "expired"),
        ("charged", "charged"),
        ("brought", "brought"),
        ("sent", "sent"),
        ("testify", "testified"),
        ("pled", "pleaded"),
        ("led", "led"),
    ] {
        assert_eq!(past(verb), name);
    }
}
