//! Settings in layers: defaults < `foundry.toml` < `FOUNDRY_*` < the call.

use crate::program::{Folder, Run};

/// What holds for `setting` after all.
fn setting(run: &Run, setting: &str) -> String {
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let (_, settings) = run.stdout.split_once("\nsettings\n").unwrap();
    let line = settings.lines().find(|line| line.split_whitespace().next() == Some(setting));
    line.unwrap().split_whitespace().nth(1).unwrap().to_owned()
}

#[test]
fn each_layer_wins_over_the_one_below() {
    let folder = Folder::new();
    let line = "explain --schema order.json";
    for (name, default, in_file, in_variable, in_call) in [
        ("seed", "42", "7", "text:a", "hex:00"),
        ("presence", "0.5", "0.1", "0.2", "0.3"),
        ("extras", "0.0625", "0.1", "0.2", "0.3"),
        ("lengths", "a", "\"1..=2\"", "3", "0..=4"),
        ("depth", "4", "5", "6", "7"),
        ("attempts", "1000", "5", "6", "7"),
        ("max_values", "1048576", "5", "6", "7"),
        ("max_chars", "10000000", "500", "600", "700"),
        ("mean_values", "10000", "5", "6", "7"),
        ("threads", "", "2", "3", "4"),
    ] {
        let _ = std::fs::remove_file(folder.path().join("foundry.toml"));
        let variable = format!("FOUNDRY_{}", name.to_uppercase());
        let told = setting(&folder.run(line), name);
        assert!(told == default || default.is_empty(), "{name}: {told}");
        folder.write("foundry.toml", format!("{name} = {in_file}\n"));
        let told = setting(&folder.run(line), name);
        assert_eq!(told, in_file.trim_matches('"'));
        let told = setting(&folder.run_in(&[(&variable, in_variable)], line), name);
        assert_eq!(told.split("..=").next(), Some(in_variable));
        let line = format!("{line} --{} {in_call}", name.replace('_', "-"));
        assert_eq!(setting(&folder.run_in(&[(&variable, in_variable)], &line), name), in_call);
    }
}

#[test]
fn settings_change_the_rows() {
    let folder = Folder::new();
    let line = "generate --schema order.json --n 30";
    let seven = folder.print(&format!("{line} --seed 7 --presence 0"));
    assert_ne!(seven, folder.print(line));
    folder.write("foundry.toml", "seed = 7\npresence = 0.0\nthreads = 2\n");
    assert_eq!(folder.print(line), seven);
    assert_eq!(
        folder.run_in(&[("FOUNDRY_SEED", "42"), ("FOUNDRY_PRESENCE", "0.5")], line).stdout,
        folder.print(&format!("{line} --seed 42 --presence 0.5"))
    );
}

#[test]
fn policies_are_for_single_places_and_the_call_comes_last() {
    let folder = Folder::new();
    folder.write(
        "foundry.toml",
        "[policies]\n\"/**/count\" = { presence = 1 }\n\"/lines\" = { lengths = \"2\" }\n\
         \"/note\" = { values = [\"b\", \"c\"], presence = 1.0 }\n",
    );
    let printed = folder.print("generate --schema order.json --n 40");
    for line in printed.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(row["note"] == "b" || row["note"] == "c", "{row}");
        let lines = row["lines"].as_array().unwrap();
        assert!(lines.len() == 2 && lines.iter().all(|line| line["count"].is_number()), "{row}");
    }
    let printed = folder.print("generate --schema order.json --n 40 --set /note=\"d\"");
    assert!(printed.lines().all(|line| line.contains("\"note\":\"d\"")));
}

#[test]
fn the_nearest_file_above_is_read_or_the_one_that_is_named() {
    let folder = Folder::new();
    folder.write("foundry.toml", "seed = 7\n");
    folder.write("other.toml", "seed = 8\n");
    let inner = folder.path().join("deep/er");
    std::fs::create_dir_all(&inner).unwrap();
    let mut command = folder.command("explain --schema ../../order.json");
    let run = Run::of(&command.current_dir(&inner).output().unwrap());
    assert_eq!(setting(&run, "seed"), "7");
    let run = folder.run("explain --schema order.json --config other.toml");
    assert_eq!(setting(&run, "seed"), "8");
    let run = folder.run("explain --schema order.json --config none.toml");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("  × cannot read `none.toml`: "), "{}", run.stderr);
}

