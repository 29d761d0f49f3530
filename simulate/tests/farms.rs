//! Farms without packs get nothing worth their while, and honest people lose nothing.

use simulate::{Season, harvest};
use trace::reward::Rules;

/// By the rules that the program comes with.
#[test]
fn farms_get_one_percent_at_most() {
    for seed in 1..=3 {
        let harvest = harvest(seed, &Season::default(), &Rules::default());
        assert!(harvest.farmed_percent() <= 1.0, "{seed}: {harvest:?}");
        assert!(harvest.whole_percent() >= 99.5, "{seed}: {harvest:?}");
        // What it gets is that of the packs that it bought: each once.
        assert_eq!(harvest.farmed, 500, "{seed}: {harvest:?}");
    }
}

#[test]
fn the_same_seed_is_the_same_season() {
    let season = Season {
        households: 200,
        ..Season::default()
    };
    let one = harvest(5, &season, &Rules::default());
    assert_eq!(one, harvest(5, &season, &Rules::default()));
    assert_ne!(one, harvest(6, &season, &Rules::default()));
}
