//! Many documents at once, on all cores.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use crate::extractor::{Extractor, Mentions};
use crate::options::Options;

/// Why one document of many has no answer.
#[non_exhaustive]
#[derive(Debug, thiserror::Error)]
pub enum DocumentError<E> {
    /// The job said so.
    #[error("{0}")]
    Failed(E),
    /// The job panicked.
    #[error("the job panicked: {0}")]
    Panicked(String),
}

impl Extractor {
    /// The mentions of many texts, found on all cores of rayon's thread pool, in the order of the texts. No text makes the
    /// extractor panic; should one do so, its answer is an error, and the others have theirs.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use demarche::{Extractor, Options};
    /// let texts = ["Talks in Astana", "nothing", "The US and Uzbekistan"];
    /// let counts: Vec<usize> =
    ///     Extractor::embedded().par_extract(&texts, &Options::new()).into_iter().map(|mentions| mentions.unwrap().len()).collect();
    /// assert_eq!(counts, [1, 0, 2]);
    /// # }
    /// ```
    #[cfg_attr(docsrs, doc(cfg(feature = "rayon")))]
    pub fn par_extract<'a, T: AsRef<str> + Sync>(
        &'a self,
        texts: &'a [T],
        options: &Options,
    ) -> Vec<Result<Mentions<'a>, DocumentError<Infallible>>> {
        texts.par_iter().map(|text| guarded(|| Ok(self.extract_with(text.as_ref(), options)))).collect()
    }

    /// Does a job for each of many documents, on all cores of rayon's thread pool; the answers are in the order of the documents.
    ///
    /// The job may read a file, choose the as-of date of the document, and make of the mentions what is wanted. If it fails or panics, that
    /// is the answer for its document, and the others have theirs. (The panic hook runs all the same and may print. What the job
    /// shares with others and has half changed when it panics is its own concern; the extractor is read-only.)
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use demarche::{DateError, Extractor, Options};
    /// let documents = [("2023-02-28", "The US Secretary of State"), ("soon", "spoke"), ("2016-05-01", "US Secretary of State")];
    /// let answers = Extractor::embedded().par_map(&documents, |extractor, (date, text)| {
    ///     let options = Options::new().as_of(date.parse()?);
    ///     let holders = extractor.extract_with(text, &options).flat_map(|mention| mention.holders());
    ///     Ok::<_, DateError>(holders.map(|tenure| tenure.official().name().to_owned()).collect::<Vec<_>>())
    /// });
    /// assert_eq!(answers[0].as_ref().unwrap(), &["Antony Blinken"]);
    /// assert!(answers[1].as_ref().unwrap_err().to_string().contains("is no date"));
    /// assert_eq!(answers[2].as_ref().unwrap(), &["John Kerry"]);
    /// # }
    /// ```
    #[cfg_attr(docsrs, doc(cfg(feature = "rayon")))]
    pub fn par_map<D, O, E>(
        &self,
        documents: &[D],
        job: impl Fn(&Extractor, &D) -> Result<O, E> + Sync,
    ) -> Vec<Result<O, DocumentError<E>>>
    where
        D: Sync,
        O: Send,
        E: Send,
    {
        documents.par_iter().map(|document| guarded(|| job(self, document))).collect()
    }
}

/// Does a job and makes an error of a panic.
fn guarded<O, E>(job: impl FnOnce() -> Result<O, E>) -> Result<O, DocumentError<E>> {
    match catch_unwind(AssertUnwindSafe(job)) {
        Ok(result) => result.map_err(DocumentError::Failed),
        Err(panic) => {
            let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
            let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
            Err(DocumentError::Panicked(text.unwrap_or_else(|| "for a reason that is no text".into())))
        }
    }
}
