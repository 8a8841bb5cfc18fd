//! The same customers in different memory layouts. Each rival steps all of them by a minute and returns the
//! checksum.

use bevy_ecs::component::Component;
use bevy_ecs::resource::Resource;
use bevy_ecs::schedule::{Schedule, SingleThreadedExecutor};
use bevy_ecs::system::{Query, Res, ResMut};
use bevy_ecs::world::World;
use goldenhour_core::simulation::crowd::{Crowd, Minute};
use pulp::Arch;

use super::model::{STRATA, Sums, checksum, customer, rates, step};

/// An implementation that steps all customers by a minute.
pub trait Rival {
    /// Steps all customers and returns the checksum of their sums.
    fn minute(&mut self) -> i64;
}

/// The product's own implementation, run on the thread pool of the caller.
pub struct Product(Crowd);

impl Product {
    /// Creates `count` customers and `idle_systems` systems that do nothing.
    pub fn new(count: u32, idle_systems: usize) -> Self {
        Product(Crowd::new((0..count).map(customer), rates(), idle_systems))
    }
}

impl Rival for Product {
    fn minute(&mut self) -> i64 {
        checksum(self.0.minute())
    }
}

/// The customers of one stratum, stored by column.
#[derive(Clone, Default)]
struct Stratum {
    keys: Vec<u32>,
    trusts: Vec<f32>,
    angers: Vec<f32>,
    fears: Vec<f32>,
    helds: Vec<f32>,
    patiences: Vec<f32>,
}

/// Columns without an ECS, separate for each stratum, stepped by a plain loop on the best available instruction
/// set.
#[derive(Clone)]
pub struct Columns {
    strata: Vec<Stratum>,
    rates: Vec<Minute>,
}

/// Number of rows whose sums fit into 32 bits.
const BLOCK: usize = 8192;

/// A block of rows, in the form that `pulp` compiles for each instruction set.
struct Block<'a> {
    rates: &'a Minute,
    keys: &'a [u32],
    trusts: &'a mut [f32],
    angers: &'a mut [f32],
    fears: &'a mut [f32],
    helds: &'a mut [f32],
    patiences: &'a mut [f32],
}

impl pulp::WithSimd for Block<'_> {
    type Output = [i32; 6];

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "only inlined code is compiled for the instruction set")]
    fn with_simd<S: pulp::Simd>(self, simd: S) -> [i32; 6] {
        struct Run<'a>(Block<'a>);
        impl pulp::NullaryFnOnce for Run<'_> {
            type Output = [i32; 6];

            #[inline(always)]
            fn call(self) -> [i32; 6] {
                let Block { rates, keys, trusts, angers, fears, helds, patiences } = self.0;
                let rates = *rates;
                let rows = keys.iter().zip(trusts).zip(angers).zip(fears).zip(helds).zip(patiences);
                let mut sums = [0i32; 6];
                for (((((key, trust), anger), fear), held), patience) in rows {
                    let row = step(&rates, *key, trust, anger, fear, held, patience);
                    for (sum, part) in sums.iter_mut().zip(row) {
                        *sum += part;
                    }
                }
                sums
            }
        }
        simd.vectorize(Run(self))
    }
}

impl Columns {
    /// Creates `count` customers.
    pub fn new(count: u32) -> Self {
        let mut strata = vec![Stratum::default(); STRATA];
        for customer in (0..count).map(customer) {
            let stratum = &mut strata[customer.stratum];
            stratum.keys.push(customer.key);
            stratum.trusts.push(customer.trust);
            stratum.angers.push(customer.anger);
            stratum.fears.push(customer.fear);
            stratum.helds.push(customer.held);
            stratum.patiences.push(customer.patience);
        }
        Columns { strata, rates: rates() }
    }
}

impl Rival for Columns {
    fn minute(&mut self) -> i64 {
        let arch = Arch::new();
        let mut sums: Sums = [0; 6];
        for (stratum, rates) in self.strata.iter_mut().zip(&self.rates) {
            let keys = stratum.keys.chunks(BLOCK);
            let columns = [&mut stratum.trusts, &mut stratum.angers, &mut stratum.fears, &mut stratum.helds];
            let [trusts, angers, fears, helds] = columns.map(|column| column.chunks_mut(BLOCK));
            let blocks = keys.zip(trusts).zip(angers).zip(fears).zip(helds).zip(stratum.patiences.chunks_mut(BLOCK));
            for (((((keys, trusts), angers), fears), helds), patiences) in blocks {
                let of_block = arch.dispatch(Block { rates, keys, trusts, angers, fears, helds, patiences });
                for (sum, part) in sums.iter_mut().zip(of_block) {
                    *sum += i64::from(part);
                }
            }
        }
        checksum(sums)
    }
}

