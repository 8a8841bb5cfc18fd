//! Components of a customer who has heard of the breach: its key and five numbers, one column each.

use bevy_ecs::component::Component;

use super::stratum::STRATA;

/// Key, stratum and one flag of a customer, packed into 32 bits: bits 0 to 22 hold the key, bits 23 to 27 the
/// stratum, and the highest bit is set once the customer was notified directly.
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

    /// Returns the stable number of the customer, counted from 0.
    #[inline]
    pub(crate) fn key(self) -> u32 {
        self.0 & Self::KEY
    }

    /// Returns the stratum: twice the segment, plus one if the data of the customer was taken.
    pub(crate) fn stratum(&self) -> usize {
        (self.0 >> 23) as usize % STRATA
    }

    /// Returns whether the customer was notified directly.
    #[inline]
    pub(crate) fn told(self) -> bool {
        self.0 & Self::TOLD != 0
    }

    /// Marks the customer as notified directly.
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

/// Share of spending held back, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub(crate) struct Held(pub(crate) f32);

/// Remaining cumulative hazard before the customer leaves; at 0 or below, the customer has left. In a cohort, the
/// logarithm of the share of customers who have not left.
#[derive(Component, Clone, Copy, Debug)]
pub(crate) struct Patience(pub(crate) f32);

/// All columns of a customer, by value.
pub(crate) type Awake = (Id, Trust, Anger, Fear, Held, Patience);

/// All columns of a customer, as queried by the kernel.
pub(crate) type Rows<'w> = (&'w Id, &'w mut Trust, &'w mut Anger, &'w mut Fear, &'w mut Held, &'w mut Patience);
