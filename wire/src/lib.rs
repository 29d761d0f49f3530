//! The JSON between app, worker and api.
