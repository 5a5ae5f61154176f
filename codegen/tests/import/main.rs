//! `codegen::import` on pages with every oddity, and on random pages.

#[cfg(test)]
mod oddities;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod pool;
#[cfg(test)]
mod random;
#[cfg(test)]
mod strategy;
#[cfg(test)]
mod support;
