//! The same customers in different layouts, each stepping all of them by a minute and returning the checksum.

use bevy_ecs::schedule::{Schedule, SingleThreadedExecutor};
use bevy_ecs::system::{Local, Query, ResMut};
use bevy_ecs::world::World;

use super::stand_in::{Anger, Fear, Key, Marks, Minute, Trust, customer, step};

/// Somebody who can step all customers by a minute.
pub trait Rival {
    /// Steps all customers and returns the sum over them.
    fn minute(&mut self) -> i64;
}

/// Columns of values, stepped slice by slice.
#[derive(Clone)]
pub struct Columns {
    keys: Vec<Key>,
    trusts: Vec<Trust>,
    angers: Vec<Anger>,
    fears: Vec<Fear>,
    marks: Vec<Marks>,
    now: u32,
}

/// Steps slices of columns.
fn sweep(
    minute: &Minute,
    keys: &[Key],
    trusts: &mut [Trust],
    angers: &mut [Anger],
    fears: &mut [Fear],
    marks: &mut [Marks],
) -> i64 {
    let rows = keys.iter().zip(trusts).zip(angers).zip(fears).zip(marks);
    rows.map(|((((key, trust), anger), fear), marks)| i64::from(step(minute, *key, trust, anger, fear, marks))).sum()
}

impl Columns {
    /// Returns so many customers.
    pub fn new(count: u32) -> Self {
        let mut columns = Columns {
            keys: Vec::new(),
            trusts: Vec::new(),
            angers: Vec::new(),
            fears: Vec::new(),
            marks: Vec::new(),
            now: 0,
        };
        for (key, trust, anger, fear, marks) in (0..count).map(customer) {
            columns.keys.push(key);
            columns.trusts.push(trust);
            columns.angers.push(anger);
            columns.fears.push(fear);
            columns.marks.push(marks);
        }
        columns
    }

    /// Steps all customers on several threads, each with its part of the columns.
    pub fn minute_on(&mut self, threads: usize) -> i64 {
        let minute = Minute::new(self.now);
        self.now += 1;
        let part = self.keys.len().div_ceil(threads).max(1);
        let parts = self.keys.chunks(part).zip(self.trusts.chunks_mut(part)).zip(self.angers.chunks_mut(part));
        let parts = parts.zip(self.fears.chunks_mut(part)).zip(self.marks.chunks_mut(part));
        std::thread::scope(|scope| {
            let workers: Vec<_> = parts
                .map(|((((keys, trusts), angers), fears), marks)| {
                    scope.spawn(move || sweep(&minute, keys, trusts, angers, fears, marks))
                })
                .collect();
            workers.into_iter().map(|worker| worker.join().expect("a sweep does not panic")).sum()
        })
    }
}

impl Rival for Columns {
    fn minute(&mut self) -> i64 {
        let minute = Minute::new(self.now);
        self.now += 1;
        sweep(&minute, &self.keys, &mut self.trusts, &mut self.angers, &mut self.fears, &mut self.marks)
    }
}

/// The memory limit: the same bytes are read and written, and nothing is computed that takes time.
pub struct Traffic {
    keys: Vec<u32>,
    columns: [Vec<u32>; 4],
}

impl Traffic {
    /// Returns so many rows.
    pub fn new(count: u32) -> Self {
        let column = || (0..count).collect::<Vec<u32>>();
        Traffic { keys: column(), columns: [column(), column(), column(), column()] }
    }
}

impl Rival for Traffic {
    fn minute(&mut self) -> i64 {
        let [a, b, c, d] = &mut self.columns;
        for ((((key, a), b), c), d) in self.keys.iter().zip(a).zip(b).zip(c).zip(d) {
            *a = a.wrapping_add(*key);
            *b = b.wrapping_add(*key);
            *c = c.wrapping_add(*key);
            *d = d.wrapping_add(*key);
        }
        i64::from(self.columns[0][0])
    }
}

/// Entities of `bevy_ecs`, one each.
pub struct Entities {
    world: World,
    minute: Schedule,
}

/// The sum of the last minute.
#[derive(bevy_ecs::resource::Resource, Default)]
struct Checksum(i64);

type Row<'w> = (&'w Key, &'w mut Trust, &'w mut Anger, &'w mut Fear, &'w mut Marks);

fn by_column(mut customers: Query<Row>, mut sum: ResMut<Checksum>, mut now: Local<u32>) {
    let minute = Minute::new(*now);
    *now += 1;
    sum.0 = 0;
    let chunks = customers.contiguous_iter_mut().expect("customers consist of table components only");
    for (keys, mut trusts, mut angers, mut fears, mut marks) in chunks {
        sum.0 += sweep(
            &minute,
            keys,
            trusts.bypass_change_detection(),
            angers.bypass_change_detection(),
            fears.bypass_change_detection(),
            marks.bypass_change_detection(),
        );
    }
}

fn by_row(mut customers: Query<Row>, mut sum: ResMut<Checksum>, mut now: Local<u32>) {
    let minute = Minute::new(*now);
    *now += 1;
    sum.0 = 0;
    for (key, mut trust, mut anger, mut fear, mut marks) in &mut customers {
        sum.0 += i64::from(step(&minute, *key, &mut trust, &mut anger, &mut fear, &mut marks));
    }
}

/// A system that does nothing, to see what calling one costs.
fn idle() {}

impl Entities {
    /// Returns customers who are stepped column by column.
    pub fn by_column(count: u32) -> Self {
        let mut entities = Entities::new(count);
        entities.minute.add_systems(by_column);
        entities
    }

    /// Returns customers who are stepped row by row, as a loop over a query is usually written.
    pub fn by_row(count: u32) -> Self {
        let mut entities = Entities::new(count);
        entities.minute.add_systems(by_row);
        entities
    }

    /// Adds systems that do nothing.
    pub fn with_idle(mut self, count: usize) -> Self {
        for _ in 0..count {
            self.minute.add_systems(idle);
        }
        self
    }

    fn new(count: u32) -> Self {
        let mut world = World::new();
        world.spawn_batch((0..count).map(customer).collect::<Vec<_>>());
        world.insert_resource(Checksum::default());
        let mut minute = Schedule::default();
        minute.set_executor(SingleThreadedExecutor::new());
        Entities { world, minute }
    }
}

impl Rival for Entities {
    fn minute(&mut self) -> i64 {
        self.minute.run(&mut self.world);
        self.world.resource::<Checksum>().0
    }
}