#[test]
fn a_generator_that_the_file_names_and_nobody_knows_is_told_with_its_line() {
    let folder = Folder::new();
    folder.write("foundry.toml", "[policies]\n\"/note\" = { faker = \"uiud\" }\n");
    let run = folder.run("generate --schema order.json --config foundry.toml");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.starts_with("  × no generator is called `uiud`\n"), "{}", run.stderr);
    let help = "  help: did you mean `uuid`?\n        `faker` is set by /note (foundry.toml:2)\n";
    assert!(run.stderr.ends_with(help), "{}", run.stderr);
}

#[test]
fn an_unknown_key_of_the_file_is_told_at_its_place() {
    let folder = Folder::new();
    folder.write("foundry.toml", "seed = 7\npresense = 1\n");
    folder.run("generate --schema order.json --config foundry.toml").fails_with(
        2,
        "  × `presense` sets nothing
   ╭─[foundry.toml:2:1]
 1 │ seed = 7
 2 │ presense = 1
   · ────┬───
   ·     ╰── here
   ╰────
  help: did you mean `presence`?
",
    );
    for (text, told) in [
        (
            "zebra = 1",
            "help: known: seed, presence, extras, lengths, depth, attempts, max_values, max_chars, mean_values, locale, realism, threads, policies",
        ),
        ("max_values = 0", "`max_values` is `0`, which is not a number of values"),
        ("presence = 2", "`presence` is `2`, which is not a probability"),
        ("seed = \"checkout\"", "`seed` is `checkout`, which is not a seed"),
        ("seed = ", "`foundry.toml` is not TOML: "),
        ("policies = 3", "`policies` is a table of paths"),
        ("[policies]\n\"/note\" = 3", "a policy is a table, such as `{ presence = 0.1 }`"),
        ("[policies]\n\"/note\" = { length = \"3\" }", "help: did you mean `lengths`?"),
        ("[policies]\n\"/note\" = { values = 3 }", "`values` is a list, such as `[1, 2]`"),
        ("[policies]\n\"/note\" = { fakir = \"uuid\" }", "help: did you mean `faker`?"),
        (
            "[policies]\n\"/note\" = { faker = 3 }",
            "`faker` is the name of a generator, such as `\"uuid\"`",
        ),
        (
            "[policies]\n\"note\" = { presence = 1 }",
            "foundry.toml:2: the path `note` does not start",
        ),
        (
            "[policies]\n\"/nte\" = { presence = 1 }",
            "help: did you mean `/note`?\n        it is set by foundry.toml:2\n",
        ),
    ] {
        folder.write("foundry.toml", text);
        let run = folder.run("generate --schema order.json --config foundry.toml");
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{text}");
        assert!(run.stderr.contains(told), "{text}: {}", run.stderr);
    }
}

#[test]
fn an_unknown_variable_is_an_error_too() {
    let folder = Folder::new();
    let line = "generate --schema order.json";
    folder.run_in(&[("FOUNDRY_PRESENSE", "1")], line).fails_with(
        2,
        "  × the variable FOUNDRY_PRESENSE sets nothing\n  help: did you mean `FOUNDRY_PRESENCE`?\n",
    );
    let run = folder.run_in(&[("FOUNDRY_ZEBRA", "1")], line);
    assert!(run.stderr.contains("help: known: FOUNDRY_SEED, FOUNDRY_PRESENCE, "), "{}", run.stderr);
    folder.run_in(&[("FOUNDRY_SEED", "four")], line).fails_with(
        2,
        "  × the variable FOUNDRY_SEED holds `four`, which is not a seed\n  help: write a whole \
         number from 0 to 18446744073709551615, `text:…` or `hex:…`\n",
    );
    // What the tests of the project read is none of the program's business; other commands read no
    // settings at all.
    assert_eq!(folder.run_in(&[("FOUNDRY_GOLDEN", "write")], line).code, Some(0));
    assert_eq!(folder.run_in(&[("FOUNDRY_ZEBRA", "1")], "schema order.json").code, Some(0));
}

#[test]
fn realistic_values_have_a_locale_and_can_be_switched_off() {
    let folder = Folder::new();
    folder.write("city.json", r#"{"type": "object", "properties": {"country": {"type": "string"}}, "required": ["country"]}"#);
    let german = folder.print("generate --schema city.json --n 1 --locale de_DE");
    assert_eq!(german, "{\"country\":\"Deutschland\"}\n");
    let run = folder.run("generate --schema city.json --locale de_DD");
    let told = "`de_DD` is not a locale: no locale is called `de_DD`; did you mean `de_DE`?";
    assert!(run.code == Some(2) && run.stderr.contains(told), "{}", run.stderr);
}
