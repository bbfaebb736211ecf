//! probe
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    for line in text.lines().filter(|l| !l.trim().is_empty()).collect::<Vec<_>>() {
        let schema: serde_json::Value = serde_json::from_str(line).unwrap();
        let t = std::time::Instant::now();
        let c = foundry::parse::parse(&schema);
        let t1 = t.elapsed();
        let Ok(c) = c.map_err(|e| println!("{}", e.report())) else { continue };
        let p = foundry::plan::plan(&c, &foundry::config::Config::default());
        let t2 = t.elapsed();
        if let Err(e) = &p { println!("plan {t2:?}: {}", e.report()); continue }
        let g = foundry::Pipeline::builder().schema(&schema).build();
        let t3 = t.elapsed();
        println!("parse {t1:?} plan {:?} build {:?}", t2 - t1, t3 - t2);
        match g.and_then(|g| g.generate(1, 5)) {
            Ok(rows) => for r in rows.values() { println!("{}", r.to_string().chars().take(300).collect::<String>()) },
            Err(e) => println!("{}", e.report()),
        }
        println!("all {:?}", t.elapsed());
    }
}
