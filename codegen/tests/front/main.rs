//! Descriptions before anything is emitted: names, types, words, differences.

#[cfg(test)]
mod fixtures;
#[cfg(test)]
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod resolved;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod undocumented;
