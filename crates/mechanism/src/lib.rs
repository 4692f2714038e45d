//! What the law asks of the Protection Mechanism and of the paths beside it, and whether it was done in time.
//!
//! This room reads the procedures from data (`assets/procedures`), takes dated events and a day to judge by, and answers
//! with clocks. It never asks the time, opens a file or writes a sentence: whoever calls gives the one and says the other.
//!
//! **Terms.** A *procedure* is a path with *stages*; a [`procedure::Stage`] has an article, a limit, an event that starts
//! its term and one that ends it. A [`clock::Subject`] is what a record tells: its dated events. A [`clock::Clock`] is one
//! stage of one subject as a day sees it: running, met, late, overdue, stopped, not applicable or unknown.
//!
//! ```
//! use resguardo_mechanism::clock::{AsOf, Circumstances, Dated, Path, State, Subject, SubjectKind};
//! use resguardo_mechanism::procedure::Procedures;
//!
//! let law = Procedures::builtin();
//! let entry = law.event("application_submitted").ok_or("an event of the law")?;
//! let entry = Dated::new(entry, "2013-09-03".parse()?);
//! let subject = Subject::new(SubjectKind::Application, Path::Ordinary, vec![entry]);
//! let seen = Circumstances::on(law, AsOf::day("2014-02-28".parse()?));
//! let clocks = seen.clocks(&subject);
//! let study = clocks.iter().find(|clock| clock.stage.id == "ord.study").ok_or("a stage of the law")?;
//! assert_eq!(study.state, State::Overdue);
//! assert_eq!(study.margin.map(|margin| margin.least_hours()), Some(-4032.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! An [`indicator`] is a figure of how the Mechanism performs, from records and clocks, with the records behind it.
//!
//! Rooms in reading order: [`procedure`], [`clock`], [`convention`], [`indicator`].

pub mod clock;
pub mod convention;
pub mod indicator;
pub mod procedure;
