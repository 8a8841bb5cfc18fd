//! The order of systems within a simulated minute.
//!
//! Phases run strictly one after another, so the results of an early phase are visible to later phases of the same
//! minute, and no phase affects an earlier one. Systems are added only here. The executor is single-threaded. If
//! two systems of a phase have conflicting accesses and no defined order, building the schedule fails.

use bevy_ecs::schedule::{
    IntoScheduleConfigs, LogLevel, Schedule, ScheduleBuildSettings, SingleThreadedExecutor, SystemSet,
};

use super::{customer, disclosure, fact, inject, market, media, observe, operation, social, stakeholder, team, threat};

/// A phase of the simulated minute.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Phase {
    Inject,
    Team,
    Threat,
    Fact,
    Operation,
    Stakeholder,
    Disclosure,
    Media,
    Customer,
    Social,
    Market,
    Observe,
}

/// Builds the schedule of one minute.
pub(super) fn minute(shuffle: Option<u64>) -> Schedule {
    let mut schedule = Schedule::default();
    schedule.set_executor(SingleThreadedExecutor::new());
    schedule.set_build_settings(ScheduleBuildSettings {
        ambiguity_detection: LogLevel::Error,
        #[cfg(test)]
        shuffle_seed: shuffle,
        ..ScheduleBuildSettings::default()
    });
    let _ = shuffle;
    schedule.configure_sets(
        (
            Phase::Inject,
            Phase::Team,
            Phase::Threat,
            Phase::Fact,
            Phase::Operation,
            Phase::Stakeholder,
            Phase::Disclosure,
            Phase::Media,
            Phase::Customer,
            Phase::Social,
            Phase::Market,
            Phase::Observe,
        )
            .chain(),
    );
    schedule.add_systems((inject::release_injects, inject::expire_inquiries).chain().in_set(Phase::Inject));
    schedule.add_systems((team::finish_works, team::take_orders).chain().in_set(Phase::Team));
    schedule.add_systems((threat::take_measures, threat::exfiltrate).chain().in_set(Phase::Threat));
    schedule.add_systems((fact::learn, fact::brief).chain().in_set(Phase::Fact));
    schedule.add_systems((operation::set_up, operation::answer_contacts).chain().in_set(Phase::Operation));
    schedule.add_systems(
        (stakeholder::tell, stakeholder::run_clocks, stakeholder::ask_why, stakeholder::reaction::react)
            .chain()
            .in_set(Phase::Stakeholder),
    );
    schedule.add_systems(
        (disclosure::publish, disclosure::face_the_truth, disclosure::take_standing).chain().in_set(Phase::Disclosure),
    );
    schedule.add_systems((media::take_up, media::spread_attention, media::run_stories).chain().in_set(Phase::Media));
    schedule
        .add_systems((customer::sleep::hear, customer::sleep::wake, customer::feel).chain().in_set(Phase::Customer));
    schedule.add_systems(social::talk.in_set(Phase::Social));
    schedule.add_systems(market::book.in_set(Phase::Market));
    schedule.add_systems(observe::close_minute.in_set(Phase::Observe));
    schedule
}
