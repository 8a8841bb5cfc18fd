//! The constants of the simulation, each with its evidence.
//!
//! No number of the model stands in Rust: they live in `assets/model/default.ron`, each with a value, a range
//! for sweeps, the grade of its evidence and the place it comes from. The equations that use them are
//! documented in the domain that computes them.

use serde::{Deserialize, Serialize};

/// One constant with its evidence.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Constant {
    /// The value that is used.
    pub value: f64,
    /// The range for sweeps.
    pub range: (f64, f64),
    /// The grade of the evidence: V, Sec, Mem+, Mem0, Mem-, A or D.
    pub grade: String,
    /// What it is based on.
    pub basis: String,
}

/// Declares the struct of all constants once: name and meaning.
macro_rules! constants {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// All constants of the simulation.
        #[derive(Clone, Debug, Deserialize, Serialize)]
        #[serde(deny_unknown_fields)]
        pub struct Model {
            $($(#[$doc])* pub $name: Constant,)*
        }

        impl Model {
            /// Goes through all constants with their names, in order.
            pub fn constants(&self) -> impl Iterator<Item = (&'static str, &Constant)> {
                [$((stringify!($name), &self.$name)),*].into_iter()
            }

            /// Returns a constant by its name.
            fn constant_mut(&mut self, name: &str) -> Option<&mut Constant> {
                match name {
                    $(stringify!($name) => Some(&mut self.$name),)*
                    _ => None,
                }
            }
        }
    };
}

/// Why a constant cannot have a value.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ValueOutOfRange {
    /// There is no such constant.
    #[error("the model has no constant `{0}`")]
    Unknown(String),
    /// The value lies outside what the evidence allows.
    #[error("`{name}` must be between {} and {}, not {value}", range.0, range.1)]
    Outside {
        /// The constant.
        name: String,
        /// The value that was asked for.
        value: f64,
        /// The range for sweeps.
        range: (f64, f64),
    },
    /// The scenario cannot be loaded with it.
    #[error("the scenario cannot be loaded with this value of `{0}`")]
    Unusable(String),
}

impl Model {
    /// Returns the model with another value for one constant, within its range for sweeps.
    ///
    /// # Errors
    /// Where there is no such constant, or the value lies outside its range.
    pub fn with(&self, name: &str, value: f64) -> Result<Model, ValueOutOfRange> {
        let mut model = self.clone();
        let constant = model.constant_mut(name).ok_or_else(|| ValueOutOfRange::Unknown(name.to_owned()))?;
        let (low, high) = constant.range;
        if !(low..=high).contains(&value) {
            return Err(ValueOutOfRange::Outside { name: name.to_owned(), value, range: constant.range });
        }
        constant.value = value;
        Ok(model)
    }
}

