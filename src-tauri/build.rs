//! Tauri's own build step: configuration, icon and permissions.

fn main() {
    tauri_build::build();
}
