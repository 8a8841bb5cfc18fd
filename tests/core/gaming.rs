//! Strategies that must not pay: clicking everything, templates, empty words, denial, pasted reviews. The
//! autopilots that follow them are defined here because only this test needs them.

use goldenhour_core::decision::{Content, Decision};
use goldenhour_core::ensemble;
use goldenhour_core::ensemble::autopilot::{self, Autopilot};
use goldenhour_core::scenario::{AudienceKind, ClaimNature};
use goldenhour_core::scoring::{CriterionScore, Scorecard};
use goldenhour_core::session::Session;
use goldenhour_core::simulation::{AskView, InquiryView, OptionView, Situation};
use goldenhour_core::statement::{Claim, Says, Statement, draft};

use crate::support::{self, SKIMMER, at, played, session};

fn decision(situation: &Situation, option: &OptionView, content: Content) -> Decision {
    Decision {
        at: situation.now,
        by: option.role.clone(),
        action: option.action.clone(),
        content,
        rationale: "Because we can do it right now".to_owned(),
        confidence: 5.try_into().ok(),
    }
}

fn open(situation: &Situation) -> impl Iterator<Item = &OptionView> {
    situation.options.iter().filter(|option| option.blocked.is_none() && option.role_blocked.is_none())
}

/// Takes every action as early and as often as possible, with one statement for all of them.
#[derive(Default)]
struct Spammer {
    template: Option<Statement>,
}

impl Autopilot for Spammer {
    fn decide(&mut self, situation: &Situation) -> Vec<Decision> {
        let template = self.template.get_or_insert_with(|| template(situation));
        let inquiry = situation.inbox.iter().find(|item| matches!(item.inquiry, Some(InquiryView::Open(_))));
        let content = |option: &OptionView| match &option.asks {
            AskView::Nothing => Some(Content::Nothing),
            AskView::Statement(_) => Some(Content::Statement(template.clone())),
            AskView::Reply => Some(Content::Reply { inquiry: inquiry?.inject.clone(), statement: template.clone() }),
            AskView::Choice(choices) => Some(Content::Choice(choices.first()?.id.clone())),
        };
        open(situation).filter_map(|option| Some(decision(situation, option, content(option)?))).collect()
    }
}

/// A statement of what is known in the first minute, with "not known yet" for every other topic.
fn template(situation: &Situation) -> Statement {
    let claim = |topic: &goldenhour_core::simulation::TopicView| Claim {
        topic: topic.id.clone(),
        says: match topic.claims.iter().find(|claim| claim.known && claim.nature != ClaimNature::Blames) {
            Some(claim) => Says::Option(claim.id.clone()),
            None => Says::NotKnownYet,
        },
    };
    Statement {
        claims: situation.topics.iter().map(claim).collect(),
        text: "We take this seriously and will say more when we can.".to_owned(),
        ..Statement::default()
    }
}

/// Denies, plays down and blames, in public and in every reply; does as little as possible.
struct Stonewall;

impl Autopilot for Stonewall {
    fn decide(&mut self, situation: &Situation) -> Vec<Decision> {
        let denial = denial(situation);
        let inquiry = situation.inbox.iter().find(|item| matches!(item.inquiry, Some(InquiryView::Open(_))));
        let exposed = situation.exposed.is_some();
        let content = |option: &OptionView| match &option.asks {
            AskView::Statement(AudienceKind::Public) if exposed && !option.done => {
                Some(Content::Statement(denial.clone()))
            }
            AskView::Reply => Some(Content::Reply { inquiry: inquiry?.inject.clone(), statement: denial.clone() }),
            // Actions that serve no criterion are typically cover-ups.
            AskView::Nothing if option.serves.is_empty() && !option.done => Some(Content::Nothing),
            _ => None,
        };
        open(situation).filter_map(|option| Some(decision(situation, option, content(option)?))).collect()
    }
}

fn denial(situation: &Situation) -> Statement {
    let claim = |topic: &goldenhour_core::simulation::TopicView| {
        let wanted = [ClaimNature::Blames, ClaimNature::Minimizes, ClaimNature::Reassures];
        let claim = wanted.iter().find_map(|nature| topic.claims.iter().find(|claim| claim.nature == *nature))?;
        Some(Claim { topic: topic.id.clone(), says: Says::Option(claim.id.clone()) })
    };
    Statement {
        claims: situation.topics.iter().filter_map(claim).collect(),
        text: "There is no cause for concern.".to_owned(),
        ..Statement::default()
    }
}

fn play(mut player: impl Autopilot, seed: u64) -> Session {
    let mut session = session(SKIMMER, seed);
    let end = session.scenario().end();
    autopilot::play(&mut session, &mut player, end, &mut |_| {}).unwrap();
    session
}

fn credits(card: &Scorecard) -> String {
    let criteria = card.playbook.steps.iter().flat_map(|step| &step.criteria);
    criteria.map(|c| format!("{}:{:.2}", c.id, c.credit().unwrap_or(-1.0))).collect::<Vec<_>>().join(" ")
}

#[test]
fn clicking_everything_with_one_text_does_not_pay() {
    for seed in 1..=2 {
        let mut session = play(Spammer::default(), seed);
        assert!(
            session.decisions().count() > 60,
            "expected more than 60 decisions, got {}",
            session.decisions().count()
        );
        let card = ensemble::score(&mut session);
        assert!(card.playbook.total <= 45.0, "{:.1}: {}", card.playbook.total, credits(&card));
    }
}

/// Returns the credit of a criterion when the only statement is made at T+00:30 with the given words.
fn credit_of(criterion: &str, words: impl Fn(&Session, &mut Statement)) -> f64 {
    let mut session = session(SKIMMER, 1);
    session.advance_to(at("T+00:30")).unwrap();
    let mut said = template(&session.situation());
    words(&session, &mut said);
    let scenario = session.scenario().clone();
    session.decide(support::decision(&scenario, "T+00:30", "holding-statement", Content::Statement(said))).unwrap();
    session.advance_to(at("T+06:00")).unwrap();
    let card = ensemble::score(&mut session);
    let mut criteria = card.playbook.steps.iter().flat_map(|step| &step.criteria);
    criteria
        .find(|found| found.id.as_str() == criterion)
        .and_then(CriterionScore::credit)
        .expect("the criterion is scored")
}

#[test]
fn claims_missing_from_the_text_lose_credit() {
    for criterion in ["4.1", "4.3", "4.6", "4.8"] {
        let written = credit_of(criterion, |session, said| said.text = draft(said, session.scenario()));
        let hollow = credit_of(criterion, |_, said| said.text = "Your trust is our top priority.".to_owned());
        assert!(hollow < 0.75 * written, "{criterion}: {hollow} without matching text, {written} with it");
    }
}

#[test]
fn denial_does_not_pay() {
    for seed in 1..=2 {
        let mut session = play(Stonewall, seed);
        assert!(!session.timeline().publications.is_empty(), "no denial was published");
        let card = ensemble::score(&mut session);
        assert!(card.playbook.total <= 25.0, "{:.1}: {}", card.playbook.total, credits(&card));
    }
}

#[test]
fn autopilots_score_within_their_expected_ranges() {
    for seed in 1..=2 {
        let total = |mut session: Session| ensemble::score(&mut session).playbook.total;
        let playbook = total(played("playbook", seed));
        let hasty = total(played("hasty", seed));
        assert!(playbook >= 85.0, "{playbook}");
        assert!((35.0..=65.0).contains(&hasty), "{hasty}");
        assert!(total(played("silent", seed)) < 1.0);
    }
}
