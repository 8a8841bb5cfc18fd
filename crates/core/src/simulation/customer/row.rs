//! What a customer who has heard of the breach consists of: its key and five numbers, one column each.

use bevy_ecs::component::Component;

use super::stratum::STRATA;

/// Key, stratum and one mark of a customer, in bits: 23 for the key, 5 for the stratum, the last for "was told".
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Id(pub(super) u32);

impl Id {
    const KEY: u32 = (1 << 23) - 1;
    const TOLD: u32 = 1 << 31;

    pub(crate) fn new(key: u32, stratum: usize) -> Self {
        debug_assert!(key <= Self::KEY && stratum < STRATA, "populations and strata are bounded");
        #[expect(clippy::cast_possible_truncation, reason = "there are 32 strata")]
        let stratum = stratum as u32;
        Id(key & Self::KEY | stratum << 23)
    }

    /// Returns the stable number of the customer, from 0.
    #[inline]
    pub(crate) fn key(self) -> u32 {
        self.0 & Self::KEY
    }

    /// Returns the stratum: twice the segment, plus one where the customer's data was taken.
    pub(crate) fn stratum(&self) -> usize {
        (self.0 >> 23) as usize % STRATA
    }

    /// Returns whether the customer was told directly.
    #[inline]
    pub(crate) fn told(self) -> bool {
        self.0 & Self::TOLD != 0
    }

    /// Notes that the customer was told directly.
    pub(super) fn tell(&mut self) {
        self.0 |= Self::TOLD;
    }
}

/// Trust, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub(crate) struct Trust(pub(crate) f32);

/// Anger, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub(crate) struct Anger(pub(crate) f32);

/// Fear, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub(crate) struct Fear(pub(crate) f32);

/// The share of spending that is held back, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub(crate) struct Held(pub(crate) f32);

/// The hazard of leaving that a customer still bears; gone below 0. In a cohort, the logarithm of the share
/// that is still there.
#[derive(Component, Clone, Copy, Debug)]
pub(crate) struct Patience(pub(crate) f32);

/// All columns of a customer, by value.
pub(crate) type Awake = (Id, Trust, Anger, Fear, Held, Patience);

/// All columns of a customer, as the kernel queries them.
pub(crate) type Rows<'w> = (&'w Id, &'w mut Trust, &'w mut Anger, &'w mut Fear, &'w mut Held, &'w mut Patience);
