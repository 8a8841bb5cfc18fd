//! The constants of the simulation, each with its evidence.
//!
//! No number of the model stands in Rust: they live in `assets/model/default.ron`, each with a value, a range
//! for sweeps, the grade of its evidence and the place it comes from. The equations that use them are
//! documented in the domain that computes them.

use serde::Deserialize;

/// One constant with its evidence.
#[derive(Clone, Debug, Deserialize)]
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
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Model {
            $($(#[$doc])* pub $name: Constant,)*
        }

        impl Model {
            /// Goes through all constants with their names, in order.
            pub fn constants(&self) -> impl Iterator<Item = (&'static str, &Constant)> {
                [$((stringify!($name), &self.$name)),*].into_iter()
            }
        }
    };
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
    /// Attention that one anger of all customers adds on social networks.
    anger_to_social,
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
    /// Share of spending withheld at full fear and anger.
    spend_withheld,
    /// Hazard per hour of a leak from inside, per person who knows.
    leak_per_person_hour,
    /// Hazard per hour of discovery from outside at full visibility.
    leak_visible_hour,
    /// Growth of the information vacuum per hour at attention 1.
    vacuum_growth,
    /// Fall of the information vacuum per hour at full specific information.
    vacuum_fall,
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
    /// Effect of a functional remedy on fear, per hour and share of what is expected.
    remedy_fear,
    /// Effect of money on anger, per hour and share of what is expected.
    remedy_anger,
    /// How much more than expected hurts, relative to what is missing.
    remedy_excess,
    /// Contacts per aware customer and hour at full fear or anger.
    contacts_per_hour,
    /// Anger added per hour for the aware at a wait of one hour.
    wait_anger,
    /// Posts per aware customer and hour at full anger.
    posts_per_hour,
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
    /// Revenue of a day of the weekend relative to the mean day.
    revenue_weekend,
    /// Hours of work at full load until somebody is spent.
    fatigue_hours,
    /// Hours of rest until somebody spent is fresh.
    rest_hours,
    /// Share by which works of somebody spent take longer.
    fatigue_slowness,
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
    /// Shot of an authority that asks in public why it was not told.
    shot_authority,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::file::dialect;

    #[test]
    fn every_constant_has_a_grade_and_lies_in_its_range() {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/model/default.ron")).unwrap();
        let model: Model = dialect().from_str(&text).unwrap();
        for (name, constant) in model.constants() {
            let (low, high) = constant.range;
            assert!(low <= constant.value && constant.value <= high, "{name}");
            assert!(["V", "Sec", "Mem+", "Mem0", "Mem-", "A", "D"].contains(&constant.grade.as_str()), "{name}");
            assert!(!constant.basis.is_empty(), "{name}");
        }
    }
}
