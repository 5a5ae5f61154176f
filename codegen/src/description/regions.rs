//! `regions.yaml`.

use crate::description::fields::Fields;
use crate::description::keys;
use crate::description::tree::{Node, Text};
use crate::diagnostics::Diagnostics;

/// Regions and zones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Regions {
    /// The page that lists them.
    pub(crate) source: Option<Text>,
    pub(crate) regions: Vec<Region>,
}

/// One region.
#[derive(Clone, Debug)]
pub(crate) struct Region {
    pub(crate) place: Place,
    pub(crate) zones: Vec<Place>,
}

/// Id and name of a region or a zone.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) id: Text,
    pub(crate) name: Text,
}

pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Regions> {
    let fields = Fields::read(node, &keys::REGIONS, diagnostics)?;
    Some(Regions {
        source: fields.text("source"),
        regions: fields.maps("regions", diagnostics, region),
    })
}

fn region(node: &Node, diagnostics: &mut Diagnostics) -> Option<Region> {
    let fields = Fields::read(node, &keys::REGION, diagnostics)?;
    Some(Region { place: place(&fields)?, zones: fields.maps("zones", diagnostics, zone) })
}

fn zone(node: &Node, diagnostics: &mut Diagnostics) -> Option<Place> {
    place(&Fields::read(node, &keys::ZONE, diagnostics)?)
}

fn place(fields: &Fields<'_>) -> Option<Place> {
    Some(Place { id: fields.text("id")?, name: fields.text("name")? })
}
