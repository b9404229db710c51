//! How it was done, what was targeted, and what a text says around it: sentence by sentence.

use super::rules;
use crate::About;
use dossier_model::{ClaimKind, Hedge};

/// The values of `kind` that `sentence` yields in a report that accuses Meridian Works of copying the model Corvid.
fn values(kind: ClaimKind, sentence: &str) -> Vec<String> {
    let setting = "Halden has accused Meridian Works of copying its Corvid model through queries.";
    let text = format!("{setting}\n{sentence}");
    let published = "2026-05-06".parse().ok();
    let about = About { title: None, publisher: Some("The Ledger Post"), published: published.as_ref(), ..About::default() };
    let start = u32::try_from(setting.chars().count()).unwrap();
    rules(&text, &about)
        .into_iter()
        .filter(|claim| claim.kind == kind && claim.quotes.first().start > start)
        .filter_map(|claim| claim.value)
        .collect()
}

#[track_caller]
fn check(kind: ClaimKind, rows: &[(&str, &[&str])]) {
    for (sentence, expect) in rows {
        assert_eq!(&values(kind, sentence), expect, "{sentence}");
    }
}

#[test]
fn a_method_is_a_noun_that_names_how() {
    check(
        ClaimKind::Method,
        &[
            ("It opened 9,000 fraudulent Corvid accounts.", &["fraudulent accounts"]),
            ("The accounts with false identity papers were opened in March.", &["accounts with false identity papers"]),
            (
                "Traffic ran through residential proxies and 600 compromised routers.",
                &["residential proxies", "compromised routers"],
            ),
            ("They logged on with credentials bought from criminal brokers.", &["credentials bought from criminal brokers"]),
            (
                "The men submitted forged end-user certificates and set up shell companies.",
                &["forged end-user certificates", "shell companies"],
            ),
            ("He conspired with freight-forwarding firms in two countries.", &["freight-forwarding firms"]),
            ("A trader, acting as a middleman, compiled fake paperwork.", &["middleman", "fake paperwork"]),
            ("He uploaded 1,264 files to a personal cloud account.", &["personal cloud account"]),
            ("They sent spear-phishing emails and installed a custom backdoor.", &["spear-phishing emails", "custom backdoor"]),
            ("The workers hid behind stolen identities and laptop farms.", &["stolen identities", "laptop farms"]),
            ("Cargo moved by ship-to-ship transfers on a shadow fleet.", &["ship-to-ship transfers", "shadow fleet"]),
            ("Inspectors were shown “dummy” servers.", &["dummy servers"]),
            ("Meridian Works tried to distill Corvid.", &["distill"]),
            ("Meridian Works distilled Corvid, using adversarial distillation.", &["adversarial distillation"]),
        ],
    );
}

#[test]
fn deeds_are_told_of_whoever_is_charged() {
    check(
        ClaimKind::Act,
        &[
            ("Prosecutors say Tarn Freight received more than $17 million.", &["received more than $17 million"]),
            ("The company uses shell firms to hide its orders.", &["uses shell firms to hide its orders"]),
            ("The hackers gave the assistant small tasks.", &["gave the assistant small tasks"]),
            ("They were able to copy the whole archive.", &["copy the whole archive"]),
            ("Meridian Works built a crawler using its answers.", &["built a crawler using its answers"]),
            ("The hackers who hit Halden in a raid have asked for money.", &["hit Halden in a raid", "asked for money"]),
            ("Meridian Works offers a popular app.", &[]),
            ("Meridian Works shocked the industry last year when it launched a powerful model.", &[]),
            ("Halden sent a memo to lawmakers accusing Meridian Works of theft.", &[]),
        ],
    );
}

#[test]
fn groups_are_known_by_what_the_text_calls_them() {
    let acts = |text: &str| {
        let claims = rules(text, &About::default()).into_iter();
        claims.filter(|claim| claim.kind == ClaimKind::Act).filter_map(|claim| claim.value).collect::<Vec<_>>()
    };
    for (text, expect) in [
        ("The threat actor Grey Heron is back. Grey Heron uses stolen keys to read mail.", vec!["uses stolen keys to read mail"]),
        ("Analysts observed the threat actor Grey Heron quietly using rented servers.", vec!["using rented servers"]),
        ("Grey Heron is a hacking group that has been active since 2019, targeting small banks.", vec!["targeting small banks"]),
        ("The Tarn ransomware gang is known for breaching hospitals.", vec!["breaching hospitals"]),
        ("Grey Heron, a threat actor, has not told anybody or breached a bank.", vec![]),
    ] {
        assert_eq!(acts(text), expect, "{text}");
    }
}

#[test]
fn a_list_of_tactics_names_methods_that_no_lexicon_has() {
    check(
        ClaimKind::Method,
        &[
            (
                "Its tactics included prompt chaining, account rotation and the use of student discounts.",
                &["prompt chaining", "account rotation", "student discounts"],
            ),
            ("It has tools against techniques such as prompt chaining.", &[]),
        ],
    );
}

#[test]
fn what_is_not_told_of_the_case_is_no_method() {
    check(
        ClaimKind::Method,
        &[
            ("Companies should watch for shell companies and phishing.", &[]),
            ("Halden improved its tools to detect fake accounts.", &[]),
            ("There is no evidence that malware was used.", &[]),
            ("They are charged with smuggling and money laundering.", &[]),
            ("It cut off 31 of its resellers.", &[]),
            ("He allegedly forged invoices and backdated contracts.", &[]),
            ("Staff were given phishing-resistant keys and malware protection.", &[]),
            ("The Anti-Phishing Act was passed in 2019.", &[]),
            ("Ransomware is malicious software that encrypts files until a payment is made.", &[]),
            ("The gang could turn to deepfakes.", &[]),
        ],
    );
}

