//! Why is this a mention, and why is that none?

use std::fmt;

use crate::context::{Rule, Step};
use crate::gazetteer::rows::NONE;
use crate::gazetteer::{Alias, Entity, Gazetteer};
use crate::span::Span;

/// One candidate and what became of it: which rule kept or dropped it, and which row of data it comes from.
#[derive(Clone, Copy)]
pub struct Explanation<'a> {
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) text: &'a str,
    pub(crate) step: Step,
}

impl<'a> Explanation<'a> {
    /// Where the candidate stands.
    pub fn span(&self) -> Span {
        Span::new(self.step.start, self.step.end)
    }

    /// The text as written.
    pub fn text(&self) -> &'a str {
        &self.text[self.step.start..self.step.end]
    }

    /// The entity; `None` for a decoy.
    pub fn entity(&self) -> Option<Entity<'a>> {
        (self.step.entity != NONE).then(|| self.gazetteer.entity(self.step.entity))
    }

    /// The alias that matched; `None` for a composed office.
    pub fn alias(&self) -> Option<Alias<'a>> {
        (self.step.alias != NONE).then(|| Alias::new(self.gazetteer, self.step.alias))
    }

    /// The role term of a composed office, as the tables have it: `foreign minister`, `head of * central bank`.
    pub fn role(&self) -> Option<&'a str> {
        let row = self.gazetteer.0.roles.get(self.step.role as usize)?;
        Some(self.gazetteer.0.str(row.text))
    }

    /// The office that the text gives a person, where the data say that they did not hold it.
    pub fn contradicted_office(&self) -> Option<Entity<'a>> {
        (self.step.contradicted != NONE).then(|| self.gazetteer.entity(self.step.contradicted))
    }

    /// The rows of data it rests on, as file and line: that of the alias; of a composed office, those of its role and of itself.
    pub fn origins(&self) -> impl Iterator<Item = (&'a str, u32)> + use<'a> {
        let role = self.gazetteer.0.roles.get(self.step.role as usize).and_then(|row| self.gazetteer.0.origin(row.origin));
        let office = self.entity().filter(|_| self.step.alias == NONE).and_then(|entity| entity.origin());
        [self.alias().and_then(|alias| alias.origin()), role, office].into_iter().flatten()
    }

    /// The rule that decided.
    pub fn rule(&self) -> Rule {
        self.step.rule
    }

    /// Whether the candidate became a mention.
    pub fn is_kept(&self) -> bool {
        self.step.kept
    }
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.is_kept() { "kept" } else { "dropped" };
        let id = self.entity().map_or(if self.step.role == NONE { "decoy" } else { "no office" }, |entity| entity.id());
        write!(f, "{}..{} {:?} {id}: {verdict} by {}", self.step.start, self.step.end, self.text(), self.rule())?;
        if let Some(office) = self.contradicted_office() {
            write!(f, ", beside {} that the data do not give them", office.id())?;
        }
        if let Some(alias) = self.alias() {
            write!(f, ", alias {:?} ({}, {}, {})", alias.text(), alias.kind(), alias.case(), alias.policy())?;
        }
        if let Some(role) = self.role() {
            write!(f, ", role {role:?}")?;
        }
        for (file, line) in self.origins() {
            write!(f, ", {file}:{line}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Explanation({self})")
    }
}