/// The memory limit: reads and writes the same bytes with negligible computation.
pub struct Traffic {
    keys: Vec<u32>,
    columns: [Vec<u32>; 5],
}

impl Traffic {
    /// Creates `count` rows.
    pub fn new(count: u32) -> Self {
        let column = || (0..count).collect::<Vec<u32>>();
        Traffic { keys: column(), columns: [column(), column(), column(), column(), column()] }
    }
}

struct Stream<'a> {
    keys: &'a [u32],
    columns: &'a mut [Vec<u32>; 5],
}

impl pulp::WithSimd for Stream<'_> {
    type Output = ();

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "only inlined code is compiled for the instruction set")]
    fn with_simd<S: pulp::Simd>(self, simd: S) {
        struct Run<'a>(Stream<'a>);
        impl pulp::NullaryFnOnce for Run<'_> {
            type Output = ();

            #[inline(always)]
            fn call(self) {
                let [one, two, three, four, five] = self.0.columns;
                let rows = self.0.keys.iter().zip(one).zip(two).zip(three).zip(four).zip(five);
                for (((((key, one), two), three), four), five) in rows {
                    for column in [one, two, three, four, five] {
                        *column = column.wrapping_add(*key);
                    }
                }
            }
        }
        simd.vectorize(Run(self));
    }
}

impl Rival for Traffic {
    fn minute(&mut self) -> i64 {
        Arch::new().dispatch(Stream { keys: &self.keys, columns: &mut self.columns });
        i64::from(self.columns[0][0])
    }
}

/// Entities of `bevy_ecs`, stepped row by row in a typical query loop.
pub struct Rows {
    world: World,
    minute: Schedule,
}

/// Key and stratum of a customer.
#[derive(Component, Clone, Copy)]
struct Key(u32, u32);
#[derive(Component, Clone, Copy)]
struct Trust(f32);
#[derive(Component, Clone, Copy)]
struct Anger(f32);
#[derive(Component, Clone, Copy)]
struct Fear(f32);
#[derive(Component, Clone, Copy)]
struct Held(f32);
#[derive(Component, Clone, Copy)]
struct Patience(f32);

#[derive(Resource)]
struct Rates(Vec<Minute>);

#[derive(Resource, Default)]
struct Total(Sums);

type Row<'w> = (&'w Key, &'w mut Trust, &'w mut Anger, &'w mut Fear, &'w mut Held, &'w mut Patience);

fn by_row(rates: Res<Rates>, mut total: ResMut<Total>, mut customers: Query<Row>) {
    let mut sums: Sums = [0; 6];
    for (key, mut trust, mut anger, mut fear, mut held, mut patience) in &mut customers {
        let rates = &rates.0[key.1 as usize];
        let row = step(rates, key.0, &mut trust.0, &mut anger.0, &mut fear.0, &mut held.0, &mut patience.0);
        for (sum, part) in sums.iter_mut().zip(row) {
            *sum += i64::from(part);
        }
    }
    total.0 = sums;
}

impl Rows {
    /// Creates `count` customers.
    pub fn new(count: u32) -> Self {
        let mut world = World::new();
        let row = |key: u32| {
            let from = customer(key);
            let key = Key(key, u32::try_from(from.stratum).expect("there are eight strata"));
            (key, Trust(from.trust), Anger(from.anger), Fear(from.fear), Held(from.held), Patience(from.patience))
        };
        world.spawn_batch((0..count).map(row).collect::<Vec<_>>());
        world.insert_resource(Rates(rates()));
        world.insert_resource(Total::default());
        let mut minute = Schedule::default();
        minute.set_executor(SingleThreadedExecutor::new());
        minute.add_systems(by_row);
        Rows { world, minute }
    }
}

impl Rival for Rows {
    fn minute(&mut self) -> i64 {
        self.minute.run(&mut self.world);
        checksum(self.world.resource::<Total>().0)
    }
}
