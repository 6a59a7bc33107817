//! The clock and new ids of the real world.

use binder::{Outside, plan::Id};

/// This computer.
pub struct System;

impl Outside for System {
    fn now(&self) -> String {
        jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M:%S.%3f%:z").to_string()
    }

    fn new_id(&self) -> Id {
        Id::from_uuid(uuid::Uuid::new_v4())
    }
}
