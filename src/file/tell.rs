//! Problems whose words are put together only where they are listed: a hostile file holds far more than that.

use super::problem::{Code, Found, Problems, Span};

impl Problems {
    /// Adds a problem; its `message` is asked for only while problems are still listed.
    pub(super) fn add_with<S: Into<String>>(
        &mut self,
        code: Code,
        at: Span,
        message: impl FnOnce() -> S,
    ) -> &mut Found {
        let message = if self.has_room() {
            message().into()
        } else {
            String::new()
        };
        self.add(code, at, message)
    }
}

impl Found {
    /// Adds what to do about it, which is asked for only where it is listed: there it has a message.
    pub(super) fn suggest_with<S: Into<String>>(
        &mut self,
        suggestion: impl FnOnce() -> S,
    ) -> &mut Self {
        if !self.message.is_empty() {
            self.suggestion = Some(suggestion().into());
        }
        self
    }
}
