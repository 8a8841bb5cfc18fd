//! `Heard`: the share of the communication that is heard among statements without new content.

use super::counted::Counted;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::timeline::Publication;

/// Counts the share that is heard; nothing to count if nothing was published.
pub(super) fn count(record: &Record<'_>) -> Counted {
    if record.words().next().is_none() {
        return Counted::Nothing("nothing was said".to_owned());
    }
    heard(Counted::Share { share: 1.0, evidence: Vec::new() }, record)
}

/// Scales a share by how much of the communication is heard.
pub(super) fn heard(counted: Counted, record: &Record<'_>) -> Counted {
    let (signal, noise) = record.signal();
    match counted {
        Counted::Share { share, mut evidence } if signal < 1.0 => {
            let text = format!("{} statements said nothing new and drowned the others", noise.len());
            evidence.push(EvidenceItem::general(text));
            let line = |said: &&Publication| EvidenceItem::at(said.at, Some(said.entry), "said nothing new");
            evidence.extend(noise.iter().map(line));
            Counted::Share { share: share * signal, evidence }
        }
        other => other,
    }
}
