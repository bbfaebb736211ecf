//! `--out`: a file is whole, or as it was.

use std::process::Stdio;

use crate::program::Folder;

#[test]
fn a_file_holds_what_would_be_printed_and_nothing_stays_beside_it() {
    let folder = Folder::new();
    let before = folder.names();
    assert_eq!(folder.print("generate --schema order.json --n 600 --out rows.ndjson"), "");
    assert_eq!(folder.read("rows.ndjson"), folder.print("generate --schema order.json --n 600"));
    assert_eq!(folder.names().len(), before.len() + 1);
}

#[test]
fn the_ending_decides_how_rows_are_written_unless_it_is_said() {
    let folder = Folder::new();
    folder.print("generate --schema order.json --out rows.json");
    assert_eq!(
        folder.read("rows.json"),
        folder.print("generate --schema order.json --format json")
    );
    folder.print("generate --schema order.json --out rows.json --format ndjson");
    assert_eq!(folder.read("rows.json"), folder.print("generate --schema order.json"));
}

#[test]
fn a_run_that_fails_leaves_the_file_as_it_was() {
    let folder = Folder::new();
    let line = "generate --schema fragile.json --n 2000 --attempts 1 --out rows.ndjson";
    let before = folder.names();
    assert_eq!(folder.run(line).code, Some(1));
    assert_eq!(folder.names(), before);
    folder.write("rows.ndjson", "what was there\n");
    assert_eq!(folder.run(line).code, Some(1));
    assert_eq!(folder.read("rows.ndjson"), "what was there\n");
}

#[test]
fn a_run_that_is_killed_leaves_nothing_under_the_name() {
    let folder = Folder::new();
    let line = "generate --schema order.json --n 1000000000 --out rows.ndjson";
    let mut child = folder.command(line).stderr(Stdio::null()).spawn().unwrap();
    // Until rows have been written to the temporary file.
    loop {
        let has_rows = std::fs::read_dir(folder.path()).unwrap().any(|entry| {
            let entry = entry.unwrap();
            let is_part = entry.file_name().to_string_lossy().ends_with(".part");
            is_part && entry.metadata().is_ok_and(|file| file.len() > 0)
        });
        if has_rows {
            break;
        }
        assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!folder.path().join("rows.ndjson").exists());
}

#[test]
fn where_no_file_can_be_it_is_said_before_a_row_is_drawn() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path().join("rows")).unwrap();
    folder
        .run("generate --schema order.json --out rows")
        .fails_with(2, "  × cannot write `rows`: it is a folder\n  help: name a file in it\n");
    let missing = std::fs::read("none/rows.ndjson").unwrap_err();
    folder
        .run("generate --schema order.json --out none/rows.ndjson")
        .fails_with(2, &format!("  × cannot write `none/rows.ndjson`: {missing}\n"));
}

#[cfg(unix)]
#[test]
fn a_device_stays_a_device_and_a_link_a_link() {
    use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _};
    let folder = Folder::new();
    folder.print("generate --schema order.json --out /dev/null");
    assert!(std::fs::metadata("/dev/null").unwrap().file_type().is_char_device());

    folder.write("rows.ndjson", "");
    std::os::unix::fs::symlink("rows.ndjson", folder.path().join("link")).unwrap();
    folder.print("generate --schema order.json --n 3 --out link");
    assert_eq!(folder.read("rows.ndjson").lines().count(), 3);
    assert!(folder.path().join("link").is_symlink());
    // What a file has that is simply created.
    let plain = std::fs::metadata(folder.write("plain", "")).unwrap().permissions().mode();
    let rows = std::fs::metadata(folder.path().join("rows.ndjson")).unwrap().permissions().mode();
    assert_eq!(rows, plain);
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_mode_and_a_link_to_nothing_stays_a_link() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    let path = folder.write("rows.ndjson", "");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    folder.print("generate --schema order.json --n 3 --out rows.ndjson");
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);

    std::fs::create_dir(folder.path().join("far")).unwrap();
    std::os::unix::fs::symlink("far/new.ndjson", folder.path().join("link")).unwrap();
    folder.print("generate --schema order.json --n 3 --out link");
    assert!(folder.path().join("link").is_symlink());
    assert_eq!(folder.read("far/new.ndjson").lines().count(), 3);

    std::os::unix::fs::symlink("circle", folder.path().join("circle")).unwrap();
    let run = folder.run("generate --schema order.json --out circle");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("  × cannot write `circle`: "), "{}", run.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_shell_has_opened_is_written_to_and_not_replaced() {
    let folder = Folder::new();
    let path = folder.write("all.ndjson", "first\n");
    let open = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
    let mut command = folder.command("generate --schema order.json --n 3 --out /dev/stdout");
    assert!(command.stdout(open).status().unwrap().success());
    let text = folder.read("all.ndjson");
    assert!(text.starts_with("first\n") && text.lines().count() == 4, "{text}");
}
