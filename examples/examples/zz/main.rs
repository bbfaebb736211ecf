//! scratch
#![allow(clippy::all, missing_docs, clippy::pedantic, clippy::print_stdout, clippy::unwrap_used)]
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&a[1]).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    let t = std::time::Instant::now();
    let p = match foundry::Pipeline::builder().schema(&schema).build() {
        Ok(p) => p,
        Err(e) => {
            println!("{} {:?}", e.report(), t.elapsed());
            return;
        }
    };
    println!("planned {:?}", t.elapsed());
    if a.len() > 2 && a[2] == "explain" {
        print!("{}", p.plan().explain());
    }
    let n: u64 = a.get(3).and_then(|s| s.parse().ok()).unwrap_or(20);
    for seed in 1..3u64 {
        for i in 0..n {
            let mut out = foundry::Instance::new();
            match p.generate_row(seed, i, &mut out) {
                Ok(()) => println!("{}", out.root().to_value()),
                Err(e) => println!("ERR {}", e.report()),
            }
        }
    }
}
