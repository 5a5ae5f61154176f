//! Not kept.
use crate::support::{File, Spec};
#[test]
#[ignore]
fn byhand() {
    let mut spec = Spec::default();
    for dir in std::env::var("ODD_DIRS").unwrap().split(':') {
        let (whole, dir) = dir.strip_prefix('~').map_or((true, dir), |dir| (false, dir));
        let mut files = Vec::new();
        for folder in std::fs::read_dir(dir).unwrap() {
            let folder = folder.unwrap();
            if !folder.path().is_dir() { continue; }
            for page in std::fs::read_dir(folder.path()).unwrap() {
                let page = page.unwrap();
                files.push(File { path: format!("{}/{}", folder.file_name().display(), page.file_name().display()), text: std::fs::read_to_string(page.path()).unwrap() });
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let i = spec.import(&files, whole);
        println!("==== {dir}\nNOTES");
        for note in &i.notes { println!("{note}"); }
        println!("DRIFT");
        for c in &i.drift { println!("{}", c.text); }
        println!("FILES");
        for (p, t) in &i.files { println!("--- {p}\n{}", t.as_deref().unwrap_or("(gone)")); }
        if let Some(c) = spec.complaint(&i, &files, whole) { println!("COMPLAINT {c}"); }
        if let Ok(out) = std::env::var("ODD_OUT") {
            let g = codegen::generate(&spec.sources).unwrap();
            let _ = std::fs::remove_dir_all(&out);
            for (p, t) in &g.files { let p = std::path::Path::new(&out).join(p); std::fs::create_dir_all(p.parent().unwrap()).unwrap(); std::fs::write(p, t).unwrap(); }
        }
    }
}