constants! {
    /// Rise time of the news forcing, hours.
    news_rise_hours,
    /// Decay time of the news forcing, hours.
    news_decay_hours,
    /// Decay time of the mainstream kernel, hours.
    news_kernel_hours,
    /// Decay time of the social kernel, hours.
    social_kernel_hours,
    /// Offspring in the news of one news item.
    news_to_news,
    /// Offspring in the news of one social item.
    social_to_news,
    /// Offspring on social networks of one news item.
    news_to_social,
    /// Offspring on social networks of one social item.
    social_to_social,
    /// Delay from news to social networks, hours.
    news_to_social_delay_hours,
    /// Shot of the first disclosure by the organization.
    shot_disclosure,
    /// Shot of a revelation by somebody else before any disclosure.
    shot_leak,
    /// Shot of a confirmation or a later statement.
    shot_update,
    /// Shot of an upward revision.
    shot_revision,
    /// Shot of an assurance that turns out false.
    shot_reversal,
    /// Shot of an unanswered inquiry.
    shot_no_comment,
    /// Shot of a missed clock becoming known.
    shot_clock_missed,
    /// Age from which a shot falls as a power law, hours.
    news_tail_after_hours,
    /// Exponent of that power law.
    news_tail_exponent,
    /// Background rate of the news about the organization.
    news_background,
    /// Loss of public attention per standard deviation of other news, as an exponent.
    news_congestion,
    /// Amplitude of the news day; 0 switches it off.
    news_day_amplitude,
    /// Hour of the day at which the news is loudest.
    news_day_peak_hour,
    /// News on Saturday and Sunday relative to a weekday; 1 switches it off.
    news_weekend,
    /// What full anger adds to the spectral radius of attention.
    heat_anger,
    /// What full novelty adds to the spectral radius of attention.
    heat_novelty,
    /// What the full suspicion of a cover-up adds to the spectral radius of attention.
    heat_cover_up,
    /// The largest spectral radius of attention.
    heat_ceiling,
    /// Half-life of novelty, hours.
    novelty_half_life_hours,
    /// What a sign of hiding adds to the suspicion of a cover-up, as a share of what is missing.
    suspicion_step,
    /// Half-life of that suspicion, hours.
    suspicion_half_life_hours,
    /// Attention of the trade press relative to the forcing.
    trade_share,
    /// Time constant with which searches follow attention, hours.
    search_kernel_hours,
    /// Shape of the time to the first foreign market.
    border_shape,
    /// Scale of the time to the first foreign market, hours.
    border_scale_hours,
    /// Mean time after which another foreign market follows the first, hours.
    border_follow_hours,
    /// Foreign markets.
    border_markets,
    /// Shot of the charge that a disclosure was buried.
    shot_buried,
    /// How long after a buried disclosure the charge is made, hours.
    buried_delay_hours,
    /// Other news, in standard deviations, from which a disclosure counts as buried.
    buried_pressure,
    /// Hours after the first suspicion from which a disclosure could have come on another day.
    buried_after_hours,
    /// Chance that an outlet takes up an item of no size.
    pickup_base,
    /// What an item of size 1 adds to that chance.
    pickup_size,
    /// What trade attention of 1 adds to that chance.
    pickup_trade,
    /// The chance for a story outside an outlet's beat, relative to one within it.
    pickup_off_beat,
    /// What being refused or misled adds to an outlet's grievance at full memory.
    grievance_step,
    /// Half-life of a grievance, hours.
    grievance_half_life_hours,
    /// How much a full grievance lowers an outlet's stance.
    grievance_tone,
    /// Chance that an outlet that writes a story also asks a question.
    question_base,
    /// What full reach adds to that chance.
    question_reach,
    /// What a full grievance adds to that chance.
    question_grievance,
    /// How long before it prints an outlet wants its answer, hours.
    question_print_hours,
    /// The shortest time that an outlet gives for an answer, hours.
    question_least_hours,
    /// The longest time that an outlet gives for an answer, hours.
    question_longest_hours,
    /// Share of an outlet's grievance that an answer with substance takes.
    question_relief,
    /// Chance per hour to hear of it at news attention 1 and full reach.
    hearing_per_hour,
    /// Chance per hour of a direct message being read.
    message_read_per_hour,
    /// Factor on trust lost per unit of negative exposure and hour.
    trust_loss,
    /// Factor on trust gained per unit of positive exposure and hour.
    trust_gain,
    /// Return of trust to its anchor, per hour.
    trust_return_per_hour,
    /// Trust lost per hour at full exposure, blame and no empathy.
    trust_blame,
    /// Anger gained per hour at full exposure and blame.
    anger_gain,
    /// Half-life of anger, hours.
    anger_half_life_hours,
    /// Fear gained per hour by an affected customer at full exposure and severity.
    fear_gain,
    /// Half-life of fear, hours.
    fear_half_life_hours,
    /// Share of the effect on customers who are aware but not affected.
    unaffected_share,
    /// Excess chance per day to leave, for an aware customer at rest.
    leave_per_day,
    /// Effect of fear on leaving, in the exponent.
    leave_fear,
    /// Effect of anger on leaving, in the exponent.
    leave_anger,
    /// Effect of lost trust on leaving, in the exponent.
    leave_trust,
    /// Effect of patronage on leaving, in the exponent.
    leave_patronage,
    /// Effect of switch cost on leaving, in the exponent.
    leave_switch_cost,
    /// Hazard per hour of a leak from inside, per person who knows.
    leak_per_person_hour,
    /// Hazard per hour of discovery from outside at full visibility.
    leak_visible_hour,
    /// Growth of the information vacuum per hour at attention 1.
    vacuum_growth,
    /// Fall of the information vacuum per hour at full specific information.
    vacuum_fall,
    /// What a rumor that everybody believes adds to the growth of the vacuum, relative to attention.
    vacuum_rumor,
    /// Contact rate of the rumor, per hour at attention 1.
    rumor_contact,
    /// Contact rate of the doubters, per hour at attention 1.
    rumor_doubt,
    /// Share of those reached who believe the rumor at once.
    rumor_at_once,
    /// Share of those reached by doubters who doubt at once.
    rumor_doubt_at_once,
    /// Rate at which the exposed come to believe by contact, per hour.
    rumor_persuasion,
    /// Rate at which the exposed come to believe by themselves, per hour.
    rumor_incubation,
    /// Rate at which full specific information turns the exposed into doubters, per hour.
    rumor_official,
    /// How much full specific information raises the doubters' contact rate and share.
    rumor_information,
    /// How much full silence raises the incubation.
    rumor_silence,
    /// Rate at which the rumor starts by itself, per hour at attention 1 and full vacuum.
    rumor_seed,
    /// Rate at which believers let the rumor go, per hour.
    rumor_fade,
    /// Share of believers from which a rumor is big.
    rumor_alarm,
    /// Credibility factor of an upward revision.
    credibility_revision,
    /// Credibility factor of a reversed claim.
    credibility_reversal,
    /// Credibility factor of a broken promise.
    credibility_broken_promise,
    /// Credibility factor of an unanswered inquiry.
    credibility_no_comment,
    /// Credibility gained by telling first, at full specificity and no spin.
    credibility_first,
    /// Credibility gained per specific later statement, as a share of what is missing.
    credibility_update,
    /// Credibility lost at once by being told on.
    credibility_exposed,
    /// Share by which perceived responsibility closes on the truth per revelation.
    responsibility_revelation,
    /// Responsibility added by a reversed claim.
    responsibility_reversal,
    /// Responsibility added by being told on.
    responsibility_exposed,
    /// Responsibility added per earlier breach.
    responsibility_history,
    /// Responsibility taken away by a full apology that fits.
    responsibility_apology,
    /// Responsibility added by blaming somebody else.
    responsibility_scapegoat,
    /// Responsibility the public assumes before it knows anything.
    responsibility_prior,
    /// Hazard per hour that a false claim is found out while nobody looks.
    reversal_quiet_hour,
    /// The same, in addition, at news attention 1.
    reversal_news_hour,
    /// Share of bad news that misses a customer who was told directly and specifically.
    inoculation,
    /// Negativity of the news by itself.
    tone_base,
    /// Negativity added at full responsibility.
    tone_responsibility,
    /// Negativity added at a full information vacuum.
    tone_vacuum,
    /// Negativity taken away by believed and specific official information.
    tone_official,
    /// Negativity taken away by full empathy.
    tone_empathy,
    /// Loss of the trust ceiling by delay, at most.
    delay_ceiling_loss,
    /// Time constant of the delay, hours.
    delay_hours,
    /// Loss of the trust ceiling by being found out.
    exposed_ceiling_loss,
    /// Effect of a functional remedy on fear, per hour and share of what is expected.
    remedy_fear,
    /// Effect of money on anger, per hour and share of what is expected.
    remedy_anger,
    /// How much what is missing from the expected hurts, relative to what is given.
    remedy_missing,
    /// How much more than expected hurts, relative to what is given.
    remedy_excess,
    /// Half-life of wavering for having heard of a breach at all, days.
    waver_half_life_days,
    /// Contacts per aware customer and hour at full fear or anger.
    contacts_per_hour,
    /// Anger added per hour for the aware at a wait of one hour.
    wait_anger,
    /// Posts per aware customer and hour at full anger.
    posts_per_hour,
    /// Chance that a post answers an earlier one.
    post_reply,
    /// Chance that a post echoes a narrative of full strength.
    post_echo,
    /// Growth of a narrative per hour at attention 1 and full occasion.
    narrative_growth,
    /// Half-life of a narrative, hours.
    narrative_half_life_hours,
    /// Strength at which a narrative has formed.
    narrative_forms,
    /// Strength below which a formed narrative has faded.
    narrative_fades,
    /// Share of a narrative that a round of personal replies takes away.
    narrative_reply,
    /// Posts that listening reads in a quarter of an hour at attention 1.
    sample_posts,
    /// People whom a survey of trust asks in a quarter of an hour.
    sample_panel,
    /// Standard deviation of trust between people.
    sample_trust_spread,
    /// Effect of a good reply on anger, as a share of it.
    reply_relief,
    /// Negative share at which a narrative is forming.
    narrative_alarm,
    /// Loss of approval speed without a lawyer, as a factor on durations of statements.
    approval_without_lawyer,
    /// Slower forensic work without the lead investigator, as a factor.
    forensics_without_investigator,
    /// Share of revenue that is made while the shop is degraded.
    revenue_degraded,
    /// Revenue of the busiest hour relative to the mean.
    revenue_peak,
    /// How far the prior trust of a customer may lie from its segment's mean.
    trust_spread,
    /// Share of the pull that goes to peers rather than to the own anchor.
    peer_weight,
    /// Bounded confidence: peers further away than this do not count.
    peer_confidence,
    /// Chance per hour that a fully upset customer tells each of those it knows.
    talk_per_hour,
    /// Share of the damage that full goodwill takes away.
    halo,
    /// Standard deviation of trust, by which reputation is measured.
    reputation_sd,
    /// Rate at which a customer begins to hold spending back, per hour.
    held_rise_per_hour,
    /// Half-life of spending held back, weeks.
    held_half_life_weeks,
    /// The most of its spending that a wary customer holds back at first.
    held_most,
    /// Drive from which the most sensitive customer holds back.
    held_from,
    /// Further drive until the least sensitive customer holds back.
    held_spread,
    /// Drive over which a customer goes from nothing to the most.
    held_ramp,
    /// How far functional help counts against anger, with money as 1.
    remedy_help_on_anger,
    /// How far money counts against fear, with functional help as 1.
    remedy_money_on_fear,
    /// Empathy that telling first is taken for.
    empathy_first,
    /// Weight of a matched response in the tone of the news, at full credibility.
    tone_match,
    /// Weight of a remedy that meets expectations in the tone of the news.
    tone_remedy,
    /// Factor on credibility for a downward revision.
    credibility_downward,
    /// Share added to responsibility where a reversed claim was a lie.
    responsibility_deception,
    /// Factor on the hazard that a false claim is found out while another audience knows the truth.
    two_stories,
    /// Years after which an earlier breach weighs only a third.
    history_years,
    /// Revenue of a Saturday or Sunday relative to the mean day.
    revenue_weekend,
    /// Time constant with which compensation that was offered is claimed and paid, hours.
    remedy_claim_hours,
    /// Day-0 fall of the share price by itself, percent.
    share_base,
    /// The same, added at full severity, percent.
    share_severity,
    /// The same, added at full responsibility, percent.
    share_blame,
    /// The same, added where somebody else told first, percent.
    share_told_on,
    /// Scale of the day-0 abnormal return, percent.
    share_spread,
    /// Loss of the investors' reaction per standard deviation of other news, as an exponent.
    share_congestion,
    /// Share of the first fall that returns without a new shock.
    share_returns,
    /// Days after which that has returned, at the soonest.
    share_return_soonest_days,
    /// Days after which that has returned, at the latest.
    share_return_latest_days,
    /// Hour at which trading begins.
    share_opening_hour,
    /// Hour at which trading ends.
    share_closing_hour,
    /// Factor on credibility where an authority contradicts the organization in public.
    credibility_contradicted,
    /// Share added to responsibility where an authority contradicts.
    responsibility_contradicted,
    /// Factor on credibility for an executive gaffe.
    credibility_gaffe,
    /// Spin of a statement that belittles, 0 to 1.
    spin_minimizes,
    /// Spin of one that shifts the blame.
    spin_blames,
    /// Spin of one that advertises.
    spin_sells,
    /// Factor on perceived empathy for an executive gaffe.
    empathy_gaffe,
    /// Shot of a contradiction by an authority.
    shot_contradiction,
    /// Shot of data published by the attackers.
    shot_dump,
    /// Chance that attackers who were paid keep their word.
    extortion_honored,
    /// Share of the countdown after which an unanswered demand is followed by proof.
    extortion_patience,
    /// Hazard per hour of proof once the demand was refused or the breach was minimized.
    extortion_proof_hour,
    /// Shot of proof posted by the attackers.
    shot_proof,
    /// How long a contact waits before it is given up, hours.
    call_patience_hours,
    /// Share of given-up contacts that try again.
    call_redial_share,
    /// How long until a given-up contact tries again, hours.
    call_redial_hours,
    /// Hours of work at full load until somebody is spent.
    fatigue_hours,
    /// Hours of rest until somebody spent is fresh.
    rest_hours,
    /// Share by which works of somebody spent take longer.
    fatigue_slowness,
    /// Share of a statement's time that its approval takes.
    approval_share,
    /// Factor on investigations once no data leaves any more.
    forensics_contained,
    /// Fatigue beyond which errors happen.
    error_fatigue,
    /// Chance of an error in a work of somebody spent.
    error_most,
    /// Share of its time that a work takes longer after an error.
    error_rework,
    /// Share of slips that an approver who is awake finds.
    error_caught,
    /// Factor on credibility for a slip.
    credibility_slip,
    /// Shot of a slip.
    shot_slip,
    /// Time until what one role knows is known to everybody at work, hours.
    briefing_hours,
    /// Factor by which no morale at all raises leaks from inside, less one.
    leak_morale,
    /// Share of morale that fatigue of all takes.
    morale_fatigue,
    /// Share of morale that is lost while the staff are not told.
    morale_untold,
    /// Time constant of that loss, hours.
    morale_hours,
    /// How long an authority waits to be told once the breach is public, hours.
    authority_patience_hours,
    /// Time in which a party that was not told still counts as told with the public, hours.
    press_grace_hours,
    /// How long card brands and acquirers wait to be told, hours.
    card_patience_hours,
    /// Cost of the investigator they demand, days of revenue.
    card_investigator_days,
    /// What each of them assesses where it learned of the breach from the press, days of revenue.
    card_assessment_days,
    /// Share of that where it was told, but late.
    card_late,
    /// How long an insurer waits for its notice, hours.
    insurer_patience_hours,
    /// Share of the costs of the response that an insurer told late leaves to the firm.
    insurer_uncovered,
    /// Shot of a partner that keeps its distance.
    shot_partner,
    /// Shot of an authority that asks in public why it was not told.
    shot_authority,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::file::dialect;

    #[test]
    fn every_constant_has_a_grade_and_lies_in_its_range() {
        let text =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/model/default.ron")).unwrap();
        let model: Model = dialect().from_str(&text).unwrap();
        assert!(model.constants().count() > 100, "{}", model.constants().count());
        for (name, constant) in model.constants() {
            let (low, high) = constant.range;
            assert!(low <= constant.value && constant.value <= high, "{name}");
            assert!(["V", "Sec", "Mem+", "Mem0", "Mem-", "A", "D"].contains(&constant.grade.as_str()), "{name}");
            assert!(!constant.basis.is_empty(), "{name}");
        }
    }
}
