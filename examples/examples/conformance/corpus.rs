//! The folder → cases.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

/// One schema, and what is known of it.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) schema: Value,
    /// Values that satisfy it, where somebody wrote some down.
    pub(crate) valid: Vec<Value>,
}

/// Cases by the group they are counted in.
pub(crate) type Groups = Vec<(String, Vec<Case>)>;

/// Documents that schemas refer to, by URI.
pub(crate) type Remotes = BTreeMap<String, Value>;

/// What `remotes/` of the folder stands for.
const REMOTES_URI: &str = "http://localhost:1234";

/// Reads the documents that the schemas refer to.
///
/// # Errors
///
/// A file that cannot be read, or is not JSON.
pub(crate) fn read_remotes(folder: &Path) -> Result<Remotes, String> {
    let mut remotes = Remotes::new();
    let root = folder.join("remotes");
    let mut open = vec![root.to_string_lossy().into_owned()];
    while let Some(path) = open.pop() {
        if Path::new(&path).is_dir() {
            open.extend(entries(Path::new(&path))?);
        } else if Path::new(&path).extension().is_some_and(|ending| ending == "json") {
            let below = Path::new(&path).strip_prefix(&root).map_err(|error| error.to_string())?;
            let uri = format!("{REMOTES_URI}/{}", below.display());
            remotes.insert(uri, read_json(&path)?);
        }
    }
    Ok(remotes)
}

/// Reads all cases.
///
/// # Errors
///
/// A file that cannot be read, or is not JSON.
pub(crate) fn read(folder: &Path) -> Result<Groups, String> {
    let mut groups = Groups::new();
    for draft in entries(&folder.join("suite"))? {
        let name = draft.rsplit('/').next().unwrap_or_default().to_owned();
        let mut cases = Vec::new();
        for file in entries(Path::new(&draft))? {
            cases.extend(suite_cases(&file, &name)?);
        }
        groups.push((format!("suite {name}"), cases));
    }
    let mut real = Vec::new();
    for file in entries(&folder.join("schemastore"))? {
        let name = file.rsplit('/').next().unwrap_or_default().to_owned();
        let schema = read_json(&file)?;
        real.push(Case { name, schema, valid: Vec::new() });
    }
    groups.push(("real schemas".to_owned(), real));
    groups.retain(|(_, cases)| !cases.is_empty());
    Ok(groups)
}

fn suite_cases(file: &str, draft: &str) -> Result<Vec<Case>, String> {
    let groups = read_json(file)?;
    let stem = file.rsplit('/').next().unwrap_or_default().trim_end_matches(".json");
    let cases = groups.as_array().into_iter().flatten().map(|group| {
        let tests = group["tests"].as_array().into_iter().flatten();
        let valid = tests.filter(|test| test["valid"] == true).map(|test| test["data"].clone());
        Case {
            name: format!("{draft}/{stem}: {}", group["description"].as_str().unwrap_or_default()),
            schema: with_dialect(&group["schema"], draft),
            valid: valid.collect(),
        }
    });
    Ok(cases.collect())
}

/// The schemas of the older drafts do not say which draft they are of: their folder does.
fn with_dialect(schema: &Value, draft: &str) -> Value {
    let uri = match draft {
        "draft4" => "http://json-schema.org/draft-04/schema#",
        "draft6" => "http://json-schema.org/draft-06/schema#",
        "draft7" => "http://json-schema.org/draft-07/schema#",
        _ => return schema.clone(),
    };
    match schema {
        Value::Object(members) if !members.contains_key("$schema") => {
            let mut members = members.clone();
            members.insert("$schema".to_owned(), json!(uri));
            Value::Object(members)
        }
        _ => schema.clone(),
    }
}

/// The paths in a folder, in order; none where there is no such folder.
fn entries(folder: &Path) -> Result<Vec<String>, String> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(told)?.path().to_string_lossy().into_owned());
    }
    paths.sort();
    Ok(paths)
}

fn read_json(path: &str) -> Result<Value, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))
}