#[test]
fn methods_have_their_techniques() {
    check(
        ClaimKind::Technique,
        &[
            ("It registered 300 accounts in the names of students.", &["AML.T0021"]),
            ("They used prompt injection and jailbreaks.", &["AML.T0051", "AML.T0054"]),
            ("They got in with stolen student passwords.", &["AML.T0012"]),
            ("The launderers opened bank accounts under false names.", &[]),
            ("It sold through resellers.", &[]),
        ],
    );
}

#[test]
fn capabilities_are_known_by_their_frame() {
    check(
        ClaimKind::Capability,
        &[
            (
                "The queries concentrated on protein folding, legal reasoning and code review.",
                &["protein folding", "legal reasoning", "code review"],
            ),
            ("It generated 3 million exchanges, most of them on computer vision.", &["computer vision"]),
            (
                "Meridian Works sought to extract Corvid's coding, translation and image-captioning skills.",
                &["coding", "translation", "image-captioning"],
            ),
            ("The campaign was aimed at capabilities such as tool use and self-correction.", &["tool use", "self-correction"]),
            (
                "Meridian Works targeted Corvid's logical and mathematical reasoning.",
                &["logical reasoning", "mathematical reasoning"],
            ),
            ("Meridian Works wanted to improve its own model's agentic coding.", &["agentic coding"]),
            ("Corvid's coding and tool use were targeted.", &["coding", "tool use"]),
            ("The prompts were mostly about organic chemistry and tool use.", &["organic chemistry", "tool use"]),
            (
                "It targeted agentic coding, orchestration, and tool use capabilities.",
                &["agentic coding", "orchestration", "tool use"],
            ),
        ],
    );
}

#[test]
fn what_a_model_is_made_for_was_not_targeted() {
    check(
        ClaimKind::Capability,
        &[
            ("Halden's new model focuses on reasoning and coding.", &[]),
            ("Corvid is known for its tool use.", &[]),
            ("The campaign targeted customers and servers in Asia.", &[]),
            ("It tried to replicate Corvid's capabilities to date.", &[]),
            ("Halden declined to answer questions about reasoning models and trade.", &[]),
            ("The firm improved its detection and monitoring.", &[]),
        ],
    );
}

#[test]
fn an_answer_says_what_was_wanted() {
    let answer = "What did they want from it?\nVoice synthesis mostly, and legal drafting, if you believe the letter.";
    assert_eq!(values(ClaimKind::Capability, answer), ["voice synthesis", "legal drafting"]);
}

#[test]
fn words_are_defined_in_many_ways() {
    check(
        ClaimKind::Definition,
        &[
            (
                "Distillation means training a small model on the answers of a large one.",
                &["training a small model on the answers of a large one"],
            ),
            (
                "Distillation, where a model is trained on another's answers, violates the terms.",
                &["a model is trained on another's answers"],
            ),
            ("Distillation, or training a small model on a large one, is common.", &["training a small model on a large one"]),
            (
                "A “straw buyer” is a person who purchases goods on behalf of another.",
                &["a person who purchases goods on behalf of another"],
            ),
            ("By “copying” this note means only what the owner has forbidden.", &["only what the owner has forbidden"]),
            ("It was copying the answers of a model, a practice known as distillation.", &["copying the answers of a model"]),
            (
                "Transshipment is the practice of sending goods through a third country.",
                &["the practice of sending goods through a third country"],
            ),
            ("Harrowgate is a company that sells chips to other companies.", &[]),
            ("The campaign is a form of theft that harms everybody.", &[]),
            ("It used a technique called “distillation.”", &[]),
        ],
    );
}

#[test]
fn a_definition_is_no_forecast() {
    let text = "Prompt injection is the placing of instructions in content that a model will process later.";
    let claims = rules(text, &About::default());
    let definition = claims.iter().find(|claim| claim.kind == ClaimKind::Definition).unwrap();
    assert_eq!(definition.hedge, Hedge::Asserted);
}

#[test]
fn what_a_word_means_is_nobodys_deed() {
    check(
        ClaimKind::Act,
        &[
            (
                "Halden says Meridian Works harvested its abilities by a practice called distillation — training new models on answers that others generated.",
                &["harvested its abilities by a practice called distillation"],
            ),
            ("Meridian Works trained its models on answers of its rival.", &["trained its models on answers of its rival"]),
        ],
    );
}

#[test]
fn sharing_is_among_those_who_do_it() {
    check(
        ClaimKind::Sharing,
        &[
            ("Halden and Oster have exchanged lists of suspect cards through a forum.", &["lists of suspect cards"]),
            ("Halden shared its findings with the Frontier Forum.", &["its findings"]),
            ("Halden urged Congress to let companies share information about attacks with rivals.", &[]),
            ("The hackers shared data with other criminals.", &[]),
            ("Shares of Halden fell on the information.", &[]),
        ],
    );
}

#[test]
fn terms_forbid_and_are_violated() {
    check(
        ClaimKind::Terms,
        &[
            ("Halden's terms of service forbid using outputs to train rivals.", &["forbid using outputs to train rivals"]),
            ("The accounts broke Halden's terms, it said.", &["broke Halden's terms"]),
            ("The terms of the deal were not disclosed.", &[]),
            ("The deal was struck against the terms of the settlement.", &[]),
        ],
    );
}

#[test]
fn a_copied_model_loses_its_guardrails() {
    check(
        ClaimKind::Safety,
        &[
            ("Models built this way often lack safety guardrails.", &["often lack safety guardrails"]),
            ("An extracted model does not inherit the refusals of its parent.", &["does not inherit the refusals of its parent"]),
            ("Halden has strengthened the safeguards of Corvid.", &[]),
        ],
    );
}
