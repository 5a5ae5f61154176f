//! What a description becomes before anything is written down: names, types, words, differences.

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
