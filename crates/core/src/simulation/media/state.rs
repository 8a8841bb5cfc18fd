//! State of the media: attention, drafts, open questions, the information vacuum and the rumor.

use std::collections::{BTreeMap, BTreeSet};

use bevy_ecs::resource::Resource;
use serde::Serialize;

use super::agenda::Questions;
use super::attention::Attention;
use super::border::Border;
use super::draft::Draft;
use super::outlet::Grievances;
use super::rumor::Rumor;
use super::shot::Shots;
use crate::simulation::wording::Said;
use crate::time::SimTime;
use crate::timeline::StoryKind;

/// State of all media domains.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(in crate::simulation) struct Media {
    pub(super) shots: Shots,
    pub(super) attention: Attention,
    pub(super) novelty: f64,
    pub(super) suspicion: f64,
    pub(super) kinds: BTreeMap<StoryKind, u32>,
    pub(super) buried: Option<SimTime>,
    pub(super) border: Border,
    pub(super) rumor: Rumor,
    pub(super) rumor_is_big: bool,
    pub(super) grievances: Grievances,
    /// Attention in mainstream media.
    pub(in crate::simulation) news: f64,
    /// Attention on social networks.
    pub(in crate::simulation) social: f64,
    /// Information vacuum, 0 to 1.
    pub(in crate::simulation) vacuum: f64,
    /// News items of this minute, as kind and size of the shot.
    pub(in crate::simulation) fresh: Vec<(StoryKind, f64)>,
    pub(super) coverage: f64,
    pub(super) drafts: Vec<Draft>,
    pub(super) questions: Questions,
    pub(super) said: Said,
    pub(super) quoted: BTreeSet<u32>,
}

impl Media {
    /// Returns the share of the aware public that believes a rumor.
    pub(in crate::simulation) fn rumor(&self) -> f64 {
        self.rumor.believing()
    }

    /// Returns how strongly the public suspects a cover-up, 0 to 1.
    pub(in crate::simulation) fn suspicion(&self) -> f64 {
        self.suspicion
    }
}
