//! What processes weigh: the sum of their proportional set sizes, as the kernel says.

use std::fs;

/// A process and what it weighs, in MiB.
pub struct Weight {
    /// Its name.
    pub name: String,
    /// Its proportional set size.
    pub mib: f64,
}

/// The program over this vault, and every process it began.
pub fn of_program(vault: &str) -> Vec<Weight> {
    let all: Vec<u32> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect();
    let is_program = |pid: &&u32| {
        let line = fs::read_to_string(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        line.contains("resguardo-desktop") && line.contains(vault)
    };
    let mut family: Vec<u32> = all.iter().filter(is_program).copied().collect();
    loop {
        let children: Vec<u32> = all
            .iter()
            .filter(|pid| !family.contains(pid) && parent(**pid).is_some_and(|parent| family.contains(&parent)))
            .copied()
            .collect();
        if children.is_empty() {
            break;
        }
        family.extend(children);
    }
    family.into_iter().filter_map(weight).collect()
}

/// What this process weighs by now, in MiB.
pub fn own() -> f64 {
    weight(std::process::id()).map_or(0.0, |own| own.mib)
}

fn parent(pid: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("PPid:")).and_then(|text| text.trim().parse().ok())
}

fn weight(pid: u32) -> Option<Weight> {
    let name = fs::read_to_string(format!("/proc/{pid}/comm")).ok()?.trim().to_owned();
    let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let pss = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kib: f64 = pss.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(Weight { name, mib: kib / 1024.0 })
}
