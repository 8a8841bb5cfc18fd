//! Constants of the simulation, each with its evidence.
//!
//! The numbers of the model are not hard-coded. They are stored in `assets/model/default.ron`, each with a value, a
//! range for sensitivity sweeps, an evidence grade and its basis. The equations that use them are documented in the
//! respective modules of the simulation.

use serde::{Deserialize, Serialize};

/// A model constant with its evidence.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Constant {
    /// Value used in the simulation.
    pub value: f64,
    /// Range for sensitivity sweeps, inclusive.
    pub range: (f64, f64),
    /// Evidence grade: V (verified), Sec (secondary source), Mem+, Mem0 or Mem- (cited from memory), A (assumption)
    /// or D (derived).
    pub grade: String,
    /// Source or reasoning behind the value.
    pub basis: String,
}

/// Declares the struct of all constants, so that each name is listed only once.
macro_rules! constants {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// All constants of the simulation.
        #[derive(Clone, Debug, Deserialize, Serialize)]
        #[serde(deny_unknown_fields)]
        pub struct Model {
            $($(#[$doc])* pub $name: Constant,)*
        }

        impl Model {
            /// Iterates over all constants with their names, in order of declaration.
            pub fn constants(&self) -> impl Iterator<Item = (&'static str, &Constant)> {
                [$((stringify!($name), &self.$name)),*].into_iter()
            }

            /// Returns a mutable reference to the constant with this name.
            fn constant_mut(&mut self, name: &str) -> Option<&mut Constant> {
                match name {
                    $(stringify!($name) => Some(&mut self.$name),)*
                    _ => None,
                }
            }
        }
    };
}

/// Error returned when a constant cannot be changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ValueOutOfRange {
    /// No constant has this name.
    #[error("the model has no constant `{0}`")]
    Unknown(String),
    /// The value is outside the range supported by the evidence.
    #[error("`{name}` must be between {} and {}, not {value}", range.0, range.1)]
    Outside {
        /// Name of the constant.
        name: String,
        /// Requested value.
        value: f64,
        /// Range for sensitivity sweeps.
        range: (f64, f64),
    },
    /// The scenario cannot be loaded with the changed constant.
    #[error("the scenario cannot be loaded with this value of `{0}`")]
    Unusable(String),
}

