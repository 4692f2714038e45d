//! Proofs over a whole vault: what is written is there after every kind of end, and damage is told or costs nothing.

mod acts;
mod copies;
mod damage;
mod desk;
mod flips;
mod saved;
mod spoilt;
mod wiped;