impl Model {
    /// Returns a copy of the model with a different value for one constant.
    ///
    /// # Errors
    /// Returns an error if the constant does not exist or the value is outside its range.
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
    /// Rise time of the news forcing, in hours.
    news_rise_hours,
    /// Decay time of the news forcing, in hours.
    news_decay_hours,
    /// Decay time of the mainstream kernel, in hours.
    news_kernel_hours,
    /// Decay time of the social kernel, in hours.
    social_kernel_hours,
    /// Number of news items triggered by one news item.
    news_to_news,
    /// Number of news items triggered by one social media item.
    social_to_news,
    /// Number of social media items triggered by one news item.
    news_to_social,
    /// Number of social media items triggered by one social media item.
    social_to_social,
    /// Delay from news to social media, in hours.
    news_to_social_delay_hours,
    /// Size of the shot for the organization's first disclosure.
    shot_disclosure,
    /// Size of the shot for a revelation by a third party before any disclosure.
    shot_leak,
    /// Size of the shot for a confirmation or later statement.
    shot_update,
    /// Size of the shot for an upward revision.
    shot_revision,
    /// Size of the shot for a reassurance that proves false.
    shot_reversal,
    /// Size of the shot for an unanswered inquiry.
    shot_no_comment,
    /// Size of the shot when a missed clock becomes known.
    shot_clock_missed,
    /// Age at which the decay of a shot becomes a power law, in hours.
    news_tail_after_hours,
    /// Exponent of the power-law decay.
    news_tail_exponent,
    /// Background rate of news about the organization.
    news_background,
    /// Exponent by which public attention falls per standard deviation of competing news.
    news_congestion,
    /// Amplitude of the daily news cycle. 0 disables it.
    news_day_amplitude,
    /// Hour of the day at which news volume peaks.
    news_day_peak_hour,
    /// News volume on Saturdays and Sundays relative to a weekday. 1 disables the weekend effect.
    news_weekend,
    /// Increase in the spectral radius of attention at full anger.
    heat_anger,
    /// Increase in the spectral radius of attention at full novelty.
    heat_novelty,
    /// Increase in the spectral radius of attention at full suspicion of a cover-up.
    heat_cover_up,
    /// Maximum spectral radius of attention.
    heat_ceiling,
    /// Half-life of novelty, in hours.
    novelty_half_life_hours,
    /// Increase in the suspicion of a cover-up per sign of concealment, as a fraction of the distance to 1.
    suspicion_step,
    /// Half-life of the suspicion of a cover-up, in hours.
    suspicion_half_life_hours,
    /// Attention of the trade press relative to the forcing.
    trade_share,
    /// Time constant with which web searches follow attention, in hours.
    search_kernel_hours,
    /// Shape parameter of the Weibull-distributed time until the story reaches the first foreign market.
    border_shape,
    /// Scale parameter of the time until the story reaches the first foreign market, in hours.
    border_scale_hours,
    /// Mean time between the first foreign market and each further one, in hours.
    border_follow_hours,
    /// Number of foreign markets.
    border_markets,
    /// Size of the shot for the accusation that a disclosure was buried.
    shot_buried,
    /// Time from a buried disclosure to the accusation, in hours.
    buried_delay_hours,
    /// Minimum competing news, in standard deviations, at which a disclosure counts as buried.
    buried_pressure,
    /// Minimum time from the first suspicion to a disclosure, in hours, at which the organization could have chosen
    /// another day.
    buried_after_hours,
    /// Base probability that an outlet picks up a news item.
    pickup_base,
    /// Increase in the pickup probability for an item of size 1.
    pickup_size,
    /// Increase in the pickup probability at trade press attention 1.
    pickup_trade,
    /// Pickup probability of a story outside the outlet's beat, relative to one within it.
    pickup_off_beat,
    /// Increase in an outlet's grievance after it is refused or misled, at full memory.
    grievance_step,
    /// Half-life of a grievance, in hours.
    grievance_half_life_hours,
    /// Reduction of an outlet's stance at full grievance.
    grievance_tone,
    /// Base probability that an outlet writing a story also asks a question.
    question_base,
    /// Increase in the question probability at full reach.
    question_reach,
    /// Increase in the question probability at full grievance.
    question_grievance,
    /// Time before publication at which an outlet needs the answer, in hours.
    question_print_hours,
    /// Minimum time an outlet allows for an answer, in hours.
    question_least_hours,
    /// Maximum time an outlet allows for an answer, in hours.
    question_longest_hours,
    /// Fraction of an outlet's grievance removed by a substantive answer.
    question_relief,
    /// Hazard per hour of hearing about the breach at news attention 1 and full reach.
    hearing_per_hour,
    /// Hazard per hour of reading a direct message.
    message_read_per_hour,
    /// Coefficient of trust lost per unit of negative exposure and hour.
    trust_loss,
    /// Coefficient of trust gained per unit of positive exposure and hour.
    trust_gain,
    /// Rate at which trust returns to its anchor, per hour.
    trust_return_per_hour,
    /// Trust lost per hour at full exposure and blame and without empathy.
    trust_blame,
    /// Anger gained per hour at full exposure and blame.
    anger_gain,
    /// Half-life of anger, in hours.
    anger_half_life_hours,
    /// Fear gained per hour by affected customers at full exposure and severity.
    fear_gain,
    /// Half-life of fear, in hours.
    fear_half_life_hours,
    /// Fraction of the effect that applies to customers who are aware but not affected.
    unaffected_share,
    /// Excess churn probability per day for an aware customer who is neither angry nor afraid and has lost no
    /// trust.
    leave_per_day,
    /// Coefficient of fear in the churn exponent.
    leave_fear,
    /// Coefficient of anger in the churn exponent.
    leave_anger,
    /// Coefficient of lost trust in the churn exponent.
    leave_trust,
    /// Coefficient of patronage in the churn exponent.
    leave_patronage,
    /// Coefficient of switching cost in the churn exponent.
    leave_switch_cost,
    /// Hazard per hour of an internal leak, per person who knows.
    leak_per_person_hour,
    /// Hazard per hour of discovery by outsiders at full visibility.
    leak_visible_hour,
    /// Growth of the information vacuum per hour at attention 1.
    vacuum_growth,
    /// Decline of the information vacuum per hour at full specific information.
    vacuum_fall,
    /// Additional growth of the vacuum at full belief in the rumor, relative to the effect of attention.
    vacuum_rumor,
    /// Contact rate of the rumor, per hour at attention 1.
    rumor_contact,
    /// Contact rate of doubters, per hour at attention 1.
    rumor_doubt,
    /// Fraction of people reached by the rumor who believe it immediately.
    rumor_at_once,
    /// Fraction of people reached by doubters who become doubters immediately.
    rumor_doubt_at_once,
    /// Rate at which exposed people become believers through contact, per hour.
    rumor_persuasion,
    /// Rate at which exposed people become believers without contact, per hour.
    rumor_incubation,
    /// Rate at which full specific information turns exposed people into doubters, per hour.
    rumor_official,
    /// Increase in the doubters' contact rate and share at full specific information.
    rumor_information,
    /// Increase in the incubation rate at complete silence.
    rumor_silence,
    /// Rate at which the rumor starts spontaneously, per hour at attention 1 and full vacuum.
    rumor_seed,
    /// Rate at which believers abandon the rumor, per hour.
    rumor_fade,
    /// Minimum share of believers at which a rumor is considered large.
    rumor_alarm,
    /// Factor on credibility after an upward revision.
    credibility_revision,
    /// Factor on credibility after a claim is exposed as false.
    credibility_reversal,
    /// Factor on credibility after a broken promise.
    credibility_broken_promise,
    /// Factor on credibility after an unanswered inquiry.
    credibility_no_comment,
    /// Credibility gained by disclosing first, at full specificity and without spin.
    credibility_first,
    /// Credibility gained by each specific later statement, as a fraction of the distance to 1.
    credibility_update,
    /// Factor on credibility when a third party discloses the breach first.
    credibility_exposed,
    /// Fraction of the gap between perceived and true responsibility closed by each revelation.
    responsibility_revelation,
    /// Responsibility added when a claim is exposed as false.
    responsibility_reversal,
    /// Responsibility added when a third party discloses the breach first.
    responsibility_exposed,
    /// Responsibility added per earlier breach.
    responsibility_history,
    /// Responsibility removed by a full, fitting apology.
    responsibility_apology,
    /// Responsibility added by scapegoating another party.
    responsibility_scapegoat,
    /// Responsibility the public assumes by default.
    responsibility_prior,
    /// Hazard per hour that a false claim is exposed when there is no media attention.
    reversal_quiet_hour,
    /// Additional hazard per hour that a false claim is exposed at news attention 1.
    reversal_news_hour,
    /// Fraction of bad news that has no effect on a customer who was notified directly and specifically.
    inoculation,
    /// Base negativity of the news.
    tone_base,
    /// Negativity added at full responsibility.
    tone_responsibility,
    /// Negativity added at a full information vacuum.
    tone_vacuum,
    /// Negativity removed by credible, specific official information.
    tone_official,
    /// Negativity removed by full empathy.
    tone_empathy,
    /// Maximum reduction of the trust ceiling caused by delay.
    delay_ceiling_loss,
    /// Time constant of the delay effect, in hours.
    delay_hours,
    /// Reduction of the trust ceiling when the organization is exposed by a third party.
    exposed_ceiling_loss,
    /// Effect of a functional remedy on fear, per hour and relative to what customers expect.
    remedy_fear,
    /// Effect of compensation on anger, per hour and relative to what customers expect.
    remedy_anger,
    /// Weight of a remedy's shortfall below expectations, relative to what is given.
    remedy_missing,
    /// Weight of a remedy's excess over expectations, relative to what is given.
    remedy_excess,
    /// Half-life of the tendency to leave caused by awareness of the breach alone, in days.
    waver_half_life_days,
    /// Contacts per aware customer and hour at full fear or anger.
    contacts_per_hour,
    /// Anger added per hour for aware customers at a waiting time of one hour.
    wait_anger,
    /// Posts per aware customer and hour at full anger.
    posts_per_hour,
    /// Probability that a post is a reply to an earlier one.
    post_reply,
    /// Probability that a post repeats a narrative of full strength.
    post_echo,
    /// Growth of a narrative per hour at attention 1 and with full occasion.
    narrative_growth,
    /// Half-life of a narrative, in hours.
    narrative_half_life_hours,
    /// Minimum strength at which a narrative counts as formed.
    narrative_forms,
    /// Strength below which a formed narrative counts as faded.
    narrative_fades,
    /// Fraction of a narrative's strength removed by one round of personal replies.
    narrative_reply,
    /// Number of posts sampled by social media monitoring every 15 minutes at attention 1.
    sample_posts,
    /// Number of people surveyed about trust every 15 minutes.
    sample_panel,
    /// Standard deviation of trust between people.
    sample_trust_spread,
    /// Reduction of anger by a good reply, as a fraction.
    reply_relief,
    /// Share of negative posts at which a narrative alarm is raised.
    narrative_alarm,
    /// Factor on the duration of statements without a lawyer, because approvals are slower.
    approval_without_lawyer,
    /// Factor on the duration of forensic work without the lead investigator.
    forensics_without_investigator,
    /// Share of revenue retained while the shop is degraded.
    revenue_degraded,
    /// Revenue in the busiest hour relative to the average.
    revenue_peak,
    /// Maximum deviation of a customer's initial trust from the mean of its segment.
    trust_spread,
    /// Weight of peers, as opposed to the customer's own anchor, in the pull on trust.
    peer_weight,
    /// Maximum difference in trust at which a peer still has influence (bounded confidence).
    peer_confidence,
    /// Hazard per hour that a fully upset customer tells a given acquaintance.
    talk_per_hour,
    /// Fraction of the damage removed at full goodwill.
    halo,
    /// Standard deviation of trust used as the unit of reputation.
    reputation_sd,
    /// Rate at which customers begin to hold back spending, per hour.
    held_rise_per_hour,
    /// Half-life of held-back spending, in weeks.
    held_half_life_weeks,
    /// Maximum fraction of spending that a wary customer holds back initially.
    held_most,
    /// Minimum drive at which the most sensitive customer holds back spending.
    held_from,
    /// Additional drive needed for the least sensitive customer to hold back spending.
    held_spread,
    /// Range of drive over which held-back spending rises from zero to the maximum.
    held_ramp,
    /// Effect of functional help on anger, relative to money.
    remedy_help_on_anger,
    /// Effect of money on fear, relative to functional help.
    remedy_money_on_fear,
    /// Minimum empathy attributed to an organization that discloses first.
    empathy_first,
    /// Weight of a matched response in the tone of the news, at full credibility.
    tone_match,
    /// Weight of a remedy that meets expectations in the tone of the news.
    tone_remedy,
    /// Factor on credibility after a downward revision.
    credibility_downward,
    /// Fraction added to responsibility when the exposed claim was a deliberate lie.
    responsibility_deception,
    /// Factor on the hazard that a false claim is exposed while another audience knows the truth.
    two_stories,
    /// Number of years after which the weight of an earlier breach has fallen to 1/e.
    history_years,
    /// Revenue on a Saturday or Sunday relative to the average day.
    revenue_weekend,
    /// Time constant with which offered compensation is claimed and paid, in hours.
    remedy_claim_hours,
    /// Base fall of the share price on day 0, in percent.
    share_base,
    /// Additional day-0 fall at full severity, in percent.
    share_severity,
    /// Additional day-0 fall at full responsibility, in percent.
    share_blame,
    /// Additional day-0 fall if a third party discloses the breach first, in percent.
    share_told_on,
    /// Scale of the day-0 abnormal return, in percent.
    share_spread,
    /// Exponent by which the investors' reaction falls per standard deviation of competing news.
    share_congestion,
    /// Fraction of the initial fall that is recovered if no further shock occurs.
    share_returns,
    /// Minimum number of days until the share price has recovered.
    share_return_soonest_days,
    /// Maximum number of days until the share price has recovered.
    share_return_latest_days,
    /// Hour at which trading opens.
    share_opening_hour,
    /// Hour at which trading closes.
    share_closing_hour,
    /// Factor on credibility when an authority publicly contradicts the organization.
    credibility_contradicted,
    /// Fraction added to responsibility when an authority publicly contradicts the organization.
    responsibility_contradicted,
    /// Factor on credibility after an executive gaffe.
    credibility_gaffe,
    /// Spin of a statement that plays down the incident, 0 to 1.
    spin_minimizes,
    /// Spin of a statement that shifts the blame, 0 to 1.
    spin_blames,
    /// Spin of a statement that advertises, 0 to 1.
    spin_sells,
    /// Factor on perceived empathy after an executive gaffe.
    empathy_gaffe,
    /// Size of the shot for a contradiction by an authority.
    shot_contradiction,
    /// Size of the shot for data published by the attackers.
    shot_dump,
    /// Probability that attackers keep their word after being paid.
    extortion_honored,
    /// Fraction of the countdown after which an unanswered demand is followed by proof.
    extortion_patience,
    /// Hazard per hour that proof is posted after the demand was refused or the breach played down.
    extortion_proof_hour,
    /// Size of the shot for proof posted by the attackers.
    shot_proof,
    /// Time until a waiting contact gives up, in hours.
    call_patience_hours,
    /// Fraction of abandoned contacts that try again.
    call_redial_share,
    /// Time until an abandoned contact tries again, in hours.
    call_redial_hours,
    /// Hours of work at full load until a person is exhausted.
    fatigue_hours,
    /// Hours of rest until an exhausted person has fully recovered.
    rest_hours,
    /// Fraction by which work by an exhausted person takes longer.
    fatigue_slowness,
    /// Fraction of a statement's duration taken up by its approval.
    approval_share,
    /// Factor on the duration of investigations once all data streams are stopped.
    forensics_contained,
    /// Minimum fatigue at which errors occur.
    error_fatigue,
    /// Probability of an error in a piece of work by an exhausted person.
    error_most,
    /// Fraction by which work takes longer after an error.
    error_rework,
    /// Fraction of slips found by an approver who is not too tired to notice them.
    error_caught,
    /// Factor on credibility after a slip.
    credibility_slip,
    /// Size of the shot for a slip.
    shot_slip,
    /// Time until information known to one role has reached everyone on duty, in hours.
    briefing_hours,
    /// Relative increase of the internal leak hazard at zero morale.
    leak_morale,
    /// Fraction of morale lost when the whole team is exhausted.
    morale_fatigue,
    /// Fraction of morale lost while employees have not been informed.
    morale_untold,
    /// Time constant with which morale is lost while employees are uninformed, in hours.
    morale_hours,
    /// Time an authority waits for a notification after the breach becomes public, in hours.
    authority_patience_hours,
    /// Grace period after publication during which a party still counts as having been notified in time, in hours.
    press_grace_hours,
    /// Time card brands and acquirers wait for a notification, in hours.
    card_patience_hours,
    /// Cost of the forensic investigator that card brands and acquirers demand, in days of revenue.
    card_investigator_days,
    /// Penalty assessed by each card brand or acquirer that learned of the breach from the press, in days of
    /// revenue.
    card_assessment_days,
    /// Fraction of the penalty that applies after a late notification.
    card_late,
    /// Time an insurer waits for a notification, in hours.
    insurer_patience_hours,
    /// Fraction of the response costs that an insurer does not cover after a late notification.
    insurer_uncovered,
    /// Size of the shot when a partner publicly distances itself.
    shot_partner,
    /// Size of the shot when an authority publicly asks why it was not notified.
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
